/** Tactics that groups wrote down, as they stand: of one id the newest row counts. */
import { HOME } from '../../core/access.ts'
import type { Tactic } from '../../core/tactic.ts'
import type { Store } from '../connect.ts'

export type StandingTactic = {
  readonly id: string
  readonly tactic: Omit<Tactic, 'id'>
  readonly isPublic: boolean
  readonly organisation: string
  readonly by: string
  readonly at: string
}

export async function tacticRows(store: Pick<Store, 'selectFrom'>): Promise<readonly StandingTactic[]> {
  const rows = await store.selectFrom('tactics').selectAll().orderBy('event').execute()
  const newest = new Map(rows.map((one) => [`${one.organisation ?? HOME} ${one.id}`, one]))
  return [...newest.values()].flatMap(({ id, tactic, is_public: isPublic, organisation, by, at }) =>
    tactic === null ? [] : [{ id, tactic, isPublic, organisation: organisation ?? HOME, by, at }],
  )
}
