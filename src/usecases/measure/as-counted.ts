/** Records as decided in; what each is counted as out, with people who are one as one: itself, the one that several cleared records are, or nothing beside that one. */
import { asOne, isAlike } from '../../core/identity/as-one.ts'
import { judgedOne } from '../../core/identity/judged-one.ts'
import { withOnePerson } from '../../core/identity/one-person.ts'
import type { Incident } from '../../core/record.ts'
import type { State } from '../../core/state.ts'
import type { Tier } from '../../core/tier.ts'
import type { Store } from '../../store/connect.ts'
import { inOrderMade, saidOfPairs } from '../../store/queries/pairs.ts'
import { peopleAsOne, shownAs } from '../link/people-as-one.ts'
import { VERIFIED } from './counted-rows.ts'

/** Who may read a record: only those that are read by the same people are counted as one, or a number would tell of the other. */
export type Readers = {
  readonly tier: Tier
  readonly assigned: readonly string[]
  readonly state: State
}

/**
 * Null: it is counted with the first record of its event that was verified, or the first where none was: what somebody changes in
 * one record takes nothing verified out of a number. Groups are those that readers see as one, so that both sides of the wall count alike.
 */
export async function asCounted(
  store: Pick<Store, 'selectFrom'>,
  decided: readonly Incident[],
  readersOf: (record: Incident) => Readers,
): Promise<(record: Incident) => Incident | null> {
  const { into } = await shownAs(store, (await peopleAsOne(store)).merged)
  const records = into.size === 0 ? decided : decided.map((one) => withOnePerson(one, into))
  const known = new Map(records.map((one) => [one.id, one]))
  const counted = new Map<string, Incident | null>()
  for (const group of judgedOne(await saidOfPairs(store)).merged) {
    const members = (await inOrderMade(store, group)).flatMap((id) => known.get(id) ?? [])
    const standing = members.filter((one) => readersOf(one).state !== 'withdrawn')
    const isVerified = (one: Incident): boolean => VERIFIED.has(readersOf(one).state)
    const first = standing.find(isVerified) ?? standing[0]
    if (!first) continue
    const others = standing.filter(
      (one) => one !== first && isAlike(first, one) && isReadBySame(readersOf(first), readersOf(one)),
    )
    const told = others.filter((one) => isVerified(one) === isVerified(first))
    if (told.length > 0) counted.set(first.id, asOne([first, ...told]))
    for (const one of others) counted.set(one.id, null)
  }
  return (record) => {
    const joined = counted.get(record.id)
    return joined === undefined ? (known.get(record.id) ?? record) : joined
  }
}

type ReadBy = { readonly tier: string; readonly assigned: readonly string[] }
export const isReadBySame = (a: ReadBy, b: ReadBy): boolean =>
  a.tier === b.tier && [...a.assigned].sort().join() === [...b.assigned].sort().join()
