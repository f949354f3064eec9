/** A sheet of questions in, its part of a form out; what was typed in it in, answers out. Nothing typed is no answer, and no "no". */
import { type Answer, type Observation, YES_NO } from '../../../core/cases/case.ts'
import type { RecordObservation } from '../../../core/cases/lines.ts'
import type { Question } from '../../../core/cases/terms.ts'
import { labelIn } from '../../../core/language.ts'
import { typedNumber } from '../../../core/typed-number.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'
import { type FieldFault, saidOf, type Typed, typedOf } from './fields.ts'

const DOUBTS = ['unknown', 'not_asked'] as const
export const questionName = (question: string): string => `q.${question}`
const doubtName = (question: string): string => `q.${question}.doubt`
export const sheetNames = (questions: readonly Question[]): readonly string[] =>
  questions.flatMap((one) => [questionName(one.id), doubtName(one.id)])

const questionsOf = ({ codebook }: Desktop, sheet: string): readonly Question[] => [
  ...(codebook.cases.sheets.get(sheet)?.questions.values() ?? []),
]

export function sheetControls(
  desktop: Desktop,
  sheet: string,
  typed: Typed,
  faults: readonly FieldFault[],
): readonly Markup[] {
  const { t, language } = desktop.face.words
  const chosen = (name: string, options: readonly string[]): Markup =>
    html`<select name="${name}"><option value="">—</option>${options.map(
      (one) =>
        html`<option value="${one}"${typedOf(typed, name) === one && html` selected`}>${t(`case.answer.${one}`)}</option>`,
    )}</select>`
  return questionsOf(desktop, sheet).map((one) => {
    const label = labelIn(one.label, language).text
    const name = questionName(one.id)
    const isWrong = faults.some((fault) => fault.name === name)
    const value = typedOf(typed, name)
    const control =
      one.type === 'yes_no'
        ? chosen(name, YES_NO)
        : one.type === 'number'
          ? html`<input name="${name}" value="${value}" inputmode="decimal" maxlength="12" autocomplete="off"${isWrong && html` aria-invalid="true"`}> ${one.unit && labelIn(one.unit, language).text}`
          : html`<textarea name="${name}" rows="3" cols="60" maxlength="2000">${value}</textarea>`
    const doubt =
      one.type !== 'yes_no' &&
      html` <label><span class="vh">${label}: ${t('case.answer.unknown')}, ${t('case.answer.not_asked')}</span>${chosen(doubtName(one.id), DOUBTS)}</label>`
    return html`<div><p><label>${label}<br>${control}</label>${doubt}<br><span class="meta">${labelIn(one.definition, language).text}${one.standard !== null && html` <span lang="en">${t('case.standard', { standard: one.standard })}.</span>`}</span></p></div>
`
  })
}

export function sheetFaults(desktop: Desktop, sheet: string, typed: Typed): readonly FieldFault[] {
  const { t, language } = desktop.face.words
  return questionsOf(desktop, sheet).flatMap((one): readonly FieldFault[] => {
    const text = saidOf(typed, questionName(one.id))
    const fault = (code: string): readonly FieldFault[] => [
      {
        name: questionName(one.id),
        line: t(`case.fault.${code}`, { field: labelIn(one.label, language).text }),
      },
    ]
    if (text === undefined) return []
    if (one.type !== 'yes_no' && saidOf(typed, doubtName(one.id)) !== undefined) return fault('both')
    if (one.type === 'number' && typedNumber(text) === null) return fault('number')
    return one.type === 'yes_no' && !YES_NO.some((known) => known === text) ? fault('choice') : []
  })
}

/** Of every question, so that an answer which was taken away is taken back; a question never answered stays unsaid. */
export function answersOf(desktop: Desktop, sheet: string, typed: Typed): RecordObservation['answers'] {
  return questionsOf(desktop, sheet).map((one) => ({ question: one.id, answer: answerOf(one, typed) }))
}

function answerOf(question: Question, typed: Typed): Answer | null {
  const text = saidOf(typed, questionName(question.id))
  const doubt = DOUBTS.find((one) => one === typedOf(typed, doubtName(question.id)))
  if (text === undefined) return doubt ? { kind: doubt } : null
  switch (question.type) {
    case 'yes_no':
      return { kind: YES_NO.find((one) => one === text) ?? 'unknown' }
    case 'number':
      return { kind: 'number', number: typedNumber(text) ?? 0, unit: question.unit?.en ?? '' }
    case 'text':
      return { kind: 'text', text }
  }
}

export const typedAnswers = (desktop: Desktop, file: Observation): Typed =>
  Object.fromEntries(
    file.answers.flatMap(({ question, answer }): readonly (readonly [string, string])[] => {
      if (answer === null) return []
      if (answer.kind === 'number') return [[questionName(question), String(answer.number)]]
      if (answer.kind === 'text') return [[questionName(question), answer.text]]
      const isYesNo =
        desktop.codebook.cases.sheets.get(file.sheet)?.questions.get(question)?.type === 'yes_no'
      return [[isYesNo ? questionName(question) : doubtName(question), answer.kind]]
    }),
  )
