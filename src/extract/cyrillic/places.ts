/** One sentence → the places it names, in whatever case: known ones, seats of courts, and names after «in» or «the village of». */

import { baseIn } from '../../core/bases.ts'
import type { Pack } from '../../core/pack.ts'
import type { Reading } from '../../core/reading.ts'
import { overlap, type Span } from '../../core/span.ts'
import type { Known } from '../gazetteer.ts'
import type { PlaceMention, PlaceUse } from '../place-use.ts'
import { findAll } from '../scan.ts'
import { makes } from '../turns.ts'
import { knownAs, knownInflected } from './known.ts'
import { inflectionOf, patternsOf } from './patterns-of.ts'
import { isPlainWord } from './runs.ts'

/** «Саратовский журналист», «казанского университета»: the adjective of a town says where somebody is at home. */
const OF_TOWN =
  /(?<![\p{L}-])(\p{L}\p{Ll}+(?:-\p{L}\p{Ll}+)?)ск(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими)\s+(?:\p{Ll}+(?:ый|ий|ого|его|ой|ая|ую|ому|ым)\s+)?(\p{L}\p{Ll}+)/gu
const BEARERS: ReadonlySet<string> = new Set(
  'издание газета портал сайт редакция телеканал радиостанция университет институт завод мечеть община церковь школа гимназия театр'.split(
    ' ',
  ),
)

export function placesInflected(
  text: string,
  sentence: Span,
  pack: Pack,
  reading: Reading,
  persons: readonly Span[],
): PlaceMention[] {
  const found: PlaceMention[] = []
  const taken: Span[] = [...persons]
  const free = (span: Span): boolean => !taken.some((one) => overlap(one, span) > 0)
  for (const { span, known } of knownInflected(text, sentence, pack, reading)) {
    if (!free(span)) continue
    taken.push(span)
    const place = placeOf(text, sentence, span, known, reading)
    if (place) found.push(place)
  }
  const { seat, town, where } = patternsOf(reading)
  if (seat)
    for (const { span, groups } of findAll(text, seat.pattern, sentence)) {
      const stem = groups[1] ?? ''
      const at = { start: span.start, end: span.start + stem.length }
      const known =
        free(at) &&
        [...seat.bases(stem), `${stem}ская область`]
          .map((base) => knownAs(base, pack, reading))
          .find((one) => one?.kind === 'place')
      if (!known) continue
      const place = placeOf(text, sentence, at, known, reading)
      if (place) found.push({ ...place, name: place.canonical, use: 'scene' })
    }
  if (seat)
    for (const { span, groups } of findAll(text, OF_TOWN, sentence)) {
      const [, stem = '', noun = ''] = groups
      const at = { start: span.start, end: span.start + stem.length }
      const { lexicon } = reading
      const bearer = [lexicon.roles, lexicon.people, BEARERS].some(
        (known) => baseIn(noun, known, inflectionOf(reading)) !== null,
      )
      const known =
        bearer &&
        free(at) &&
        !found.some((one) => overlap(one.span, at) > 0) &&
        seat
          .bases(stem.charAt(0).toUpperCase() + stem.slice(1))
          .map((base) => knownAs(base, pack, reading))
          .find(
            (one) => one?.kind === 'place' && one.place.kind !== 'foreign' && one.place.kind !== 'country',
          )
      const place = known ? placeOf(text, sentence, at, known, reading) : null
      if (place) found.push({ ...place, name: place.canonical, use: 'base' })
    }
  for (const pattern of [town, where])
    for (const { span, groups } of findAll(text, pattern, sentence)) {
      const name = groups[1] ?? ''
      const start = span.start + (groups[0] ?? '').indexOf(name)
      const at = { start, end: start + name.length }
      const inSet = isPlainWord(text.slice(start, span.end), reading) || isPlainWord(name, reading)
      if (!free({ start, end: span.end }) || inSet || name.length < 3 || /^\p{Lu}+$/u.test(name)) continue
      taken.push(at)
      found.push({
        span: at,
        name,
        canonical: inEnglish(name, reading),
        place: null,
        kind: 'town',
        town: null,
        use: useOf(text, sentence, at, reading),
      })
    }
  return found.sort((a, b) => a.span.start - b.span.start)
}

function placeOf(
  text: string,
  sentence: Span,
  span: Span,
  known: Known,
  reading: Reading,
): PlaceMention | null {
  if (known.kind !== 'place') return null
  const { place } = known
  const before = text.slice(Math.max(sentence.start, span.start - 40), span.start)
  const after = text.slice(span.end, span.end + 30)
  if (place.kind === 'city-district') return null
  if (makes(before, 'not-person', reading) && place.kind !== 'site') return null
  if (
    makes(after, 'not-person-after', reading) &&
    !/^\s+(?:қала|облыс|ауд|суд|сот)/u.test(after) &&
    /^\s+(?:район|УВД|РУВД)/u.test(after)
  )
    return null
  const country = place.kind === 'country' || place.kind === 'foreign'
  const whole = country && /(?:городах|регионах|областях|всей|всему|территории)\s+$/iu.test(before)
  return {
    span,
    name: text.slice(span.start, span.end).replaceAll(/\s+/g, ' '),
    canonical: place.canonical.replace(/ district$/i, ''),
    place: place.id === '' || place.kind === 'foreign' ? null : place.id,
    kind: whole
      ? 'region'
      : country
        ? 'country'
        : place.kind === 'region'
          ? 'region'
          : place.kind === 'site'
            ? 'site'
            : 'town',
    town: place.town,
    use: whole
      ? 'scene'
      : country && !makes(before, 'place-topic', reading)
        ? abroad(before, reading)
        : useOf(text, sentence, span, reading),
  }
}

/** A country is a scene only after «in»; scenes choose it when nothing nearer is told. Kazakh says so by an ending. */
const abroad = (before: string, { language }: Reading): PlaceUse =>
  language === 'kk' || /(?:в|во|по)\s+(?:Республике\s+)?$/iu.test(before) ? 'abroad' : 'topic'

function useOf(text: string, sentence: Span, span: Span, reading: Reading): PlaceUse {
  const before = text.slice(Math.max(sentence.start, span.start - 60), span.start)
  if (makes(before, 'place-topic', reading)) return 'topic'
  if (makes(before, 'place-base', reading) || isHome(before, reading)) return 'base'
  return makes(before, 'place-plan', reading) ? 'plan' : 'scene'
}

/** «Житель Темиртау», «активист из Актау». */
const isHome = (before: string, reading: Reading): boolean => {
  const word = /([\p{L}-]+)\s+(?:из\s+)?(?:города\s+|села\s+)?$/u.exec(before)?.[1] ?? ''
  const base = baseIn(word, reading.lexicon.roles, inflectionOf(reading))
  return base !== null && !reading.lexicon.officials.has(base)
}

/** Letter by letter, as English maps write such names. */
const inEnglish = (name: string, reading: Reading): string => {
  const { letters } = inflectionOf(reading)
  const plain = [...name.toLowerCase()].map((one) => letters.get(one) ?? one).join('')
  return plain.replace(/(?:^|[\s-])\p{L}/gu, (one) => one.toUpperCase())
}
