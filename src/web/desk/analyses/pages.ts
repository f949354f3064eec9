/** The legal analyses on record as a page; one of them, or a new one, as a form. */

import { said } from '../../../publish/grammar/slots.ts'
import { html } from '../../../publish/markup.ts'
import type { AnalysisRow } from '../../../store/tables.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { analysisGroups } from './fields.ts'

export function analysesPage(desktop: Desktop, all: readonly AnalysisRow[]): string {
  const { face, told } = desktop
  const { t, language } = face.words
  const body = section(
    t('analyses.nav'),
    t('analyses.note'),
    html`<h1>${all.length === 0 ? t('analyses.none') : t('analyses.heading', { n: all.length })}</h1>
<ul class="waits"><li><a href="/${language}/desk/analyses/new">${t('analyses.new')}</a></li></ul>
${
  all.length > 0 &&
  html`<ul class="work">${all.map(
    (one) =>
      html`<li><div><h2 class="name"><a href="/${language}/desk/analyses/${one.id}">${one.law ?? one.incident ?? one.id}</a></h2><p>${one.standard}: ${said(told.tell, `verdict.${one.finding}`)}</p><p class="meta">${one.by}, ${momentIn(one.at, language)}</p></div><div class="meta stage">${t(one.is_public ? 'analyses.public.yes' : 'analyses.public.no')}</div></li>
`,
  )}</ul>`
}`,
    true,
  )
  return frame(face, t('analyses.nav'), 'analyses', body)
}

export type AnalysisForm = {
  /** Null: a new one. */
  readonly id: string | null
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
}

export function analysisFormPage(desktop: Desktop, { id, typed, faults, lines }: AnalysisForm): string {
  const { face } = desktop
  const { t, language } = face.words
  const title = id === null ? t('analyses.new') : t('analyses.edit')
  const groups = analysisGroups(desktop).map(
    (one) =>
      html`<fieldset><legend>${one.title}</legend>${controls(one.fields, typed, faults, face.words)}</fieldset>
`,
  )
  const body = section(
    title,
    t('analyses.how'),
    html`<h1>${title}</h1>${wrong([...faults.map((one) => one.line), ...lines])}<form method="post" action="/${language}/desk/analyses${id !== null && `/${id}`}" class="broad">${tokenField(face)}${groups}${button(t('analyses.save'))}</form>`,
    true,
  )
  return frame(face, title, id === null ? 'analyses/new' : `analyses/${id}`, body)
}
