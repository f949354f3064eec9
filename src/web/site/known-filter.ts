/** A filter as asked for in; true when every value in it is a word of a vocabulary, a place of the pack, or a date. */
import type { Codebook } from '../../core/codebook.ts'
import type { Facet } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { parsePartialDate } from '../../core/partial-date.ts'
import type { Filter } from '../../publish/views.ts'

/** Regions that are no regions: the country as a whole, and nobody knows where. */
const NO_REGION = ['country', 'unknown']

export function isKnownFilter(filter: Filter, pack: Pack, codebook: Codebook): boolean {
  const isKnown: Readonly<Record<Facet | 'from' | 'to', (value: string) => boolean>> = {
    act: (value) => codebook.acts.has(value),
    law: (value) => pack.provisions.has(value),
    region: (value) => pack.regions.has(value) || NO_REGION.includes(value),
    freedom: (value) => codebook.vocabularies.freedoms.has(value),
    penalty: (value) => codebook.vocabularies.penalties.has(value),
    kind: (value) => codebook.vocabularies.kinds.has(value),
    month: (value) => /^\d{4}-\d{2}$/.test(value) && parsePartialDate(value) !== null,
    from: (value) => parsePartialDate(value)?.precision === 'day',
    to: (value) => parsePartialDate(value)?.precision === 'day',
  }
  return Object.entries(filter).every(([facet, values]) =>
    values.split(',').every(isKnown[facet as Facet | 'from' | 'to']),
  )
}
