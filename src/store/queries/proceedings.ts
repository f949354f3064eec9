/** Recorded legal journeys as they stand: the newest decision of each field. */
import type { RecordProceeding } from '../../core/decided.ts'
import type { Store } from '../connect.ts'
import type { DecisionRow } from '../tables.ts'

export async function loadProceedings(
  store: Pick<Store, 'selectFrom'>,
): Promise<readonly RecordProceeding[]> {
  const rows = await store
    .selectFrom('decisions')
    .selectAll()
    .where('record_kind', '=', 'proceeding')
    .orderBy('event')
    .execute()
  const ids = [...new Set(rows.map((one) => one.record))].sort()
  return ids.map((id) =>
    proceedingOf(id, new Map(rows.filter((one) => one.record === id).map((one) => [one.field, one]))),
  )
}

function proceedingOf(id: string, rulings: ReadonlyMap<string, DecisionRow>): RecordProceeding {
  const values = (field: string): readonly unknown[] => rulings.get(field)?.held.map((one) => one.value) ?? []
  const last = [...rulings.values()].at(-1)
  return {
    record: 'proceeding',
    id,
    person: String(values('person')[0] ?? ''),
    charges: values('charge') as RecordProceeding['charges'],
    stages: values('stage') as RecordProceeding['stages'],
    by: last?.by ?? '',
    at: last?.at ?? '',
  }
}
