/** One assistance as a page: what was done, for whom, by whom; what came back, or since when there is silence. */
import type { Assistance } from '../../../core/cases/case.ts'
import { standing } from '../../../core/cases/fold.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { dateIn, entryText, termText } from './entry-text.ts'
import type { RecordPageView } from './observation-page.ts'
import { aboutLines, standsLines } from './record-lines.ts'
import { homeOf, tabTitle, titleOf } from './rooms.ts'
import { silenceText } from './silence-text.ts'
import { sourceText } from './source-fields.ts'

export function assistancePage(desktop: Desktop, view: RecordPageView<Assistance>): string {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const { row, file } = view
  const home = homeOf(desktop, 'assistance', row.id)
  const lines: readonly Piece[] = [
    html`${t('case.help.sent', { what: termText(desktop, codebook.cases.assistance, file.what), by: file.doneBy })}, ${dateIn(desktop, file.on)}`,
    file.to !== null && t('case.help.to', { to: file.to }),
    file.due !== null && html`${t('case.f.due')}: ${dayIn(file.due, language)}`,
    file.note,
    html`<span class="meta">${t('case.f.source')} ${sourceText(desktop, file.source, view.open)}</span>`,
  ]
  const body = [
    section(
      row.id,
      standsLines(desktop, row, view.mayDecide && home),
      html`<h1>${titleOf(desktop, row)}</h1><p class="shown">${silenceText(desktop, file, view.today)}</p>${aboutLines(desktop, row, file.about, view.open)}${lines.filter(Boolean).map((one) => html`<p>${one}</p>`)}`,
      true,
    ),
    section(t('case.answers'), '', answers(desktop, view, home)),
  ]
  return frame(face, tabTitle(desktop, row), `assistance/${row.id}`, body)
}

function answers(
  desktop: Desktop,
  { file, mayDecide, open }: RecordPageView<Assistance>,
  home: string,
): Piece {
  const { t, language } = desktop.face.words
  const found = standing(file.entries, 'answer')
  return html`${
    found.length === 0
      ? html`<p>${t('case.attached.none')}</p>`
      : html`<ol class="work">${found.map((one) => {
          const text = entryText(desktop, one.body, file.entries, null)
          return html`<li><div><p>${text}</p><p class="meta">${dayIn(one.body.date, language)} · ${sourceText(desktop, one.source, open)} · ${one.by} · <a href="${home}/entries/${one.id}" aria-label="${t('case.edit.of', { what: text })}">${t(mayDecide ? 'case.edit' : 'case.history')}</a></p></div></li>`
        })}</ol>`
  }${mayDecide && html`<p><a href="${home}/new/answer">${t('case.entry.answer')}</a></p>`}`
}
