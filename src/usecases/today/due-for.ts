/** Who asks and a number of days in; what is overdue or coming, as far as they may know of it, out. */
import { CASE_DUES } from '../../core/cases/due.ts'
import { ownPeople } from '../../store/queries/due.ts'
import { recordCounts } from '../../store/queries/records.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'
import { type Due, whatIsDue } from '../what-is-due.ts'

export type DueFor = Due & {
  readonly isOverdue: boolean
  /** Where it stands below `/desk/`. */
  readonly page: 'records' | 'people' | 'cases' | 'assistance'
}

/** Grounds belong to whoever may see people; what is about a record or a case, to whoever may read it. */
export async function dueFor(context: Context, within: number, today: string): Promise<readonly DueFor[]> {
  const due = await whatIsDue(context, within)
  const ids = [...new Set(due.map((one) => one.id))]
  const readable = new Set(
    (await recordCounts(context.store, ids)).flatMap((row) =>
      mayRead(context, 'team', targetOf(row)) ? [row.id] : [],
    ),
  )
  const known = mayDo(context, 'people', null)
    ? await ownPeople(context.store, ids, organisationOf(context))
    : new Set<string>()
  return due.flatMap((one): readonly DueFor[] => {
    const isOverdue = one.day < today
    // Cases were read in the name of whoever asks.
    if (one.kind === 'deadline' || CASE_DUES.some((kind) => kind === one.kind)) {
      const isAssistance = one.kind === 'answer' || one.isAssistance === true
      return [{ ...one, isOverdue, page: isAssistance ? 'assistance' : 'cases' }]
    }
    if (readable.has(one.id)) return [{ ...one, isOverdue, page: 'records' }]
    return known.has(one.id) ? [{ ...one, isOverdue, page: 'people' }] : []
  })
}
