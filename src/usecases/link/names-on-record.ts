/** Names in, the records that hold a name like each of them out, as far as whoever asks may read them. */
import type { NameRules } from '../../core/names/rules.ts'
import type { NameScore } from '../../core/names/score.ts'
import { type NameIndex, nameIndex } from '../../link/name-index.ts'
import type { Store } from '../../store/connect.ts'
import { namesInRecords, recordsChangedSince } from '../../store/queries/linking.ts'
import { publicState } from '../../store/queries/public-state.ts'
import { recordCounts } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'
import { nameRulesOf } from './names-rules.ts'

export type NameMet = { readonly record: string; readonly name: string; readonly found: NameScore }

/** The index of one store, as of one entry of the log. In memory alone: what is forgotten is gone with the next question. */
type Kept = {
  readonly index: NameIndex<string>
  readonly namesOf: Map<string, readonly string[]>
  through: number
}
/** One for each set of rules: organisations accept other surnames as one. */
const kept = new WeakMap<NameRules, WeakMap<Store, Kept>>()
/** So many records are shown for one name, the most alike first. */
const MOST_MET = 8
/** More near names, and more records of one of them, are not looked up behind the wall: a surname alone may be near thousands. */
const MOST_LOOKED = 60

/** One answer for each name. The index holds the names of all compartments; what comes out has passed the wall. */
export async function namesOnRecord(
  context: Context,
  names: readonly string[],
  least: number,
): Promise<readonly (readonly NameMet[])[]> {
  if (names.length === 0) return []
  const index = await upToDate(context)
  const near = names.map((name) =>
    index
      .near(name, least)
      .slice(0, MOST_LOOKED)
      .flatMap((one) => [...one.held].slice(0, MOST_LOOKED).map((record) => ({ record, ...one }))),
  )
  const standing = await recordCounts(context.store, [...new Set(near.flat().map((one) => one.record))])
  const mine = new Set(standing.flatMap((row) => (mayRead(context, 'team', targetOf(row)) ? [row.id] : [])))
  return near.map((all) => all.filter((one) => mine.has(one.record)).slice(0, MOST_MET))
}

async function upToDate(context: Context): Promise<NameIndex<string>> {
  const { house } = context
  const rules = await nameRulesOf(context)
  const ofRules = kept.get(rules) ?? new WeakMap<Store, Kept>()
  kept.set(rules, ofRules)
  const through = Number((await publicState(house, 'through')) ?? 0)
  const known = ofRules.get(house)
  if (known?.through === through) return known.index
  const changed = known && known.through < through ? await recordsChangedSince(house, known.through) : null
  const own: Kept = known && changed ? known : { index: nameIndex(rules), namesOf: new Map(), through }
  for (const id of changed ?? []) put(own, id, [])
  for (const { id, names } of await namesInRecords(house, changed)) put(own, id, names)
  own.through = through
  ofRules.set(house, own)
  return own.index
}

function put({ index, namesOf }: Kept, id: string, names: readonly string[]): void {
  for (const name of namesOf.get(id) ?? []) index.remove(name, id)
  for (const name of names) index.add(name, id)
  namesOf.set(id, names)
}
