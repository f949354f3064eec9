/** Observations of trials and custody, outcomes of charges in; how often counsel was denied, hearings closed, people acquitted, with how many nobody asked, out. */
import type { CaseFile, CaseRecord, Observation, YES_NO } from '../../core/cases/case.ts'
import { standing } from '../../core/cases/fold.ts'

type Answer = (typeof YES_NO)[number]
/** Of the observations of a sheet: what was answered; `missing`: the question was left out. */
export type Answers = Readonly<Record<Answer | 'missing', number>> & { readonly observations: number }
/** What the question is about when the answer is no. */
export type FairQuestion = { readonly sheet: string; readonly question: string; readonly answers: Answers }

/** Questions whose "no" is counsel denied, a hearing closed, a confession forced. */
export const FAIR_QUESTIONS = [
  ['trial', 'counsel_present'],
  ['trial', 'counsel_chosen'],
  ['trial', 'time_with_counsel'],
  ['trial', 'public'],
  ['trial', 'observers_admitted'],
  ['custody', 'counsel'],
] as const

export const fairTrial = (records: readonly CaseRecord[]): readonly FairQuestion[] =>
  FAIR_QUESTIONS.map(([sheet, question]) => {
    const own = records.filter((one): one is Observation => one.kind === 'observation' && one.sheet === sheet)
    const answers = {
      yes: 0,
      no: 0,
      partly: 0,
      unknown: 0,
      not_asked: 0,
      missing: 0,
      observations: own.length,
    }
    for (const one of own) {
      const said = one.answers.find((each) => each.question === question)?.answer?.kind
      answers[said === undefined || said === 'number' || said === 'text' ? 'missing' : said] += 1
    }
    return { sheet, question, answers }
  })

/** What became of charges: an outcome that nobody wrote is unknown, and no conviction. */
export type Outcomes = {
  readonly cases: number
  readonly charges: number
  readonly convicted: number
  readonly acquitted: number
  readonly dropped: number
  readonly pending: number
  readonly unknown: number
}

export function outcomesOf(cases: readonly CaseFile[]): Outcomes {
  const counts = { convicted: 0, acquitted: 0, dropped: 0, pending: 0, unknown: 0 }
  let charges = 0
  for (const { entries } of cases) {
    const outcomes = standing(entries, 'outcome')
    for (const charge of standing(entries, 'charge')) {
      const last = outcomes.findLast((one) => one.body.charge === charge.id)?.body.standing
      // A charge that another took the place of is counted as the other.
      if (last === 'reclassified') continue
      charges += 1
      counts[last ?? 'unknown'] += 1
    }
  }
  return { cases: cases.length, charges, ...counts }
}
