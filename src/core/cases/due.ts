/** Cases and assistance in, what is coming or overdue of each on a day out: hearings, answers, restrictions. */
import type { Assistance, CaseFile, CaseRecord, Entry } from './case.ts'
import { standing } from './fold.ts'
import { dateOfEntry } from './standing.ts'

export const CASE_DUES = ['hearing', 'hearing-passed', 'answer', 'restriction'] as const
export type CaseDue = { readonly kind: (typeof CASE_DUES)[number]; readonly id: string; readonly day: string }

export const casesDue = (records: readonly CaseRecord[], today: string): readonly CaseDue[] =>
  records.flatMap((one) => dueOf(one, today))

function dueOf(one: CaseRecord, today: string): readonly CaseDue[] {
  switch (one.kind) {
    case 'proceeding':
      return [...hearingsDue(one, today), ...restrictionsDue(one, today)]
    case 'assistance':
      return one.due !== null && silenceOf(one, today).kind !== 'answered'
        ? [{ kind: 'answer', id: one.id, day: one.due }]
        : []
    case 'observation':
      return []
  }
}

/** A planned hearing whose day has gone by is owed its result; it stays planned by the word of whoever wrote it. */
const hearingsDue = ({ id, entries }: CaseFile, today: string): readonly CaseDue[] =>
  standing(entries, 'hearing').flatMap(({ body }): readonly CaseDue[] => {
    const day = dateOfEntry(body.date).to
    if (body.state !== 'planned' || day === null) return []
    return [{ kind: day < today ? 'hearing-passed' : 'hearing', id, day }]
  })

const restrictionsDue = ({ id, entries }: CaseFile, today: string): readonly CaseDue[] =>
  standing(entries, 'restriction').flatMap(({ body }): readonly CaseDue[] =>
    body.until !== null && body.until >= today ? [{ kind: 'restriction', id, day: body.until }] : [],
  )

export type Silence =
  /** No day was set by which anybody must answer. */
  | { readonly kind: 'none-set' }
  | { readonly kind: 'waiting'; readonly until: string }
  /** Nobody answered by the last day: silence since then. */
  | { readonly kind: 'silence'; readonly since: string; readonly receipt: boolean }
  | { readonly kind: 'answered'; readonly entry: Entry }

/** What only says that a letter came in. */
export const RECEIPT = 'receipt'

/** Computed each time it is read and never typed. A receipt is no answer. */
export function silenceOf({ entries, due }: Pick<Assistance, 'entries' | 'due'>, today: string): Silence {
  const answers = standing(entries, 'answer')
  const answer = answers.findLast((one) => one.body.answer !== RECEIPT)
  if (answer) return { kind: 'answered', entry: answer }
  if (due === null) return { kind: 'none-set' }
  return due < today
    ? { kind: 'silence', since: due, receipt: answers.length > 0 }
    : { kind: 'waiting', until: due }
}
