/** Plain text → runs of capitalised words cut at words that are no part of a name, at known places and at acronyms. */

import { baseIn } from '../../core/bases.ts'
import type { Reading } from '../../core/reading.ts'
import { overlap, type Span } from '../../core/span.ts'
import type { KnownMention } from '../gazetteer.ts'
import { findAll } from '../scan.ts'
import { inflectionOf } from './patterns-of.ts'

/** `lead` is what stood capitalised before the name. */
export type CapitalRun = { readonly span: Span; readonly words: readonly string[]; readonly lead: string }

const WORD = "\\p{Lu}[\\p{L}\\p{M}']*(?:-\\p{L}+)*"
const RUN = new RegExp(
  `(?<![\\p{L}\\d@#/])(?:\\p{Lu}\\.|${WORD})(?:\\s*(?<=\\.)\\s*(?:\\p{Lu}\\.|${WORD})|\\s+(?:\\p{Lu}\\.|${WORD}|(?:ұлы|қызы|улы|кызы|оглы|уулу)(?!\\p{L}))){0,5}`,
  'gu',
)

const SURNAME = /(?:[оеё]в|[иы]н)(?:а|у|ой|ым|е|ы|ых|ыми)?$/u

const TOWNSMAN = /(?:[чяа]н(?:ин|ина|ину|ином|ка|ки|ке|ку|кой)|[лн]ец|[лн]?ца|[лн]?цу)$/u

/** Also with an ending behind a hyphen: «ҚК-нің». */
const isAcronym = (word: string): boolean => /^\p{Lu}{2,}(?:-\p{Ll}+|-\p{Lu}+)*$/u.test(word)

/** True of words that are never part of a person's name. */
export function isPlainWord(word: string, { lexicon, ...reading }: Reading): boolean {
  const inflection = inflectionOf({ lexicon, ...reading })
  const key = word.toLowerCase()
  return (
    lexicon.ordinary.has(key) ||
    lexicon.months.has(key) ||
    lexicon.numbers.has(key) ||
    [
      lexicon.roles,
      lexicon.people,
      lexicon.things,
      lexicon.institutions,
      lexicon.localities,
      lexicon.demonyms,
      lexicon.weekdays,
    ].some((known) => baseIn(word, known, inflection) !== null)
  )
}

export function capitalRuns(
  text: string,
  span: Span,
  reading: Reading,
  known: readonly KnownMention[],
): CapitalRun[] {
  return findAll(text, RUN, span).flatMap((found) => {
    const pieces = [...text.slice(found.span.start, found.span.end).matchAll(/\p{Lu}\.|[^\s.]+/gu)].map(
      (match) => ({
        word: match[0],
        span: {
          start: found.span.start + match.index,
          end: found.span.start + match.index + match[0].length,
        },
      }),
    )
    const parts: (typeof pieces)[] = [[]]
    for (const [index, piece] of pieces.entries()) {
      const place = known.find((one) => overlap(one.span, piece.span) > 0)
      // «Семей Усенов»: a town right before a surname may be a given name.
      const givenName =
        place !== undefined &&
        place.span.end - place.span.start === piece.word.length &&
        !(reading.language === 'kk' && /(?:да|де|та|те)$/u.test(piece.word)) &&
        !/(?:^|\s)(?:из|в|во|под|около|близ|от|до|у)\s+$/iu.test(
          text.slice(Math.max(span.start, piece.span.start - 8), piece.span.start),
        ) &&
        SURNAME.test(pieces[index + 1]?.word ?? '')
      // «Мария Иванова», although Ivanovo is a town.
      const surname =
        index > 0 && place !== undefined && parts.at(-1)?.length !== 0 && SURNAME.test(piece.word)
      // «Гомельчанке Дане Усеновой»: whose town the first of three words says.
      const townsman = index === 0 && pieces.length > 2 && TOWNSMAN.test(piece.word)
      if (
        (place && !givenName && !surname) ||
        townsman ||
        isAcronym(piece.word) ||
        isPlainWord(piece.word, reading)
      )
        parts.push([])
      else parts.at(-1)?.push(piece)
    }
    return parts.flatMap((part): CapitalRun[] => {
      const [first, last] = [part[0], part.at(-1)]
      if (!first || !last || part.every((one) => /^\p{Lu}\.$/u.test(one.word))) return []
      return [
        {
          span: { start: first.span.start, end: last.span.end },
          words: part.map((one) => one.word),
          lead: text.slice(found.span.start, first.span.start).trim(),
        },
      ]
    })
  })
}
