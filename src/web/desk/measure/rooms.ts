/** The pages of the Measure room, in the order in which somebody who knows nothing of them would need them. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'

export const MEASURE_PAGES = [
  'counts',
  'laws',
  'mappings',
  'coverage',
  'unseen',
  'agreement',
  'training',
  'rating',
  'watchlist',
] as const
export type MeasurePage = (typeof MEASURE_PAGES)[number]

export function measureNav({ face }: Desktop, here: MeasurePage): Markup {
  const { t, language } = face.words
  return html`<nav aria-label="${t('measure.nav')}"><ul class="rooms">${MEASURE_PAGES.map((page) => html`<li><a href="/${language}/desk/measure/${page}"${page === here && html` aria-current="page"`}>${t(`measure.page.${page}`)}</a></li> `)}</ul></nav>`
}
