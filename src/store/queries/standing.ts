/** Replies asked and days of retention as recorded in, each by incident in their order out. */
import type { Reply } from '../../core/reply.ts'
import type { Store } from '../connect.ts'
import type { ReplyRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>

/** Of all incidents, or of those asked for. */
export async function loadReplies(
  store: Reader,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, readonly Reply[]>> {
  if (ids?.length === 0) return new Map()
  const query = store.selectFrom('replies').selectAll().orderBy('event')
  const rows = await (ids ? query.where('record', 'in', ids) : query).execute()
  const replies = new Map<string, Reply[]>()
  for (const row of rows) replies.set(row.record, [...(replies.get(row.record) ?? []), replyOf(row)])
  return replies
}

export async function repliesTo(store: Reader, id: string): Promise<readonly Reply[]> {
  const rows = await store
    .selectFrom('replies')
    .selectAll()
    .where('record', '=', id)
    .orderBy('event')
    .execute()
  return rows.map(replyOf)
}

function replyOf(row: ReplyRow): Reply {
  const { asked_on: on, asked_of: of, how, until, answered_on, answer, not_asked } = row
  if (on === null || of === null || how === null || until === null)
    return { kind: 'not-asked', why: not_asked ?? '' }
  const words = answered_on === null || answer === null ? null : { on: answered_on, words: answer }
  return { kind: 'asked', on, of, how, until, answer: words }
}

/** The newest day named for each incident. */
export async function loadRetentions(store: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await store.selectFrom('retentions').select(['record', 'until']).orderBy('event').execute()
  return new Map(rows.map((one) => [one.record, one.until]))
}
