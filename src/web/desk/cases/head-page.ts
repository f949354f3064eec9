/** The form that opens a case, an observation or an assistance, or changes what was said of it, as a page; all faults first. */
import type { CaseKind } from '../../../core/cases/case.ts'
import { labelIn } from '../../../core/language.ts'
import type { Person } from '../../../core/person.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { type Choice, controls, type FieldFault, type Typed } from './fields.ts'
import { headFields, lastNamed, PEOPLE_LIST } from './head-fields.ts'
import { homeOf, ROOMS } from './rooms.ts'
import { sheetControls } from './sheet-fields.ts'

export type HeadView = {
  readonly kind: CaseKind
  /** Null: nobody has made it yet. */
  readonly id: string | null
  /** Of an observation; empty: not chosen yet. */
  readonly sheet: string
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
  readonly people: readonly Person[]
  /** Of the case that an observation hangs on. */
  readonly hearings: Choice
}

export function headPage(desktop: Desktop, view: HeadView): string {
  const { face } = desktop
  const { t, language } = face.words
  const { kind, id } = view
  const heading = id === null ? t(`case.new.${kind}`) : t('case.edit.of', { what: id })
  const home = id === null ? `/${language}/desk/cases` : homeOf(desktop, kind, id)
  const body = section(
    html`<a href="${home}">${id === null ? t('case.nav') : t('case.back', { id })}</a>`,
    t('case.note'),
    html`<h1>${heading}</h1>${wrong([...view.faults.map((one) => one.line), ...view.lines])}${
      kind === 'observation' && view.sheet === '' ? sheetChoice(desktop, view) : form(desktop, view)
    }`,
    true,
  )
  return frame(face, heading, `${ROOMS[kind]}/${id === null ? 'new' : `${id}/edit`}`, body)
}

/** Asked first, since each sheet has questions of its own; what is known already goes along. */
function sheetChoice({ face, codebook }: Desktop, { typed }: HeadView): Piece {
  const { t, language } = face.words
  return html`<h2>${t('case.sheet.choose')}</h2><ul class="links">${[...codebook.cases.sheets.values()].map(
    (one) =>
      html`<li><a href="/${language}/desk/observations/new?${new URLSearchParams({ ...typed, sheet: one.id }).toString()}">${labelIn(one.label, language).text}</a></li>`,
  )}</ul>`
}

function form(desktop: Desktop, view: HeadView): Piece {
  const { face } = desktop
  const { t, language } = face.words
  const { kind, id, typed, faults, people } = view
  const action = id === null ? `/${language}/desk/${ROOMS[kind]}` : homeOf(desktop, kind, id)
  const fields = headFields(desktop, kind, lastNamed(typed), id !== null, view.hearings)
  return html`<form method="post" action="${action}">${tokenField(face)}${kind === 'observation' && html`<input type="hidden" name="sheet" value="${view.sheet}">`}
${kind !== 'observation' && html`<p class="meta">${t('case.people.hint')}</p>`}${controls(fields, typed, faults, face.words)}
<datalist id="${PEOPLE_LIST}">${people.map((one) => html`<option value="${one.names.en} (${one.id})">${[one.names.ru, one.names.kk].filter(Boolean).join(' · ')}</option>`)}</datalist>
${kind === 'observation' && html`<fieldset class="sheet"><legend>${t('case.answers')}</legend><p class="meta">${t('case.answers.note')}</p>${sheetControls(desktop, view.sheet, typed, faults)}</fieldset>`}
<p><button type="submit">${t('case.save')}</button></p></form>`
}
