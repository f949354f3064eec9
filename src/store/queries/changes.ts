/** An entry of the log in; what others wrote after it, as the wall lets whoever asks see it, newest first. */
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>
export const CHANGE_KINDS = [
  'decided',
  'rejected',
  'moved',
  'shared',
  'replied',
  'read-twice',
  'asked',
  'answered',
  'planned',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]
export type Change = {
  readonly kind: ChangeKind
  /** The record, the passage (`<reading>#<key>`), the question or the plan it is about. */
  readonly about: string
  /** Of a move its name. */
  readonly what: string | null
  readonly by: string
  readonly at: string
  readonly event: number
}
export type ChangesAsked = { readonly since: number; readonly notBy: string; readonly limit: number }

/** Of each kind so many at most: a page says that there are more, and does not read them. */
export async function changesSince(store: Reader, asked: ChangesAsked): Promise<readonly Change[]> {
  const decided = await decisions(store, asked)
  const found: readonly Change[] = [
    ...decided,
    ...(await rowsSince(store, 'moves', asked)).map((row) => change('moved', row, row.record, row.move)),
    ...(await rowsSince(store, 'shares', asked)).map((row) => change('shared', row, row.record)),
    ...(await rowsSince(store, 'replies', asked)).map((row) => change('replied', row, row.record)),
    ...(await rowsSince(store, 'second_readings', asked)).map((row) => change('read-twice', row, row.record)),
    ...(await rowsSince(store, 'questions', asked)).map((row) => change('asked', row, row.id)),
    ...(await rowsSince(store, 'answers', asked)).map((row) => change('answered', row, row.question)),
  ]
  return [...found].sort((a, b) => b.event - a.event).slice(0, asked.limit)
}

type Signed = { readonly by: string; readonly at: string; readonly event: number }
const change = (
  kind: ChangeKind,
  { by, at, event }: Signed,
  about: string,
  what: string | null = null,
): Change => ({
  ...{ kind, about, what, by, at, event },
})

async function decisions(store: Reader, { since, notBy, limit }: ChangesAsked): Promise<readonly Change[]> {
  const rows = await store
    .selectFrom('decisions')
    .select(['record_kind', 'record', 'by', 'at', 'event'])
    .distinct()
    .where('event', '>', since)
    .where('by', '<>', notBy)
    .where((where) =>
      where.or([
        where('record_kind', '=', 'incident'),
        where.and([where('record_kind', '=', 'draft'), where('verdict', '=', 'rejected')]),
      ]),
    )
    .orderBy('event', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => change(row.record_kind === 'incident' ? 'decided' : 'rejected', row, row.record))
}

type Since = 'moves' | 'shares' | 'replies' | 'second_readings' | 'questions' | 'answers'
type RowsSince = {
  readonly moves: Signed & { readonly record: string; readonly move: string }
  readonly shares: Signed & { readonly record: string }
  readonly replies: Signed & { readonly record: string }
  readonly second_readings: Signed & { readonly record: string }
  readonly questions: Signed & { readonly id: string }
  readonly answers: Signed & { readonly question: string }
}

async function rowsSince<T extends Since>(
  store: Reader,
  table: T,
  { since, notBy, limit }: ChangesAsked,
): Promise<readonly RowsSince[T][]> {
  const rows = await store
    .selectFrom(table as 'moves')
    .selectAll()
    .where('event', '>', since)
    .where('by', '<>', notBy)
    .orderBy('event', 'desc')
    .limit(limit)
    .execute()
  return rows as readonly unknown[] as readonly RowsSince[T][]
}
