/** One sentence → places told by more than a preposition: a dateline, a list of towns, a court's seat, `X-based`, `X police`. */
import type { Lexicon } from '../core/reading.ts'
import type { Span } from '../core/span.ts'
import type { PlaceMention, PlaceUse } from './place-use.ts'
import { isOrdinary } from './runs.ts'
import { findAll } from './scan.ts'

const WORD = "\\p{Lu}\\p{L}+(?:'(?!s\\b)\\p{L}+)?(?:-\\p{Lu}\\p{L}+)*"
const NAME = `${WORD}(?:\\s(?!and\\b)${WORD})?`

/** The day in the head of an item. */
const HEAD_DAY =
  '(?:\\d{1,2}(?:st|nd|rd|th)?\\s+\\p{Lu}\\p{Ll}+(?:,?\\s+\\d{4})?|\\p{Lu}\\p{Ll}+\\s+\\d{1,2}(?:,?\\s+\\d{4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{4})'

/** True for a name that stands in the head of an item, beside a day. */
export const inHead = (before: string, after: string): boolean =>
  (new RegExp(`^${HEAD_DAY},?\\s+$`, 'u').test(before) && /^(?:[.:]\s|\s[–-]\s)/.test(after)) ||
  (before === '' && new RegExp(`^,\\s+${HEAD_DAY}(?:[.:]\\s|\\s[–-]\\s)`, 'u').test(after))

type Shape = { readonly pattern: RegExp; readonly use: PlaceUse }
const shape = (source: string, use: PlaceUse = 'scene'): Shape => ({ pattern: new RegExp(source, 'gu'), use })

const COURT_WORD =
  "(?:Serious|Grave|Heavy|Crimes?|Penal|Criminal|Civil|Administrative|Economic|Military|Garrison|City|District|Regional|Municipal|County|Provincial|Appeals?|High|First|Instance|Magistrates?'?|Assize|Juvenile|Labou?r|Special\\w*|Central|Revolutionary|Inter-?district|Supreme)"

/** The first group is the place. */
const SHAPES: readonly Shape[] = [
  // «Lipova. A teacher was fined.» — the head of an item.
  shape(`^(${NAME})(?:\\.$|:\\s|\\s[–-]\\s)`),
  // «3 May 2031, Lipova.» and «Lipova, 3 May:» — a day beside it.
  shape(`^${HEAD_DAY},?\\s+(${NAME})(?:\\.$|[.:]\\s|\\s[–-]\\s)`),
  shape(`^(${NAME}),\\s+${HEAD_DAY}(?:\\.$|[.:]\\s|\\s[–-]\\s)`),
  shape(`(?<![\\p{L}-])(${NAME})-based\\b`, 'base'),
  shape(
    `(?<![\\p{L}-])(${WORD})(?:'s)?\\s+(?:police|authorities|prosecutors?|municipality|mayor|governor|residents|judge|magistrate|customs|airport|court|(?:railway|train|bus|metro) station|(?:city|town|district|regional|municipal|county|military|garrison|criminal|appeals?|civil|federal|high|military appeals) (?:court|judge|magistrate|council|hall|administration|authorities|police|prosecutor))\\b`,
  ),
  // «The Baku Serious Crimes Court»: the seat before whatever the court tries.
  shape(
    `(?<![\\p{L}-])(?!${COURT_WORD}\\b|\\p{Lu}\\p{Ll}*sk(?:y|iy|yi|yy|i|oy|aya)\\b)(${WORD})\\s+(?:${COURT_WORD}\\s+){1,5}(?:Courts?|Tribunal)\\b`,
  ),
  shape(
    `(?<![\\p{L}-])(?!(?:Federal|National|Military|State|Traffic|Riot|Royal|Republic|Civil|Border|Security|Regional|District|City|Local|Tourist|Special|Judicial|Islamic|Metropolitan|Transport|Railway|Financial|Economic|Criminal|Secret|Moral|Morality|Religious|Tax)\\b)(${WORD})\\s+Police\\b(?!\\s+\\p{Lu})`,
  ),
  shape(`(?<![\\p{L}-])(${WORD})'s\\s+(?:\\p{Lu}[\\p{L}-]+\\s+){1,4}Court\\b`),
  shape(
    `\\bCourt\\s+(?:No\\.\\s?\\d+\\s+)?(?:of|for)\\s+(?:the\\s+(?:city|town)\\s+of\\s+)?(?!(?:Appeals?|Cassation|Justice|Human|First|Second|Arbitration|Audit|Auditors|Criminal|Administrative|Minors|Serious|Assizes|International|Constitutional|Grave|Military|Arbitral)\\b)(${NAME})`,
  ),
]

/** «In A, B and C»: one preposition places them all. */
const LIST = new RegExp(
  `\\b(?:[Ii]n|[Nn]ear|[Aa]cross|[Bb]etween)\\s+((?:${NAME},\\s+)*${NAME},?\\s+(?:and|as well as)\\s+${NAME})(?!\\s*(?:'s|\\p{Lu}))`,
  'gu',
)

/** Names as written; what the lexicon explains as an ordinary word, an institution or a month is none. */
export function shapedPlaces(text: string, span: Span, lexicon: Lexicon): PlaceMention[] {
  const found: PlaceMention[] = []
  const add = (name: string, start: number, use: PlaceUse): void => {
    const [first = '', second] = name.split(/\s/)
    if (
      second !== undefined &&
      isOrdinary(first, lexicon) &&
      !/^(?:New|North|South|East|West|Old|Port|Saint)$/.test(first)
    ) {
      add(second, start + name.length - second.length, use)
      return
    }
    if (
      !name ||
      name
        .replace(/\s(?:City|Province)$/, '')
        .split(/\s/)
        .some((word) => isNoPlace(word, lexicon))
    )
      return
    const at = { start, end: start + name.length }
    found.push({ span: at, name, canonical: name, place: null, kind: 'town', town: null, use })
  }
  for (const { pattern, use } of SHAPES)
    for (const { span: at, groups } of findAll(text, pattern, span)) {
      const name = groups[1] ?? ''
      add(name, text.indexOf(name, at.start), use)
    }
  for (const { span: at, groups } of findAll(text, LIST, span)) {
    let from = at.end - (groups[1] ?? '').length
    for (const name of (groups[1] ?? '').split(/,?\s+(?:and|as well as)\s+|,\s+/)) {
      from = text.indexOf(name, from)
      add(name.trim(), from, 'scene')
    }
  }
  return found
}

const isNoPlace = (word: string, lexicon: Lexicon): boolean =>
  isOrdinary(word, lexicon) ||
  lexicon.months.has(word.toLowerCase()) ||
  lexicon.institutions.has(word.toLowerCase()) ||
  lexicon.localities.has(word.toLowerCase()) ||
  word === word.toUpperCase()
