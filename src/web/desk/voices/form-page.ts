/** The form that writes a testimony down, or supersedes what was written, as a page; all faults first. */
import type { Person } from '../../../core/person.ts'
import { html } from '../../../publish/markup.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import { controls, type FieldFault, type Typed } from '../cases/fields.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { SPEAKERS, testimonyFields } from './fields.ts'

export type TestimonyForm = {
  /** Null: nobody has written it down yet. */
  readonly id: string | null
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
  readonly people: readonly Person[]
}

export function testimonyFormPage(
  desktop: Desktop,
  { id, typed, faults, lines, people }: TestimonyForm,
): string {
  const { face } = desktop
  const { t, language } = face.words
  const heading = id === null ? t('voices.new') : t('voices.edit', { id })
  const home = `/${language}/desk/voices`
  const body = section(
    html`<a href="${id === null ? home : `${home}/${id}`}">${t('voices.nav')}</a>`,
    t('voices.form.note'),
    html`<h1>${heading}</h1>${wrong([...faults.map((one) => one.line), ...lines])}
<form method="post" action="${id === null ? home : `${home}/${id}`}">${tokenField(face)}${controls(testimonyFields(desktop), typed, faults, face.words)}
<datalist id="${SPEAKERS}">${people.map((one) => html`<option value="${one.names.en} (${one.id})"></option>`)}</datalist>${button(t('voices.save'))}</form>`,
    true,
  )
  return frame(face, heading, id === null ? 'voices/new' : `voices/${id}/edit`, body)
}
