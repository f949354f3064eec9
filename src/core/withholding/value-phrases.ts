/** A value that is held back in, every phrase that would say it out: as written, and in the scripts the country pack has. */
import type { Labels } from '../language.ts'
import { foldName } from '../names/fold.ts'
import type { Pack } from '../pack.ts'
import type { Held } from '../record.ts'
import type { PenaltyValue, PlaceValue } from '../values.ts'
import { type Phrase, phraseOf, phrasesOfNumber } from './phrases.ts'

const spellings = (labels: Labels): readonly string[] =>
  [labels.en, labels.ru, labels.kk].filter((one) => one !== null)

const numbers = (...values: readonly (number | null)[]): readonly Phrase[] =>
  values.flatMap((one) => (one === null ? [] : phrasesOfNumber(one)))

export function phrasesOf(held: Held, pack: Pack): readonly Phrase[] {
  switch (held.field) {
    case 'kind':
    // The words of a date are found by their shape.
    case 'date':
    case 'other_date':
      return []
    // Names are held back wherever they stand, as of somebody whom no coder found in the record.
    case 'person':
      return held.value.role === null ? [] : [phraseOf(held.value.role)]
    case 'freedom':
    case 'act':
      return [phraseOf(held.value.replaceAll('_', ' '))]
    case 'place':
      return placeNames(held.value, pack).flatMap(namePhrases)
    case 'organisation':
    case 'actor':
    case 'source':
      return bodyNames(held.value, pack).flatMap(namePhrases)
    case 'offence':
    case 'outcome':
      return namePhrases(held.value)
    case 'group':
      return [phraseOf(held.value.what), ...numbers(held.value.min, held.value.max)]
    case 'law':
      return [held.value.name ?? '', held.value.article ?? ''].map(phraseOf)
    case 'penalty':
      return penaltyPhrases(held.value)
  }
}

/** The whole name, and each capitalised word of it: «the Fund» says which fund. */
function namePhrases(name: string): readonly Phrase[] {
  const words = [...name.matchAll(/\p{Lu}[\p{L}\p{M}]{2,}/gu)].map((match) => match[0])
  return [phraseOf(name), ...words.map(phraseOf)]
}

/** With its region: a village is not hidden by a page that says where it lies. */
function placeNames(value: PlaceValue, pack: Pack): readonly string[] {
  const place = value.place === null ? undefined : pack.places.get(value.place)
  const around = [place?.id, place?.inside, place?.region].flatMap(
    (id) => pack.places.get(id ?? '') ?? pack.regions.get(id ?? '') ?? [],
  )
  return [value.name, value.canonical, ...around.flatMap((one) => [...spellings(one.name), ...one.variants])]
}

function bodyNames(name: string, pack: Pack): readonly string[] {
  const own = foldName(name).join(' ')
  const known = [...pack.organisations.values()].filter((one) =>
    [...spellings(one.name), ...one.aliases].some((spelling) => foldName(spelling).join(' ') === own),
  )
  return [name, ...known.flatMap((one) => [...spellings(one.name), ...one.aliases])]
}

const penaltyPhrases = ({
  type,
  unit,
  days,
  months,
  years,
  amount,
  min,
  max,
  who,
}: PenaltyValue): readonly Phrase[] => [
  phraseOf(type.replaceAll('_', ' ')),
  ...(unit === null ? [] : [phraseOf(unit)]),
  ...who.flatMap(namePhrases),
  ...numbers(days, months, years, amount, min, max),
]
