/** Which names may stand in the public text of one record: those of people judged to be in it and shown by name. */
import { foldName, maybeSameToken } from '../names/fold.ts'
import type { Person } from '../person.ts'
import type { Span } from '../span.ts'
import { soundsLikeOneOf } from './sound.ts'

/** The tokens of each allowed person apart: a name is allowed only when one person explains all of it. */
export type Allowed = readonly (readonly string[])[]

export const allowedNames = (people: readonly Person[], alsoWritten: readonly string[]): Allowed =>
  people.map((person) => {
    const written = [person.names.en, person.names.ru, person.names.kk, ...person.variants].filter(
      (one) => one !== null,
    )
    const own = written.flatMap(foldName)
    // A spelling in the text counts for the person only if it shares a name with a recorded one.
    const more = alsoWritten.map(foldName).filter((tokens) => tokens.some((token) => own.includes(token)))
    return [...new Set([...own, ...more.flat()])]
  })

export const isAllowed = (name: string, allowed: Allowed): boolean => {
  const tokens = foldName(name)
  // A name of which nothing can be read explains nothing.
  if (tokens.length === 0) return false
  return allowed.some((person) => tokens.every((token) => person.some((own) => maybeSameToken(own, token))))
}

/** The words of names that must not be read: every token (3 letters and more) of every name that is not allowed. */
export function forbiddenTokens(
  mentions: readonly { readonly name: string }[],
  allowed: Allowed,
): ReadonlySet<string> {
  const forbidden = mentions
    .filter((one) => !isAllowed(one.name, allowed))
    .flatMap((one) => foldName(one.name))
  return new Set(
    forbidden.filter((token) => token.length >= 3 && !allowed.some((person) => person.includes(token))),
  )
}

const WORD = /[\p{L}\p{M}]+(?:['’ʼ`-][\p{L}\p{M}]+)*/gu

const isForbidden = (word: string, forbidden: ReadonlySet<string>): boolean =>
  foldName(word).some(
    (token) => forbidden.has(token) || [...forbidden].some((one) => maybeSameToken(one, token)),
  )

/** Spans of the text to hold back: the forbidden names wherever they stand, in any case and ending. */
export function spansToHoldBack(
  text: string,
  mentions: readonly { readonly name: string; readonly span: Span }[],
  allowed: Allowed,
): readonly Span[] {
  const forbidden = forbiddenTokens(mentions, allowed)
  const whole = mentions.filter((one) => !isAllowed(one.name, allowed)).map((one) => one.span)
  const words = [...text.matchAll(WORD)]
    // A common word that is also a name (a month, a colour) is held back only where it is written as a name.
    .filter((match) => /^\p{Lu}/u.test(match[0]) && isForbidden(match[0], forbidden))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return mergeSpans([...whole, ...words].map((span) => wholeWords(text, span)))
}

const INSIDE = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]/u

/** A mark or an unseen character inside a word ends it for a pattern, not for a reader: the rest goes with it. */
export function wholeWords(text: string, { start, end }: Span): Span {
  while (start > 0 && INSIDE.test(text[start - 1] ?? '')) start -= 1
  while (end < text.length && INSIDE.test(text[end] ?? '')) end += 1
  return { start, end }
}

/** True when a short text (a role, an outcome, a title) holds a name that must not be read, in whatever script. */
export const holdsForbidden = (text: string, forbidden: ReadonlySet<string>): boolean =>
  [...text.replace(UNSEEN, '').matchAll(WORD)].some(
    ([word]) =>
      isForbidden(word, forbidden) || foldName(word).some((token) => soundsLikeOneOf(token, forbidden)),
  )

/** Characters that part a word for a program and not for a reader. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

export function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1)
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else merged.push(span)
  }
  return merged
}
