/** A record in, the records that are judged to tell the same event out, as far as whoever asks may read them. */
import { judgedOne } from '../../core/identity/judged-one.ts'
import { saidOfPairs } from '../../store/queries/pairs.ts'
import { recordCounts } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'

export async function sameEventAs(context: Context, id: string): Promise<readonly string[]> {
  const groups = judgedOne(await saidOfPairs(context.store)).judged
  const others = (groups.find((group) => group.includes(id)) ?? []).filter((one) => one !== id)
  const rows = await recordCounts(context.store, others)
  return rows
    .filter((row) => mayRead(context, 'team', targetOf(row)))
    .map((row) => row.id)
    .sort()
}
