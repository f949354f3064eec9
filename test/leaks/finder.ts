/** Answers of a crawl, protected people in; where anything that reaches one of them can be read, out. */
import { LANGUAGES } from '../../src/core/language.ts'
import type { Answer } from '../crawl.ts'
import { decoded, forms, unpacked } from '../leak-finder.ts'
import { type Invented, initialsOf } from './people.ts'

export type Leak = { readonly url: string; readonly person: string; readonly read: string }

/** Letters by which a needle is looked up. */
const GRAM = 4
type Needles = ReadonlyMap<string, readonly { readonly needle: string; readonly person: string }[]>

function needlesOf(people: readonly Invented[]): Needles {
  const found = new Map<string, { needle: string; person: string }[]>()
  for (const one of people) {
    const words = LANGUAGES.flatMap((language) => [
      one.stems.given[language],
      one.stems.surname[language],
      one.patronymic[language].slice(0, -4),
    ])
    for (const needle of new Set([...words, one.handle, one.plate.replaceAll(' ', '')].flatMap(forms))) {
      const key = needle.slice(0, GRAM)
      found.set(key, [...(found.get(key) ?? []), { needle, person: one.id }])
    }
  }
  return found
}

function* namesRead(text: string, needles: Needles): Generator<{ person: string; needle: string }> {
  for (let at = 0; at + GRAM <= text.length; at += 1)
    for (const one of needles.get(text.slice(at, at + GRAM)) ?? [])
      if (text.startsWith(one.needle, at)) yield one
}

type Piece = { readonly url: string; readonly readAs: readonly string[] }
/** The same answers are searched for one group of people after the other. */
const piecesOf = new WeakMap<readonly Answer[], readonly Piece[]>()

/** Every piece of the text, spelled out in every way, once for all pages. */
function piecesIn(answers: readonly Answer[]): readonly Piece[] {
  const known = piecesOf.get(answers)
  if (known) return known
  const first = new Map<string, string>()
  for (const { url, text } of answers)
    for (const view of [text, text.replace(/<[^>]*>/g, ''), decoded(text).replace(/(?<=\d) | (?=\d)/g, '')])
      for (const piece of view.split(/[\s<>"]+/))
        if (piece.length >= GRAM && !first.has(piece)) first.set(piece, url)
  const found = [...first].map(([piece, url]) => ({
    url,
    readAs: [...new Set([...forms(decoded(piece)), ...forms(unpacked(piece))])],
  }))
  piecesOf.set(answers, found)
  return found
}

/** Names, accounts and plates. */
function lettersRead(answers: readonly Answer[], people: readonly Invented[]): readonly Leak[] {
  const needles = needlesOf(people)
  return piecesIn(answers).flatMap(({ url, readAs }) =>
    readAs.flatMap((form) =>
      [...namesRead(form, needles)].map(({ person, needle }) => ({ url, person, read: needle })),
    ),
  )
}

/** Telephones and personal numbers, whatever parts their digits. */
function digitsRead(answers: readonly Answer[], people: readonly Invented[]): readonly Leak[] {
  const runs = new Map<string, string>()
  for (const { url, text } of answers)
    for (const [run] of decoded(text).matchAll(/\d(?:[\s().,·/\u2010-\u2015\u00a0_-]{0,3}\d){8,}/g))
      runs.set(run.replace(/\D/g, ''), url)
  return [...runs].flatMap(([run, url]) =>
    people
      .filter((one) => [one.phone.slice(1), one.number].some((digits) => run.includes(digits)))
      .map((one) => ({ url, person: one.id, read: run })),
  )
}

/** Two capitals with points and no third. The point comes first: a search for one letter is many times faster than for a kind of letter. */
const INITIALS = /\.(?<=(?<![\p{L}.])(\p{Lu})\.)\s?(\p{Lu})\.(?!\s?\p{Ll}?\p{Lu}\.)/gu

/** Initials, where a person is not shown by them. */
function initialsRead(answers: readonly Answer[], people: readonly Invented[]): readonly Leak[] {
  const owners = new Map<string, string>()
  for (const one of people.filter((each) => each.level !== 'initials'))
    for (const language of LANGUAGES) owners.set(initialsOf(one, language).join(''), one.id)
  return answers.flatMap(({ url, text }) =>
    [...text.matchAll(INITIALS)].flatMap((match) => {
      const person = owners.get(`${match[1]}${match[2]}`)
      return person ? [{ url, person, read: `${match[1]}${match[0]}` }] : []
    }),
  )
}

export const leaksIn = (answers: readonly Answer[], people: readonly Invented[]): readonly Leak[] => [
  ...lettersRead(answers, people),
  ...digitsRead(answers, people),
  ...initialsRead(answers, people),
]
