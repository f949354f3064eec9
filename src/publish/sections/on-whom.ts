/** The incidents of a thing in, in what roles people were struck in them out. */
import { roleIn } from '../../core/counting-words.ts'
import { labelIn } from '../../core/language.ts'
import type { IncidentBody } from '../../core/public-record.ts'
import { type RangeLine, rangeFigure } from '../figures/ranges.ts'
import { html, type Markup } from '../markup.ts'
import { row, ruleLink } from '../pages/parts.ts'
import { capital } from '../telling/pattern.ts'
import { isOfPersons } from '../telling/persons.ts'
import type { ThingView } from '../views.ts'
import { valueIn } from './counts.ts'
import { rangeIn } from './in-time.ts'

/** Roles of those who were struck, as the codebook counts them; none where no rule knows the words. */
function rolesIn(incident: IncidentBody, view: ThingView): ReadonlySet<string> {
  const { fields } = incident
  const said = [
    ...fields.people.flatMap(({ value }) => (value.harmed === true ? (value.role ?? []) : [])),
    ...fields.groups.flatMap(({ value }) => (isOfPersons(value.what) ? value.what : [])),
  ]
  return new Set(said.flatMap((one) => roleIn(one, view.codebook.counting) ?? []))
}

/** In how many incidents somebody of a role was struck. An incident with two roles stands in both; of many nobody tells a role. */
export function onWhom(view: ThingView): Markup | false {
  const { words, codebook, tell, measures } = view
  const persons = measures.find((one) => one.unit === 'persons' && one.slice === null)
  const counts = new Map<string, { certain: number; claimed: number }>()
  for (const { incident, sure } of view.members.filter((one) => one.incident.fields.kind !== 'aggregate'))
    for (const role of rolesIn(incident, view)) {
      const { certain, claimed } = counts.get(role) ?? { certain: 0, claimed: 0 }
      counts.set(role, { certain: certain + (sure ? 1 : 0), claimed: claimed + 1 })
    }
  const nameOf = (role: string): string => {
    const term = codebook.vocabularies.roles.get(role)
    return capital(term ? labelIn(term.label, words.language).text : role, tell)
  }
  const lines = [...counts]
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
