/** One observation as a page: what it is about, who saw it, and each question with its answer, or that nothing was written down. */
import type { Answer, AnswerVersion, Observation } from '../../../core/cases/case.ts'
import type { Question } from '../../../core/cases/terms.ts'
import { labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { dateIn } from './entry-text.ts'
import { aboutLines, standsLines } from './record-lines.ts'
import { homeOf, tabTitle, titleOf } from './rooms.ts'
import { sourceText } from './source-fields.ts'

export type RecordPageView<F> = {
  readonly row: CaseRecordRow
  readonly file: F
  readonly open: ReadonlySet<string>
  readonly today: string
  readonly mayDecide: boolean
}

export function observationPage(desktop: Desktop, view: RecordPageView<Observation>): string {
  const { face } = desktop
  const { t } = face.words
  const { row, file } = view
  const when = [dateIn(desktop, file.on), file.hour].filter(Boolean).join(', ')
  const body = [
    section(
      row.id,
      standsLines(desktop, row, view.mayDecide && homeOf(desktop, 'observation', row.id)),
      html`<h1>${titleOf(desktop, row)}</h1>${aboutLines(desktop, row, file.about, view.open)}<p>${t('case.seen-by', { who: file.observer, when })}</p><p class="meta">${t('case.f.source')} ${sourceText(desktop, file.source, view.open)}</p>`,
      true,
    ),
    section(t('case.answers'), t('case.answers.note'), answers(desktop, file)),
  ]
  return frame(face, tabTitle(desktop, row), `observations/${row.id}`, body)
}

function answers(desktop: Desktop, file: Observation): Piece {
  const { t, language } = desktop.face.words
  const questions = desktop.codebook.cases.sheets.get(file.sheet)?.questions.values() ?? []
  return html`<dl class="vals">${[...questions].map((one) => {
    const found = file.answers.find((answer) => answer.question === one.id)
    return html`<div><dt>${labelIn(one.label, language).text}</dt><dd><p>${answerText(desktop, found?.answer ?? null, one)}</p>${one.standard !== null && html`<p class="meta" lang="en">${t('case.standard', { standard: one.standard })}</p>`}${found && whoSaid(desktop, found)}${
      found &&
      found.earlier.length > 0 &&
      html`<details><summary>${t('case.history')}</summary>${found.earlier.map((before) => html`<p>${answerText(desktop, before.answer, one)}</p>${whoSaid(desktop, before)}`)}</details>`
    }</dd></div>`
  })}</dl>`
}

const whoSaid = ({ face }: Desktop, { at, by, why }: AnswerVersion): Markup =>
  html`<p class="meta">${[by, momentIn(at, face.words.language), why].filter(Boolean).join(' · ')}</p>`

function answerText({ face }: Desktop, answer: Answer | null, question: Question): string {
  const { t } = face.words
  if (answer === null) return t('case.answer.none')
  if (answer.kind === 'number') {
    const unit = question.unit ? labelIn(question.unit, face.words.language).text : answer.unit
    return t('case.answer.number', { n: answer.number, unit })
  }
  return answer.kind === 'text' ? answer.text : t(`case.answer.${answer.kind}`)
}
