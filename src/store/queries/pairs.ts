/** What was ever said of pairs in the order of the log: of records, of people on record, of names and people; as far as the wall lets whoever asks see. */
import type { PairVerdict, SaidOfPair } from '../../core/identity/pairs.ts'
import type { Store } from '../connect.ts'

type Reader = Pick<Store, 'selectFrom'>

/** What a judgement on two records is kept under, on both sides; the same of two people; and the claim that a name stands on. */
export const [RECORD_KIND, PERSON_KIND, NAME_KIND] = ['incident', 'person', 'claim'] as const

export const saidOfPairs = (store: Reader): Promise<readonly SaidOfPair[]> =>
  saidOf(store, RECORD_KIND, RECORD_KIND)
export const saidOfPersons = (store: Reader): Promise<readonly SaidOfPair[]> =>
  saidOf(store, PERSON_KIND, PERSON_KIND)
/** The claim left, the person right. */
export const saidOfNames = (store: Reader): Promise<readonly SaidOfPair[]> =>
  saidOf(store, NAME_KIND, PERSON_KIND)

async function saidOf(store: Reader, left: string, right: string): Promise<readonly SaidOfPair[]> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_id as left', 'right_id as right', 'verdict', 'by', 'at', 'explanation as why', 'blind'])
    .where('left_kind', '=', left)
    .where('right_kind', '=', right)
    .orderBy('event')
    .execute()
  return rows.map((row) => ({ ...row, verdict: row.verdict as PairVerdict, blind: row.blind === true }))
}

/** Records in the order in which they were first told: the first of a group keeps its address. */
export async function inOrderMade(store: Reader, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('tellings')
    .select((one) => ['record', one.fn.min('event').as('event')])
    .where('record', 'in', ids)
    .groupBy('record')
    .execute()
  return rows
    .toSorted((a, b) => Number(a.event) - Number(b.event) || (a.record < b.record ? -1 : 1))
    .map((one) => one.record)
}

/** People in the order in which they were first recorded: the first of those who are one keeps its id. */
export async function inOrderRecorded(store: Reader, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await store
    .selectFrom('persons')
    .select((one) => ['id', one.fn.min('event').as('event')])
    .where('id', 'in', ids)
    .groupBy('id')
    .execute()
  return rows
    .toSorted((a, b) => Number(a.event) - Number(b.event) || (a.id < b.id ? -1 : 1))
    .map((one) => one.id)
}
