/** The page on which another source of a record is written down: what it says left, its values beside those that stand right. */
import { WEIGHINGS } from '../../../core/decided.ts'
import type { ReviewRow, RowFault } from '../../../core/review-row.ts'
import { FIELDS, type Field, SINGLE_FIELDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { DeskRow } from '../../../store/queries/desk.ts'
import type { IncidentRow } from '../../../store/tables.ts'
import type { FieldSayings } from '../../../usecases/hand/read-sayings.ts'
import type { Told } from '../../../usecases/hand/read-words.ts'
import type { Stray } from '../../../usecases/review/answers.ts'
import type { Foreseeable, Foresight } from '../../../usecases/review/foresee.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { pickers } from '../documents/pickers.ts'
import { addRows, blankRows, problems, rowsForm } from '../documents/review-rows.ts'
import { frame, tokenField } from '../frame.ts'
import { titleOf } from '../records/title.ts'
import { type Said, valueText } from '../value-text.ts'
import { offer } from './hand-page.ts'
import { select, sourceFields, wordsField } from './told-fields.ts'

export type SourcePage = {
  readonly record: IncidentRow
  readonly view: Foreseeable
  readonly told: Told
  readonly documents: readonly DeskRow[]
  readonly chosen: { readonly document: string; readonly from: string; readonly to: string }
  readonly rows: readonly ReviewRow[]
  readonly weighed: Readonly<Partial<Record<Field, string>>>
  readonly sayings: readonly FieldSayings[]
  readonly why: string
  readonly seen: number
  readonly foresight: Foresight
  /** Typed beside no field. */
  readonly stray: readonly Stray[]
  readonly faults: readonly RowFault[]
  readonly lines: readonly string[]
  readonly offered: number | null
}

/** What a source says by being counted is not said by it: the kind is added where somebody means it. */
const BLANKS: readonly Field[] = FIELDS.filter((field) => field !== 'kind')

export function sourcePage(desktop: Desktop, page: SourcePage): string {
  const { face } = desktop
  const { t, language } = face.words
  const { record } = page
  const home = `/${language}/desk/records/${record.id}`
  const given = {
    ...{ view: page.view, rows: page.rows, faults: page.faults, people: page.foresight.people },
    ...{ disputed: null, marked: new Set<number>(), blanks: BLANKS, isAimed: page.lines.length === 0 },
    under: (field: Field) => standing(desktop, page, field),
  }
  const top = html`<h1>${t('hand.another')}</h1><p><a href="${home}">${titleOf(desktop, { kind: 'team', row: record })}</a></p><p>${t('hand.another.note')}</p>${problems(desktop, page)}${offer(desktop, page.offered)}`
  const body = html`${section(record.id, t('desk.private'), top, true)}
<form id="hand" method="post" action="${home}/source" autocomplete="off">${tokenField(face)}<input type="hidden" name="seen" value="${page.seen}"><div class="review"><div class="told"><h2>${t('hand.another.words')}</h2>${wordsField(desktop, page.told, t('hand.another.quote'))}${sourceFields(desktop, page.told)}
${document(desktop, page)}</div>
<div class="values"><h2>${t('hand.another.values')}</h2><p class="said">${t('hand.another.values.note')}</p>${rowsForm(desktop, given)}${addRows(desktop, page.rows.length + BLANKS.length, 'hand.more', page.stray)}
<p class="fields"><label>${t('review.why')}<br><input name="why" value="${page.why}" maxlength="500" autocomplete="off"></label></p>
<p class="fields"><button type="submit" name="do" value="save">${t('hand.another.save')}</button> <button type="submit" name="do" value="check" class="quiet">${t('review.check')}</button></p></div></div></form>
${pickers(desktop, page.view)}${blankRows(desktop, page.view)}`
  return frame(face, `${t('hand.another')} (${record.id})`, `records/${record.id}/source`, body, 'review')
}

/** Words of a report that came in already are not written down twice. */
function document({ face }: Desktop, { documents, chosen }: SourcePage): Piece {
  const { t } = face.words
  const options = documents.map((one) => [one.id, one.title] as const)
  return (
    documents.length > 0 &&
    html`<details${chosen.document !== '' && html` open`}><summary>${t('hand.here')}</summary><p class="said">${t('hand.here.note')}</p><p>${select('document', t('hand.here.document'), [['', '–'], ...options], chosen.document)}</p><p class="fields"><label>${t('hand.from')}<br><input name="from" value="${chosen.from}" maxlength="500" autocomplete="off"></label> <label>${t('hand.to')}<br><input name="to" value="${chosen.to}" maxlength="500" autocomplete="off"></label></p></details>`
  )
}

/** What stands, by whom it is said, and what is to become of it where this source says otherwise. */
function standing(desktop: Desktop, { sayings, record, weighed }: SourcePage, field: Field): Piece {
  const { t } = desktop.face.words
  const said = sayings.find((one) => one.field === field)
  const values = (said?.values ?? []).filter((one) => one.stands)
  if (values.length === 0 || !BLANKS.includes(field)) return false
  const pack = desktop.packs.get(record.country) ?? null
  const text = values.map((one): Markup => {
    const value = valueText({ field, value: one.value } as unknown as Said, desktop.told, pack)
    return html`<li>${value} <span class="meta">${[...new Set(one.said.map((by) => by.title))].join(' · ')}</span></li>`
  })
  const isOne = SINGLE_FIELDS.has(field) || field === 'group'
  const chosen = weighed[field] ?? (isOne ? 'disputed' : 'beside')
  const hows = WEIGHINGS.filter((how) => !(isOne && how === 'beside'))
  return html`<p class="said">${t('hand.stands')}</p><ul class="said">${text}</ul><p class="fields">${select(
    `how.${field}`,
    t('hand.differs'),
    hows.map((how) => [how, t(`hand.how.${how}`)] as const),
    chosen,
  )}</p>`
}
