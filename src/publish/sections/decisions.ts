/** The decisions an incident stands on in, a table of what was decided and when out. */
import { html, type Markup } from '../markup.ts'
import { writtenIn } from '../telling/when.ts'
import type { IncidentView } from '../views.ts'

const dayOf = (instant: string, tell: IncidentView['tell']): string => writtenIn(instant.slice(0, 10), tell)

export function decisions({ incident, words, tell }: IncidentView): Markup {
  const fields = words.t('face.decided.field')
  return html`<details><summary>${words.t('face.decided.show')}</summary><table><thead><tr><th scope="col">${fields}</th><th scope="col">${words.t('face.decided.by')}</th></tr></thead><tbody>${incident.decided.map(
    (one) =>
      html`<tr><th scope="row">${words.t(`field.${one.field}`)}</th><td>${words.t(`face.verdict.${one.verdict}`)}. ${words.t('dispute.decided', { at: dayOf(one.at, tell) })}</td></tr>
`,
  )}</tbody></table></details>`
}
