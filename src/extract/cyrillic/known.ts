/** A text with a pack → the names it knows of places and bodies, in whatever case they stand; towns abroad from the language. */

import { basesOf } from '../../core/bases.ts'
import type { Pack } from '../../core/pack.ts'
import type { Inflection, Reading } from '../../core/reading.ts'
import type { Span } from '../../core/span.ts'
import { gazetteerOf, type Known, type KnownMention } from '../gazetteer.ts'
import { inflectionOf } from './patterns-of.ts'

type Names = {
  readonly names: ReadonlyMap<string, Known>
  /** Every word of a name, so that endings are only taken off towards one of them. */
  readonly parts: ReadonlySet<string>
  readonly bases: Map<string, readonly string[]>
}
const cache = new WeakMap<Pack, WeakMap<Reading, Names>>()
const LONGEST = 5

/** Made once for a pack and a language. */
function namesOf(pack: Pack, reading: Reading): Names {
  const ofPack = cache.get(pack) ?? new WeakMap<Reading, Names>()
  cache.set(pack, ofPack)
  const made = ofPack.get(reading)
  if (made) return made
  const names = new Map<string, Known>()
  for (const [name, known] of gazetteerOf(pack).names)
    if (/^\p{Script=Cyrillic}/u.test(name)) names.set(name, known)
  const own = new Set(
    [...names.values()].flatMap((one) => (one.kind === 'place' ? [one.place.canonical] : [])),
  )
  for (const [name, canonical] of inflectionOf(reading).towns) {
    const key = name.replaceAll('-', ' ')
    if (names.has(key) || own.has(canonical)) continue
    names.set(key, { kind: 'place', place: { id: '', kind: 'town', canonical, town: null } })
  }
  const countries = new Intl.DisplayNames([reading.language], { type: 'region', fallback: 'none' })
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  for (const code of CODES) {
    const [name, canonical] = [countries.of(code), english.of(code)]
    if (name && canonical && code !== pack.country && !names.has(name.toLowerCase()))
      names.set(name.toLowerCase(), {
        kind: 'place',
        place: { id: code, kind: 'foreign', canonical, town: null },
      })
  }
  const parts = new Set([...names.keys()].flatMap((name) => name.split(' ')))
  const all = { names, parts, bases: new Map<string, readonly string[]>() }
  ofPack.set(reading, all)
  return all
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => !['ZZ', 'EU', 'UN'].includes(code),
)

/** A name told in its base form: the known thing, or null. */
export const knownAs = (base: string, pack: Pack, reading: Reading): Known | null =>
  namesOf(pack, reading).names.get(base.toLowerCase().replaceAll('-', ' ')) ?? null

/** Longest names first; one of its words must be written with a capital. */
export function knownInflected(text: string, span: Span, pack: Pack, reading: Reading): KnownMention[] {
  const all = namesOf(pack, reading)
  const inflection = inflectionOf(reading)
  const words = [...text.slice(span.start, span.end).matchAll(/[\p{L}]+/gu)].map((match) => ({
    word: match[0],
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }))
  const found: KnownMention[] = []
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
      const run = words.slice(at, at + length)
      const [first, last] = [run[0], run.at(-1)]
      if (!first || !last || !run.some((one) => /^\p{Lu}/u.test(one.word))) continue
      if (/[^\p{L}\s-]/u.test(text.slice(first.start, last.end))) continue
      const known = lookUp(
        run.map((one) => one.word.toLowerCase()),
        all,
        inflection,
      )
      if (!known || (length === 1 && !/^\p{Lu}/u.test(first.word))) continue
      // «Усть» of «Усть-Каменогорск» is no town by itself.
      if (/[-\p{L}]/u.test(text[last.end] ?? ' ') || (length === 1 && text[first.start - 1] === '-')) continue
      found.push({ span: { start: first.start, end: last.end }, known })
      at += length - 1
      break
    }
  }
  return found
}

function lookUp(words: readonly string[], all: Names, inflection: Inflection): Known | null {
  let keys: string[] = ['']
  for (const word of words) {
    const bases = all.bases.get(word) ?? basesOf(word, inflection).filter((one) => all.parts.has(one))
    all.bases.set(word, bases)
    keys = keys.flatMap((key) => bases.map((base) => (key === '' ? base : `${key} ${base}`)))
    if (keys.length === 0) return null
  }
  for (const key of keys) {
    const known = all.names.get(key)
    if (known) return known
  }
  return null
}
