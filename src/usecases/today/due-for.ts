/** Who asks and a number of days in; what is overdue or coming, as far as they may know of it, out. */
import { ownAmong } from '../../store/queries/due.ts'
import { recordCounts } from '../../store/queries/records.ts'
import { type Context, organisationOf } from '../context.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'
import { type Due, whatIsDue } from '../what-is-due.ts'

export type DueFor = Due & { readonly isOverdue: boolean; readonly page: 'records' | 'people' | null }

/** Grounds belong to whoever may see people; what is about a record, to whoever may read the record. */
export async function dueFor(context: Context, within: number, today: string): Promise<readonly DueFor[]> {
  const due = await whatIsDue(context, within)
  const ids = [...new Set(due.map((one) => one.id))]
  const readable = new Set(
    (await recordCounts(context.store, ids)).flatMap((row) =>
      mayRead(context, 'team', targetOf(row)) ? [row.id] : [],
    ),
  )
  const known = mayDo(context, 'people', null)
    ? await ownAmong(context.store, ids, organisationOf(context))
    : { people: new Set<string>(), cases: new Set<string>() }
  return due.flatMap((one): readonly DueFor[] => {
    const isOverdue = one.day < today
    if (readable.has(one.id)) return [{ ...one, isOverdue, page: 'records' }]
    if (known.people.has(one.id)) return [{ ...one, isOverdue, page: 'people' }]
    // A hearing or a complaint belongs to a person's case: like a ground, to whoever sees people.
    return known.cases.has(one.id) ? [{ ...one, isOverdue, page: null }] : []
  })
}
