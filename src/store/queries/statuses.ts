/** Decisions, moves and shares in, where each incident stands and who may come to it out. */
import { HOME } from '../../core/access.ts'
import { type Moved, type MoveName, type MoveRule, SHOWN, type Status, statusOf } from '../../core/state.ts'
import type { Store } from '../connect.ts'
import { byRecord } from './by-record.ts'

export type RecordStatus = Status & {
  readonly organisation: string
  readonly coders: readonly string[]
  /** Handles it was handed to. */
  readonly assigned: readonly string[]
  readonly sharedWith: readonly string[]
  /** True when it has ever been on a public page. */
  readonly wasShown: boolean
}

/** Of all incidents that are told anywhere, or of those asked for. */
export async function loadStatuses(
  store: Pick<Store, 'selectFrom'>,
  rules: ReadonlyMap<MoveName, MoveRule>,
  ids?: readonly string[],
): Promise<ReadonlyMap<string, RecordStatus>> {
  if (ids?.length === 0) return new Map()
  const tellings = store.selectFrom('tellings').select(['record', 'organisation']).orderBy('event', 'desc')
  const decisions = store
    .selectFrom('decisions')
    .select(['record', 'event', 'by'])
    .distinct()
    .where('record_kind', '=', 'incident')
  const moves = store.selectFrom('moves').select(['record', 'event', 'move', 'by']).orderBy('event')
  const shares = store
    .selectFrom('shares')
    .select(['record', 'with_kind', 'with_id', 'ended'])
    .orderBy('event')
  const told = await (ids ? tellings.where('record', 'in', ids) : tellings).execute()
  const decided = byRecord(await (ids ? decisions.where('record', 'in', ids) : decisions).execute())
  const moved = byRecord(await (ids ? moves.where('record', 'in', ids) : moves).execute())
  const shared = byRecord(await (ids ? shares.where('record', 'in', ids) : shares).execute())
  // Newest first, so that the organisation of the first telling is the one that stays.
  const owners = new Map(told.map((one) => [one.record, one.organisation ?? HOME]))
  return new Map(
    [...owners].map(([id, organisation]) => {
      const own = decided.get(id) ?? []
      const steps = (moved.get(id) ?? []) as readonly Moved[]
      const newest = new Map((shared.get(id) ?? []).map((one) => [`${one.with_kind} ${one.with_id}`, one]))
      const open = [...newest.values()].filter((one) => !one.ended)
      const withKind = (kind: string): readonly string[] =>
        open
          .filter((one) => one.with_kind === kind)
          .map((one) => one.with_id)
          .sort()
      return [
        id,
        {
          ...statusOf([...new Set(own.map((one) => one.event))], steps, rules),
          organisation,
          coders: [...new Set(own.map((one) => one.by))].sort(),
          assigned: withKind('account'),
          sharedWith: withKind('organisation'),
          wasShown: steps.some((one) => SHOWN.has(rules.get(one.move)?.to ?? 'coded')),
        },
      ]
    }),
  )
}
