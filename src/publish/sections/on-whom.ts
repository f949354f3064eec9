/** The incidents of a thing in, in what roles people were struck in them out. */
import { labelIn } from '../../core/language.ts'
import { type RangeLine, rangeFigure } from '../figures/ranges.ts'
import { html, type Markup } from '../markup.ts'
import { row, ruleLink } from '../pages/parts.ts'
import { capital } from '../telling/pattern.ts'
import type { ThingView } from '../views.ts'
import { valueIn } from './counts.ts'
import { rangeIn } from './in-time.ts'

/** In how many incidents somebody of a role was struck. An incident with two roles stands in both; of many nobody tells a role. */
export function onWhom(view: ThingView): Markup | false {
  const { words, codebook, tell, counts } = view
  const persons = counts.measures.find((one) => one.unit === 'persons' && one.slice === null)
  const nameOf = (role: string): string => {
    const term = codebook.vocabularies.roles.get(role)
    return capital(term ? labelIn(term.label, words.language).text : role, tell)
  }
  const lines = [...counts.roles]
    .sort(([a, x], [b, y]) => y.claimed - x.claimed || a.localeCompare(b))
    .map(
      ([role, { certain, claimed }]): RangeLine => ({
        label: nameOf(role),
        certain,
        claimed,
        text: rangeIn(certain, claimed, view),
      }),
    )
  if (!persons && lines.length === 0) return false
  const heading = persons ? `${words.t('section.people')}: ${valueIn(persons, view)}` : words.t('thing.whom')
  const note = html`${words.t('thing.whom.note')}${persons && html`<br>${ruleLink(persons.method, view)}`}`
  return row(
    'h',
    words.t('thing.whom'),
    note,
    heading,
    lines.length === 0
      ? html`<p>${words.t('thing.whom.no-role')}</p>`
      : html`<figure>${rangeFigure(lines, 'ow', lines.map((one) => `${one.label}: ${one.text}`).join('; '))}</figure><details><summary>${words.t('thing.as-table')}</summary><table><tbody>${lines.map(
          (one) => html`<tr><th scope="row">${one.label}</th><td class="n">${one.text}</td></tr>
`,
        )}</tbody></table></details>`,
  )
}
