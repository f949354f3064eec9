/** Somebody who asks in, every sealed thing whose record they may read out: to be fetched and searched on their own machine. */
import { caseRecordsById } from '../../store/queries/cases.ts'
import { recordRowsById } from '../../store/queries/records.ts'
import { allSealed, type SealedHead } from '../../store/queries/sealed.ts'
import { caseTarget } from '../cases/read-cases.ts'
import type { Context } from '../context.ts'
import { mayRead, permit, targetOf } from '../permit.ts'

export async function allItems(context: Context): Promise<readonly SealedHead[]> {
  permit(context, 'people')
  const all = await allSealed(context.house)
  const ids = (kind: SealedHead['about_kind']): readonly string[] => [
    ...new Set(all.flatMap((one) => (one.about_kind === kind ? [one.about_id] : []))),
  ]
  const incidents = await recordRowsById(context.store, ids('incident'))
  const cases = await caseRecordsById(context.store, ids('case'))
  const seen = new Set([
    ...incidents.flatMap((row) => (mayRead(context, 'team', targetOf(row)) ? [`incident ${row.id}`] : [])),
    ...cases.flatMap((row) => (mayRead(context, 'team', caseTarget(row)) ? [`case ${row.id}`] : [])),
  ])
  return all.filter((one) => seen.has(`${one.about_kind} ${one.about_id}`))
}
