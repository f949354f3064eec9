/** What somebody says of a proposed passage in (no incident, two, one with the next, or taken back); one row of the decisions out. */
import type { DecideDraft } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import type { Json } from '../core/json.ts'
import { type PassageCut, passagesOf } from '../core/passages.ts'
import { instant, record, type Writer } from '../store/append.ts'
import { draftSpans, saidOfPassages } from '../store/queries/passages.ts'
import { type Context, happeningOf } from './context.ts'

/** The field under which something is said of a passage. */
export const VERDICT_FIELD = 'verdict'

export async function decideDraft(context: Context, decided: DecideDraft): Promise<void> {
  const [reading = '', key = ''] = decided.id.split('#')
  const drafts = await draftSpans(context.store, reading)
  if (!drafts) throw refuse('record.unknown', { id: decided.id }, decided.id)
  await record(context.store, happeningOf(context, decided), async (writer) => {
    await refuseUnseen(writer, decided.id, null, decided.seen)
    const said = await saidOfPassages(writer.trx, reading)
    const passages = passagesOf(drafts, said)
    const isThere =
      decided.verdict === 'undone' ? canBeTakenBack(passages, key) : isOpen(passages, decided, key)
    if (!isThere)
      throw refuse(
        decided.verdict === 'undone' ? 'review.undo' : 'record.unknown',
        { id: decided.id },
        decided.id,
      )
    const { begins, with: other } = decided
    const value: Json = begins !== undefined ? { begins } : other !== undefined ? { with: other } : {}
    await writer.append('decisions', [
      {
        record_kind: 'draft',
        record: decided.id,
        field: VERDICT_FIELD,
        verdict: decided.verdict,
        held: [{ value, claims: [], person: null }],
        by: decided.by,
        at: instant(decided.at),
        why: decided.why ?? null,
      },
    ])
  })
}

/** Behind the lock of the log: whoever writes second learns of the first, and both versions are kept. */
export async function refuseUnseen(
  writer: Writer,
  draft: string,
  incident: string | null,
  seen: number | undefined,
): Promise<void> {
  if (seen === undefined) return
  const newest = await newestOn(writer.trx, draft, incident)
  if (newest > seen) throw refuse('review.between', { id: draft }, draft)
}

export async function newestOn(
  store: Pick<Context['store'], 'selectFrom'>,
  draft: string,
  incident: string | null,
): Promise<number> {
  const row = await store
    .selectFrom('decisions')
    .select((one) => one.fn.max('event').as('event'))
    .where((where) =>
      where.or([
        where.and([where('record_kind', '=', 'draft'), where('record', '=', draft)]),
        where.and([where('record_kind', '=', 'incident'), where('record', '=', incident ?? '')]),
      ]),
    )
    .executeTakeFirst()
  return Number(row?.event ?? 0)
}

function isOpen(passages: readonly PassageCut[], { begins, with: other }: DecideDraft, key: string): boolean {
  const own = passages.find((one) => one.key === key)
  if (!own || own.said !== null) return false
  const isInside = begins === undefined || (begins > own.span.start && begins < own.span.end)
  const isOther =
    other === undefined || passages.some((one) => one.key === other && one.key !== key && one.said === null)
  return isInside && isOther
}

/** A rejection or a decision by itself; a cut while nothing was said of any of its pieces. */
const canBeTakenBack = (passages: readonly PassageCut[], key: string): boolean => {
  if (passages.some((one) => one.key === key && one.said !== null)) return true
  const pieces = passages.filter((one) => one.cut?.key === key)
  const all = pieces.some((one) => one.key === `${key}m`) ? 1 : 2
  return pieces.length === all && pieces.every((one) => one.said === null)
}
