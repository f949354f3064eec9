/** Measures in, a list of counts out: the number, its unit, its method, and the way to its rows. */
import { type Measure, type Period, type Unit, WITH_WITHHELD } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { filterOf } from '../filter.ts'
import { valueName } from '../filter-words.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { ruleLink } from '../pages/parts.ts'
import { capital, has, numberIn, pattern } from '../telling/pattern.ts'
import type { Face } from '../views.ts'

/** `12`, `12 to 15`, `at least 12`: an open end is said, never closed by us. */
export function valueIn(measure: Measure, face: Face): string {
  const { words, tell } = face
  const certain = numberIn(tell, measure.certain)
  if (measure.claimed === null) return words.t('number.at-least', { n: certain })
  if (measure.claimed === measure.certain) return certain
  return words.t('number.range', { min: certain, max: numberIn(tell, measure.claimed) })
}

/** What a slice is called. */
const sliceIn = (measure: Measure, pack: Pack, face: Face): string =>
  measure.slice === null
    ? capital(face.words.t('face.count.all'), face.tell)
    : capital(valueName(measure.slice.facet, measure.slice.value, pack, face), face.tell)

/** Money is named by its currency. */
function unitIn(measure: Measure, pack: Pack, { words, tell }: Face): string {
  if (measure.unit !== 'money') return words.t(`unit-name.${measure.unit}`)
  const key = `currency.${pack.currency}`
  return has(tell, key) ? pattern(tell, key) : pack.currency
}

const ORDER: readonly Unit[] = ['incidents', 'persons', 'penalties', 'days', 'money']
const PER_UNIT = 4

/** The count of incidents as a whole, then the largest few slices of each unit: people killed, fined and displaced have no sum. */
export function chosen(measures: readonly Measure[]): readonly Measure[] {
  return ORDER.flatMap((unit) => {
    // The total that allows for records held back stands by itself: it opens to fewer rows than it counts.
    const own = measures.filter((one) => one.unit === unit && one.method !== WITH_WITHHELD)
    const whole = own.filter((one) => one.slice === null && unit !== 'persons')
    const slices = own
      .filter((one) => one.slice?.facet === 'act' || one.slice?.facet === 'penalty')
      .sort((a, b) => b.certain - a.certain || (a.slice?.value ?? '').localeCompare(b.slice?.value ?? ''))
    return [...whole, ...(unit === 'incidents' ? [] : slices.slice(0, PER_UNIT))]
  })
}

/** How the counts are made, each method once. */
export function countMethods(measures: readonly Measure[], face: Face): readonly Markup[] {
  const ids = new Set(chosen(measures).map((measure) => measure.method))
  return [...ids].map((id) => html`<br>${ruleLink(id, face)}`)
}

/** Unlike units stand under each other and are never added. */
export function countList(measures: readonly Measure[], period: Period, pack: Pack, face: Face): Markup {
  const { words, site } = face
  const language = words.language
  return html`<ul class="counts">${chosen(measures).map((measure) => {
    const rows = href(site, language, {
      kind: 'incidents',
      country: pack.id,
      period: period.id,
      // A measure counts what lies wholly in the period; a page of rows also lists what may.
      filter: { ...filterOf(measure.slice), from: period.from, to: period.to },
      page: 1,
    })
    return html`<li><p class="num"><a href="${rows}">${valueIn(measure, face)}</a> <small>${unitIn(measure, pack, face)}</small></p><p>${sliceIn(measure, pack, face)}<span class="src">${words.t('face.count.from', { n: measure.rows.length })}</span></p></li>
`
  })}</ul>`
}
