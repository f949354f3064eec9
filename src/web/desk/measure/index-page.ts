/** What can be counted in, the first page of the Measure room out: how much there is by year, and what each page answers. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CountAnswer } from '../../../usecases/measure/count-records.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { countFigure } from './count-figure.ts'
import { countTableOf, outsideNotes } from './count-parts.ts'
import { MEASURE_PAGES } from './rooms.ts'

/** `answer`: incidents by year; null: there is nothing to count. */
export function measurePage(desktop: Desktop, answer: CountAnswer | null): string {
  const { face } = desktop
  const { t, language } = face.words
  const page = (name: (typeof MEASURE_PAGES)[number]): Markup =>
    html`<li><div><h2 class="name"><a href="/${language}/desk/measure/${name}">${t(`measure.page.${name}`)}</a></h2><p class="meta">${t(`measure.page.${name}.what`)}</p></div></li>`
  const heading =
    answer === null || answer.total.incidents === 0
      ? t('measure.head.none')
      : t('measure.head.room', { n: answer.total.incidents })
  const years: Piece = answer !== null &&
    answer.total.incidents > 0 && [
      countFigure(desktop, answer),
      html`<details><summary>${t('measure.table')}</summary>${countTableOf(desktop, answer)}</details>`,
      outsideNotes(desktop, answer),
    ]
  const body = [
    section(t('measure.title'), t('measure.note'), html`<h1>${heading}</h1>${years}`, true),
    section(
      t('measure.pages'),
      t('measure.pages.note'),
      html`<ul class="work">${MEASURE_PAGES.map(page)}</ul>`,
    ),
  ]
  return frame(face, t('measure.title'), 'measure', body)
}
