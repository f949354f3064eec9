/** A filter in, what it asks for in words out. */
import { labelIn } from '../core/language.ts'
import { FACETS, type Facet } from '../core/measure.ts'
import type { Pack } from '../core/pack.ts'
import { provisionIn } from './laws.ts'
import { dayIn, periodIn } from './telling/when.ts'
import type { Face, Filter } from './views.ts'

/** What one value of a facet is called; a value nobody knows stands as it was asked. */
export function valueName(facet: Facet, value: string, pack: Pack | null, face: Face): string {
  const { codebook, words, tell } = face
  const label = (labels: Parameters<typeof labelIn>[0] | undefined): string =>
    labels ? labelIn(labels, words.language).text : value
  switch (facet) {
    case 'act':
      return label(codebook.acts.get(value)?.label)
    case 'freedom':
      return label(codebook.vocabularies.freedoms.get(value)?.label)
    case 'kind':
      return label(codebook.vocabularies.kinds.get(value)?.label)
    case 'region':
      return value === 'country' || value === 'unknown'
        ? words.t(`face.place.${value}`)
        : label(pack?.regions.get(value)?.name)
    case 'penalty':
      return tell.penalties[value] ?? value
    case 'law': {
      const provision = pack?.provisions.get(value)
      return pack && provision ? provisionIn(provision, pack, face) : value
    }
    case 'month':
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(value)
        ? periodIn(`${value}-01`, `${value}-01`, words.language)
        : value
  }
}

/** Many values of one facet are counted instead of listed. */
const MOST = 4
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `What was done: detention or arrest. From 16 March 2020.` Empty for no filter. */
export function filterIn(filter: Filter, pack: Pack, face: Face): string {
  const { words } = face
  const facets = FACETS.flatMap((facet) => {
    const values = (filter[facet] ?? '').split(',').filter((value) => value !== '')
    if (values.length === 0) return []
    const names = values.slice(0, MOST).map((value) => valueName(facet, value, pack, face))
    const more = values.length > MOST ? [words.t('face.filter.more', { n: values.length - MOST })] : []
    return [`${words.t(`facet.${facet}`)}: ${[...names, ...more].join(` ${words.t('face.or')} `)}.`]
  })
  const bounds = (['from', 'to'] as const).flatMap((bound) => {
    const day = filter[bound]
    return day !== undefined && DAY.test(day)
      ? [words.t(`face.filter.${bound}`, { day: dayIn(day, words.language) })]
      : []
  })
  return [...facets, ...bounds].join(' ')
}
