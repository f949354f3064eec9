/** The page on which an incident is written down without a document: the words and who told them left, its values right, one form. */
import { labelIn } from '../../../core/language.ts'
import type { ReviewRow, RowFault } from '../../../core/review-row.ts'
import { FIELDS } from '../../../core/values.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Told } from '../../../usecases/hand/read-words.ts'
import type { Answers } from '../../../usecases/review/answers.ts'
import type { BesideRecord } from '../../../usecases/review/beside-record.ts'
import type { Foreseeable, Foresight } from '../../../usecases/review/foresee.ts'
import { row } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { answersForm } from '../documents/answers-form.ts'
import { pickers } from '../documents/pickers.ts'
import { addRows, blankRows, problems, rowsForm } from '../documents/review-rows.ts'
import { frame, tokenField } from '../frame.ts'
import { select, sourceFields, wordsField } from './told-fields.ts'

export type HandPage = {
  readonly view: Foreseeable
  readonly told: Told
  readonly rows: readonly ReviewRow[]
  readonly disputed: readonly string[]
  readonly typed: Answers
  readonly foresight: Foresight
  readonly beside: BesideRecord
  readonly faults: readonly RowFault[]
  readonly lines: readonly string[]
  /** How many values the rules read in the words and offer. */
  readonly offered: number | null
}

export function handPage(desktop: Desktop, page: HandPage): string {
  const { face, packs } = desktop
  const { t, language } = face.words
  const countries = [...packs.values()].map((pack) => [pack.id, labelIn(pack.name, language).text] as const)
  const top = html`<h1>${t('hand.heading')}</h1><p>${t('hand.note')}</p>${problems(desktop, page)}${offer(desktop, page.offered)}`
  const body = html`${row(t('hand.new'), t('desk.private'), top, true)}
<form id="hand" method="post" action="/${language}/desk/records/new" autocomplete="off">${tokenField(face)}<div class="review"><div class="told"><h2>${t('hand.told.heading')}</h2>${wordsField(desktop, page.told, `${t('hand.words')} *`)}
<p>${select('country', t('desk.country'), countries, page.told.country)}</p>${sourceFields(desktop, page.told)}</div>
<div class="values"><h2>${t('hand.values')}</h2><p class="said">${t('hand.values.note')}</p>${valueRows(desktop, page)}${answersForm(desktop, page)}
<p class="fields"><button type="submit" name="do" value="save">${t('review.save')}</button> <button type="submit" name="do" value="check" class="quiet">${t('review.check')}</button></p></div></div></form>
${pickers(desktop, page.view)}${blankRows(desktop, page.view)}`
  return frame(face, t('hand.new'), 'records/new', body, 'review')
}

function valueRows(desktop: Desktop, page: HandPage): Markup {
  const { view, rows, faults, foresight, disputed } = page
  const people = foresight.people
  const isAimed = page.lines.length === 0
  const given = { view, rows, faults, people, disputed, marked: new Set<number>(), blanks: FIELDS, isAimed }
  return html`${rowsForm(desktop, given)}${addRows(desktop, rows.length + FIELDS.length, 'hand.more', page.typed.stray)}`
}

export const offer = ({ face }: Desktop, offered: number | null): Markup =>
  html`${offered !== null && html`<p class="shown" role="status">${face.words.t(offered === 0 ? 'hand.offered.none' : 'hand.offered', { n: offered })}</p>`}`
