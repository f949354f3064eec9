/** Plain text → runs of capitalised words, each trimmed of the words that are no part of a name. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import { findAll } from './scan.ts'

/** `lead` is what stood capitalised before the name (a title, the first word of a sentence). */
export type Run = {
  readonly span: Span
  readonly words: readonly string[]
  readonly name: string
  readonly lead: string
}

const WORD = "\\p{Lu}[\\p{L}]*(?:['-]\\p{L}+)*"
const PIECE = `(?:\\p{Lu}\\.(?:\\s?\\p{Lu}\\.)?|${WORD})`
const PARTICLE =
  '(?:de|da|del|dela|delos|das|di|du|van|von|der|den|ter|bin|bint|ibn|ben|ould|al|el|ul|uulu|kyzy|ogly|oglu|uly|qyzy|la|las|los|le|dos|y)'
/** Turkic «son of», «daughter of», written apart and small. */
const SUFFIX = "(?:kyzy|qyzy|qizi|qızı|gizi|kizi|uulu|uly|ogly|oglu|oğlu|o'g'li|ogli|tegin)"
const RUN = new RegExp(
  `(?<![\\p{L}\\d@#/.])${PIECE}(?:\\s+(?:${PARTICLE}\\s+){0,2}${PIECE}|\\s+${SUFFIX}(?![\\p{L}])){0,6}`,
  'gu',
)

const isInitial = (word: string): boolean => /^(?:\p{Lu}\.\s?){1,2}$/u.test(word)
const isAcronym = (word: string): boolean =>
  /^\p{Lu}{2,}$/u.test(word.replaceAll(/['-]/g, '')) && word.length <= 6
const bare = (word: string): string => word.toLowerCase().replace(/'s?$/, '')

/** Words that never belong to a person's name, whatever their place in the run. */
export function isOrdinary(word: string, lexicon: Lexicon): boolean {
  const key = bare(word)
  return (
    lexicon.ordinary.has(key) ||
    lexicon.roles.has(key) ||
    lexicon.demonyms.has(key) ||
    (lexicon.months.has(key) && key.length > 3) ||
    lexicon.weekdays.has(key) ||
    key.split('-').every((part) => lexicon.numbers.has(part))
  )
}

/** The runs of a span, in order. A run with a full stop of a sentence inside is cut there. */
export function runsIn(text: string, span: Span, lexicon: Lexicon): Run[] {
  return findAll(text, RUN, span).flatMap((found) => {
    const pieces = piecesOf(text, found.span)
    const parts: (typeof pieces)[] = [[]]
    for (const piece of pieces) {
      const ordinary = isOrdinary(piece.word, lexicon) || isAcronym(piece.word)
      if (ordinary) parts.push([], [])
      else parts.at(-1)?.push(piece)
      if (/'s$/.test(piece.word)) parts.push([])
    }
    return parts.flatMap((part) => {
      const [first, last] = [part[0], part.at(-1)]
      if (!first || !last || part.every((piece) => isInitial(piece.word))) return []
      const end = last.end - (/'s?$/.exec(last.word)?.[0].length ?? 0)
      const words = part.map((piece) => piece.word.replace(/'s?$/, ''))
      const lead = text.slice(found.span.start, first.start).trim()
      return [{ span: { start: first.start, end }, words, name: words.join(' '), lead }]
    })
  })
}

function piecesOf(text: string, span: Span): { word: string; start: number; end: number }[] {
  return [...text.slice(span.start, span.end).matchAll(/\S+/g)].map((match) => ({
    word: match[0],
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }))
}
