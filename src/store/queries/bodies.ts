/** Bodies and media that records name, and what was last said of two of them. */
import { sql } from 'kysely'
import type { BodyRelationName } from '../../core/decided.ts'
import type { Store } from '../connect.ts'
import type { RecordStanding } from './records.ts'

type Reader = Pick<Store, 'selectFrom'>
const STANDING = [
  'id',
  'country',
  'organisation',
  'state',
  'tier',
  'coders',
  'assigned',
  'shared_with',
] as const
const BODIES = '$.rulings[*] ? (@.field == "organisation").values[*]'

/** Kinds of the two sides of a judgement, for each thing that can be said of two bodies. */
export const SIDES = {
  same: ['body', 'body'],
  follows: ['earlier', 'later'],
} as const satisfies Readonly<Record<BodyRelationName, readonly [string, string]>>
export const BODY_KINDS: ReadonlySet<string> = new Set(Object.values(SIDES).flat())

export type RecordBodies = RecordStanding & { readonly country: string; readonly bodies: readonly string[] }
export async function bodiesInRecords(store: Reader): Promise<readonly RecordBodies[]> {
  const rows = await store
    .selectFrom('incidents')
    .select(STANDING)
    .select(sql<readonly string[]>`jsonb_path_query_array(body, ${`${BODIES}.value`}::jsonpath)`.as('bodies'))
    .where(sql<boolean>`jsonb_path_exists(body, ${BODIES}::jsonpath)`)
    .orderBy('id')
    .execute()
  return rows as unknown as readonly RecordBodies[]
}

export type RelatedBodies = {
  readonly relation: BodyRelationName
  readonly bodies: readonly [string, string]
  readonly verdict: 'same' | 'different' | 'none'
  readonly by: string
  readonly at: string
  readonly why: string
}
/** The newest word on each two, the oldest first. */
export async function bodiesRelated(store: Reader): Promise<readonly RelatedBodies[]> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_kind', 'left_id', 'right_id', 'verdict', 'by', 'at', 'explanation as why'])
    .where('left_kind', 'in', [SIDES.same[0], SIDES.follows[0]])
    .orderBy('event')
    .execute()
  const newest = new Map<string, RelatedBodies>()
  for (const { left_kind, left_id, right_id, verdict, ...row } of rows)
    newest.set(`${left_kind} ${left_id}\n${right_id}`, {
      ...row,
      relation: left_kind === SIDES.same[0] ? 'same' : 'follows',
      bodies: [left_id, right_id],
      verdict: verdict as RelatedBodies['verdict'],
    })
  return [...newest.values()]
}
