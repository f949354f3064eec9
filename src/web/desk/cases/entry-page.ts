/** One entry of a case or an assistance as a page: its form, new or for a correction, its earlier versions, and the way to strike it out. */
import type { Assistance, CaseFile, Entry, EntryKind } from '../../../core/cases/case.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { entryFields } from './entry-fields.ts'
import { entryText } from './entry-text.ts'
import { controls, type FieldFault, type FormField, type Typed } from './fields.ts'
import { homeOf, nameOf, ROOMS, titleOf } from './rooms.ts'
import { sourceFields, sourceText } from './source-fields.ts'

export type EntryView = {
  readonly row: CaseRecordRow
  readonly file: CaseFile | Assistance
  readonly kind: EntryKind
  /** Null: a new one. */
  readonly entry: Entry | null
  readonly typed: Typed
  readonly people: readonly string[]
  readonly faults: readonly FieldFault[]
  readonly lines: readonly string[]
  readonly open: ReadonlySet<string>
  readonly mayDecide: boolean
}

/** All the fields of the form: of the entry, of its source, and why it is changed. */
export const fieldsOfEntry = (
  desktop: Desktop,
  { kind, file, entry }: Pick<EntryView, 'kind' | 'file' | 'entry'>,
): readonly FormField[] => [
  ...entryFields(desktop, kind, file),
  ...sourceFields(desktop),
  ...(entry
    ? [{ name: 'why', label: desktop.face.words.t('case.f.why'), type: 'text', needed: true } as const]
    : []),
]

export function entryPage(desktop: Desktop, view: EntryView): string {
  const { face } = desktop
  const { t } = face.words
  const { row, kind, entry } = view
  const home = homeOf(desktop, view.file.kind, row.id)
  const heading = entry ? t('case.edit.of', { what: t(`case.entry.${kind}`) }) : t(`case.entry.${kind}`)
  const body = [
    section(
      html`<a href="${home}">${t('case.back', { id: row.id })}</a>`,
      titleOf(desktop, row),
      html`<h1>${heading}</h1>${wrong([...view.faults.map((one) => one.line), ...view.lines])}${view.mayDecide && form(desktop, view, home)}`,
      true,
    ),
    entry && section(t('case.history'), '', history(desktop, view, entry)),
    entry &&
      view.mayDecide &&
      !entry.struck &&
      section(t('case.strike'), t('case.strike.note'), strikeForm(desktop, view, home, entry)),
  ]
  const path = entry ? `entries/${entry.id}` : `new/${kind}`
  return frame(face, `${heading}: ${row.id}`, `${ROOMS[view.file.kind]}/${row.id}/${path}`, body)
}

function form(desktop: Desktop, view: EntryView, home: string): Markup {
  const { face } = desktop
  const { t } = face.words
  return html`<form method="post" action="${home}/entries">${tokenField(face)}<input type="hidden" name="kind" value="${view.kind}"><input type="hidden" name="entry" value="${view.entry?.id ?? ''}">
${controls(fieldsOfEntry(desktop, view), view.typed, view.faults, face.words)}${whom(desktop, view)}<p><button type="submit">${t('case.save')}</button></p></form>`
}

/** Of several people an entry may be about some. */
function whom(desktop: Desktop, { row, file, people }: EntryView): Piece {
  if (file.kind !== 'proceeding' || file.people.length < 2) return ''
  return html`<fieldset><legend>${desktop.face.words.t('case.people.some')}</legend>${file.people.map(
    (one) =>
      html`<p><label><input type="checkbox" name="people" value="${one}"${people.includes(one) && html` checked`}> ${nameOf(desktop, row, one)}</label></p>`,
  )}</fieldset>`
}

function history(desktop: Desktop, { file, row, open }: EntryView, entry: Entry): Piece {
  const { t, language } = desktop.face.words
  const pack = desktop.packs.get(row.country ?? '') ?? null
  const line = (one: Entry['earlier'][number]): Markup =>
    html`<li><div><p>${one.struck ? html`<s>${entryText(desktop, one.body, file.entries, pack)}</s>` : entryText(desktop, one.body, file.entries, pack)} · ${sourceText(desktop, one.source, open)}</p><p class="meta">${[momentIn(one.at, language), one.by, one.why].filter(Boolean).join(' · ')}</p></div></li>`
  return html`${entry.earlier.length === 0 && html`<p>${t('case.history.none')}</p>`}<ol class="work">${[entry, ...entry.earlier].map(line)}</ol>`
}

/** What was struck is what stands: nothing of it is sent. */
function strikeForm({ face }: Desktop, { kind }: EntryView, home: string, entry: Entry): Markup {
  const { t } = face.words
  return html`<form method="post" action="${home}/entries">${tokenField(face)}<input type="hidden" name="kind" value="${kind}"><input type="hidden" name="entry" value="${entry.id}"><input type="hidden" name="struck" value="yes"><p class="fields"><label>${t('work.why')} *<br><input name="why" required maxlength="300" autocomplete="off"></label> <button type="submit" class="quiet">${t('case.strike')}</button></p></form>`
}
