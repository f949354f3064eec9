/** One record as withholding gives it to a partner, or to any reader: what is held back is a slip. */
import { labelIn } from '../../../core/language.ts'
import type { IncidentBody, PublicPerson } from '../../../core/public-record.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { slip } from '../../../publish/pages/parts.ts'
import type { ReadRecord } from '../../../usecases/read-records.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { titleOf } from './list-page.ts'
import { exportForm } from './record-page.ts'

export function shownPage(
  desktop: Desktop,
  record: Exclude<ReadRecord, { kind: 'team' }>,
  mayExport: boolean,
): string {
  const { face } = desktop
  const { t } = face.words
  const { incident } = record
  const title = titleOf(desktop, record)
  const body = [
    section(
      incident.id,
      t(`work.form.${record.kind}`),
      html`<h1>${title}</h1>${incident.sources.map(
        (one) =>
          html`<p class="passage" lang="${one.language}">${one.passage.map((part) =>
            part.kind === 'withheld'
              ? slip(face.words)
              : part.kind === 'mark'
                ? html`<mark>${part.text}</mark>`
                : part.text,
          )}</p><p class="meta">${[one.title, one.publisher].filter(Boolean).join(' · ')}</p>`,
      )}`,
      true,
    ),
    section(t('work.values'), t('work.values.held'), values(desktop, incident)),
    mayExport && section(t('work.export'), t('work.export.note'), exportForm(desktop, incident)),
  ]
  return frame(face, title, `records/${incident.id}`, body)
}

function values({ face, codebook }: Desktop, { fields }: IncidentBody): Markup {
  const { t, language } = face.words
  const act = (id: string): string => {
    const term = codebook.acts.get(id)
    return term ? labelIn(term.label, language).text : id
  }
  const person = (one: PublicPerson): Piece =>
    html`${one.kind === 'named' ? labelIn(one.name, language).text : one.kind === 'alias' ? one.text : slip(face.words)}${one.role && `, ${one.role}`}`
  const rows: readonly (readonly [string, readonly Piece[]])[] = [
    ['date', fields.date.map(({ value }) => [...new Set([value.from ?? '?', value.to ?? '?'])].join(' – '))],
    ['place', fields.places.map((one) => labelIn(one.value.label, language).text)],
    ['person', fields.people.map((one) => person(one.value))],
    ['group', fields.groups.map(({ value }) => `${value.min ?? '?'}–${value.max ?? '?'} ${value.what}`)],
    ['organisation', fields.organisations.map((one) => one.value)],
    ['act', fields.acts.map((one) => act(one.value))],
    [
      'law',
      fields.laws.map(({ value }) =>
        [value.code, value.article, value.part, value.name].filter(Boolean).join(' '),
      ),
    ],
    [
      'penalty',
      fields.penalties.map(({ value }) =>
        [value.type, value.days, value.amount, value.currency].filter(Boolean).join(' '),
      ),
    ],
    ['actor', fields.actors.map((one) => one.value)],
    ['outcome', fields.outcome.map((one) => one.value)],
  ]
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('work.values')}"><table><tbody>${rows.flatMap(
    ([field, shown]) =>
      shown.map((one) => html`<tr><th scope="row">${t(`field.${field}`)}</th><td>${one}</td></tr>`),
  )}</tbody></table></div>`
}
