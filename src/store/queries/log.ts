/** The log without what it is about: who did which use case when, and the hashes that hold it together. */
import type { Store } from '../connect.ts'

export type LogLine = {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly organisation: string | null
  readonly use_case: string
  readonly hash: string
}

/** Newest first, from an entry downwards. `organisation` null: of every compartment. */
export async function logLines(
  store: Pick<Store, 'selectFrom'>,
  asked: { readonly organisation: string | null; readonly before: number | null; readonly limit: number },
): Promise<readonly LogLine[]> {
  let query = store
    .selectFrom('events')
    .select(['seq', 'at', 'actor', 'organisation', 'use_case', 'hash'])
    .orderBy('seq', 'desc')
    .limit(asked.limit)
  if (asked.organisation !== null) query = query.where('organisation', '=', asked.organisation)
  if (asked.before !== null) query = query.where('seq', '<', asked.before)
  return query.execute()
}

export async function newestEntry(store: Pick<Store, 'selectFrom'>): Promise<number> {
  const row = await store
    .selectFrom('events')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}

/** When the last entry was written that is no newer than this; null: there is none. */
export async function writtenBy(store: Pick<Store, 'selectFrom'>, moment: string): Promise<string | null> {
  const row = await store
    .selectFrom('events')
    .select('at')
    .where('at', '<=', moment)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** What was written last at a moment later than `moment`; null: nothing was, or something stands after it in the log that was written by `settled`. */
export async function writtenAhead(
  store: Pick<Store, 'selectFrom'>,
  moment: string,
  settled: string,
): Promise<string | null> {
  const events = store.selectFrom('events').select(['seq', 'at'])
  const ahead = await events.where('at', '>', moment).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (!ahead) return null
  const after = events.where('seq', '>', ahead.seq).where('at', '<=', settled)
  return (await after.limit(1).executeTakeFirst()) ? null : ahead.at
}
