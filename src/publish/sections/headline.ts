/** A period's incidents in, its headline out: the finding, the counts that prove it, the way to their rows. */
import { labelIn } from '../../core/language.ts'
import { matching } from '../filter.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { html, type Markup } from '../markup.ts'
import { ruleLink } from '../pages/parts.ts'
import { periodIn } from '../telling/when.ts'
import type { PeriodView } from '../views.ts'
import { rowsHref } from './rows-href.ts'

/** The headline, and under it the plain counts, each number open to its rows. */
export function headline(view: PeriodView): Markup {
  const { words, incidents, pack, period } = view
  const [finding, ...others] = findingsOf(incidents, pack)
  const when = periodIn(period.from, period.to, words.language)
  const label = html`<p class="lab"><b>${labelIn(pack.name, words.language).text}, ${when}</b>${words.t('face.incidents', { n: matching(incidents, {}, pack).length })}. ${words.t('face.recorded-only')}</p>`
  if (!finding)
    return html`<section class="row first finding full">${label}<h1>${words.t('face.nothing')}</h1></section>`
  const next = others.find((one) => one.key !== 'recorded')
  const rows = [...finding.shares, ...(next?.shares ?? [])].map(
    (one) =>
      html`<a href="${rowsHref(view, one.filter)}">${words.t('face.rows', { n: one.n.length })}</a> · `,
  )
  return html`<section class="row first finding full">${label}
<h1>${findingIn(finding, pack, view, 'headline')}</h1>
<p class="sub">${findingIn(finding, pack, view, 'proof')}${next && ` ${findingIn(next, pack, view, 'proof')}`}</p>
<p class="meta">${rows}${ruleLink(finding.rule, view)}</p></section>
`
}
