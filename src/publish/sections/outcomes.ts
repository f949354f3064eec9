/** What is counted of a thing's incidents in, drawn ranges of what was done and with what penalties out. */
import type { Measure } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { type RangeLine, rangeFigure } from '../figures/ranges.ts'
import { valueName } from '../filter-words.ts'
import { html, type Markup } from '../markup.ts'
import { row, ruleLink } from '../pages/parts.ts'
import { capital } from '../telling/pattern.ts'
import type { ThingView } from '../views.ts'
import { valueIn } from './counts.ts'

/** Lines past this would be of one or two incidents each; the data has all. */
const MOST = 8

const nameOf = ({ slice }: Measure, pack: Pack, view: ThingView): string =>
  slice === null ? '' : capital(valueName(slice.facet, slice.value, pack, view), view.tell)

function drawn(measures: readonly Measure[], id: string, view: ThingView): Markup {
  const { words, pack } = view
  const shown = measures
    .toSorted((a, b) => b.certain - a.certain || (a.slice?.value ?? '').localeCompare(b.slice?.value ?? ''))
    .slice(0, MOST)
  const lines = shown.map(
    (one): RangeLine => ({
      label: nameOf(one, pack, view),
      certain: one.certain,
      claimed: one.claimed,
      text: valueIn(one, view),
    }),
  )
  const title = lines.map((one) => `${one.label}: ${one.text}`).join('; ')
  return html`<figure>${rangeFigure(lines, id, title)}</figure><details><summary>${words.t('thing.as-table')}</summary><table><tbody>${lines.map(
    (one) => html`<tr><th scope="row">${one.label}</th><td class="n">${one.text}</td></tr>
`,
  )}</tbody></table></details>`
}

const leading = (measures: readonly Measure[], view: ThingView): string => {
  const most = measures.reduce<Measure | null>(
    (best, one) => (best === null || one.certain > best.certain ? one : best),
    null,
  )
  return most === null ? '' : `${nameOf(most, view.pack, view)}: ${valueIn(most, view)}`
}

/** How often each act was done, in incidents. */
export function whatWasDone(view: ThingView): Markup | false {
  const acts = view.counts.measures.filter((one) => one.unit === 'incidents' && one.slice?.facet === 'act')
  if (acts.length === 0) return false
  const note = html`${view.words.t('thing.done.note')}<br>${ruleLink('count.incidents@1', view)}`
  return row('d', view.words.t('section.acts'), note, leading(acts, view), drawn(acts, 'wd', view))
}

/** Penalties by kind, one for each person, with the days and the money where anything of them is known. */
export function penaltiesGiven(view: ThingView, note: string): Markup | false {
  const { words, pack } = view
  const { measures } = view.counts
  const given = measures.filter((one) => one.unit === 'penalties')
  if (given.length === 0) return false
  const sums = measures.filter((one) => one.unit === 'days' || one.unit === 'money')
  const label = html`${note}<br>${ruleLink('count.penalties@1', view)}`
  return row(
    'g',
    words.t('thing.penalties'),
    label,
    leading(given, view),
    html`${drawn(given, 'pg', view)}${
      sums.length > 0 &&
      html`<ul class="counts">${sums.map(
        (
          one,
        ) => html`<li><p class="num">${valueIn(one, view)} <small>${one.unit === 'money' ? pack.currency : words.t('unit-name.days')}</small></p><p>${nameOf(one, pack, view)}<span class="src">${ruleLink(one.method, view)}</span></p></li>
`,
      )}</ul>`
    }`,
  )
}
