/** The steps a record took, or the records it is linked with, as a page. */
import { html } from '../../../publish/markup.ts'
import type { Relation, Step } from '../../../store/queries/records.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { moveLabel } from './labels.ts'

const back = ({ face }: Desktop, id: string) =>
  html`<a href="/${face.words.language}/desk/records/${id}">${face.words.t('work.back-to', { id })}</a>`

/** What was kept as said beside a value goes with its field. */
const fieldsIn = ({ face }: Desktop, what: readonly string[]): readonly string[] => [
  ...new Set(
    what
      .map((name) => name.replace(/^otherwise:/, ''))
      .map((field) => face.words.t(field.startsWith('tier') ? 'work.tier' : `field.${field}`)),
  ),
]

export function historyPage(desktop: Desktop, id: string, steps: readonly Step[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const what = (one: Step): string =>
    one.kind === 'decided'
      ? fieldsIn(desktop, one.what).join(', ')
      : one.kind === 'moved'
        ? one.what.map((name) => moveLabel(desktop, name as never)).join(', ')
        : one.what.join(', ')
  const body = section(
    t('work.history'),
    back(desktop, id),
    html`<h1>${t('work.history.heading', { n: steps.length })}</h1><ol class="work">${steps.map(
      (one) =>
        html`<li><div><p>${t(`work.step.${one.kind}`)}: ${what(one)}</p><p class="meta">${momentIn(one.at, language)} · ${one.by}${one.why && ` · ${one.why}`}</p></div></li>`,
    )}</ol>`,
    true,
  )
  return frame(face, `${t('work.history')}: ${id}`, `records/${id}/history`, body)
}

export function relationsPage(desktop: Desktop, id: string, relations: readonly Relation[]): string {
  const { face } = desktop
  const { t, language } = face.words
  const body = section(
    t('work.relations'),
    back(desktop, id),
    html`<h1>${t('work.relations.heading', { n: relations.length })}</h1><ul class="work">${relations.map(
      (one) =>
        html`<li><div><p>${t(`work.link.${one.kind}.${one.toIt ? 'to' : 'from'}`)} <a href="/${language}/desk/records/${one.id}">${one.id}</a></p></div></li>`,
    )}</ul>`,
    true,
  )
  return frame(face, `${t('work.relations')}: ${id}`, `records/${id}/relations`, body)
}
