/** Facets, values and ranges in, what they are called on pages of the room out. */
import type { CountCell, CountTable } from '../../../core/count-table.ts'
import { type CountFacet, UNKNOWN_SLICE } from '../../../core/counted.ts'
import { labelIn } from '../../../core/language.ts'
import { valueName } from '../../../publish/filter-words.ts'
import { numberIn } from '../../../publish/telling/pattern.ts'
import type { Desktop } from '../desktop.ts'

export const facetLabel = ({ face }: Desktop, facet: CountFacet): string =>
  face.words.t(`measure.facet.${facet}`)

/** What is not known is called so in every facet. */
export function valueLabel(desktop: Desktop, country: string, facet: CountFacet, value: string): string {
  const { face, codebook, packs, told } = desktop
  const { t, language } = face.words
  if (value === UNKNOWN_SLICE) return t('measure.unknown')
  switch (facet) {
    case 'year':
      return value
    case 'quarter':
      return value.replace(/^(\d+)-q(\d)$/, (_, year: string, n: string) =>
        t('measure.quarter', { year, quarter: n }),
      )
    case 'role': {
      const label = codebook.vocabularies.roles.get(value)?.label
      return label ? labelIn(label, language).text : value
    }
    case 'institution': {
      const label = codebook.counting.institutions.find((one) => one.institution === value)?.label
      return label ? labelIn(label, language).text : value
    }
    case 'region': {
      // A region that was divided or renamed is a place of the pack still.
      const pack = packs.get(country)
      const name = pack?.regions.get(value)?.name ?? pack?.places.get(value)?.name
      return name ? labelIn(name, language).text : value
    }
    default:
      return valueName(facet, value, packs.get(country) ?? null, told)
  }
}

/** `12`, `12 to 15`, `at least 12`. Where nothing is certain and nothing says how much, that is what is said: never 0. */
export function rangeText(desktop: Desktop, { certain, claimed, untold, incidents }: CountCell): string {
  const { t } = desktop.face.words
  if (incidents === 0) return t('measure.nothing')
  if (certain === 0 && claimed === null) return t('measure.not-told')
  if (certain === 0 && claimed === 0 && untold > 0) return t('measure.not-told')
  return numbersText(desktop, certain, claimed)
}

export function numbersText({ face, told }: Desktop, certain: number, claimed: number | null): string {
  const { t } = face.words
  const n = (value: number): string => numberIn(told.tell, Math.round(value * 100) / 100)
  if (claimed === null) return t('number.at-least', { n: n(certain) })
  return claimed === certain ? n(certain) : t('number.range', { min: n(certain), max: n(claimed) })
}

/** Money says its currency, which no other unit has. */
export const unitLabel = (
  { face }: Desktop,
  { unit, currency }: { readonly unit: CountTable['unit']; readonly currency: string | null },
): string =>
  currency === null
    ? face.words.t(`measure.unit.${unit}`)
    : `${face.words.t(`measure.unit.${unit}`)}, ${currency}`
