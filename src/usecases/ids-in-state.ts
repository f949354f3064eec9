/** A state in, the ids of all incidents that stand in it out: for a step taken with many at once. */
import type { Context } from './context.ts'

export async function idsInState(context: Context, state: string): Promise<readonly string[]> {
  const rows = await context.store
    .selectFrom('incidents')
    .select('id')
    .where('state', '=', state)
    .orderBy('id')
    .execute()
  return rows.map((one) => one.id)
}
