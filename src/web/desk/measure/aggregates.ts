/** Totals that sources give in, a section of their own out: each beside what single incidents cover of it, never added to them. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { numberIn } from '../../../publish/telling/pattern.ts'
import type { AggregateLine } from '../../../usecases/measure/read-aggregates.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { numbersText } from './labels.ts'

type Said = AggregateLine['said'][number]
type Equation = AggregateLine['equations'][number]

export function aggregateSection(desktop: Desktop, found: readonly AggregateLine[]): Piece {
  const { t, language } = desktop.face.words
  if (found.length === 0) return false
  const items = found.map(
    (one) =>
      html`<li><div><h3 class="name"><a href="/${language}/desk/records/${one.id}">${one.id}</a></h3><ul class="said">${one.said.map((said) => html`<li>${saidText(desktop, said)}</li>`)}</ul>${sums(desktop, one)}</div></li>`,
  )
  return html`<div id="aggregates">${section(t('measure.aggregates'), t('measure.aggregates.note'), html`<h2>${t('measure.aggregates.heading', { n: found.length })}</h2><ul class="work">${items}</ul>`)}</div>`
}

/** "people detained, about 300: single incidents on record cover 201 to 202 of them, in 3 incidents". */
function saidText(desktop: Desktop, said: Said): string {
  const { t } = desktop.face.words
  const number =
    said.min === null
      ? t('measure.said.at-most', { n: said.max ?? 0 })
      : numbersText(desktop, said.min, said.qualifier === 'at_least' ? null : said.max)
  const what = { what: said.what, number }
  if (said.covered.kind === 'unlike') return t('measure.said.unlike', what)
  const { by, incidents } = said.covered
  return incidents === 0
    ? t('measure.said.none', what)
    : t('measure.said.covered', {
        ...what,
        covered: numbersText(desktop, by.certain, by.claimed),
        n: incidents,
      })
}

function sums(desktop: Desktop, { equations, unexplained }: AggregateLine): Piece {
  const { t } = desktop.face.words
  const n = (value: number): string => numberIn(desktop.told.tell, value)
  const equal = ({ whole, parts }: Equation): Markup =>
    html`<p class="meta">${t('measure.sum.adds', { sum: `${n(whole.n)} = ${parts.map((one) => n(one.n)).join(' + ')}`, what: [whole, ...parts].map((one) => one.what).join(', ') })}</p>`
  return [
    ...equations.map(equal),
    unexplained.length > 0 &&
      html`<p class="meta">${t('measure.sum.unexplained', { numbers: unexplained.map((one) => `${n(one.n)} (${one.what})`).join(', ') })}</p>`,
  ]
}
