/** Recorded legal journeys as far as they may be told outside: of each, what was written as one line and stands. */
import { lineOfCase } from '../../core/cases/line-of-case.ts'
import type { RecordProceeding } from '../../core/decided.ts'
import type { Store } from '../connect.ts'
import { byRecord } from './by-record.ts'
import { caseRulings } from './cases.ts'

export async function loadProceedings(
  store: Pick<Store, 'selectFrom'>,
): Promise<readonly RecordProceeding[]> {
  const rulings = (await caseRulings(store)).filter((one) => one.record_kind === 'proceeding')
  return [...byRecord(rulings)]
    .sort(([a], [b]) => a.localeCompare(b))
    .flatMap(([, own]) => lineOfCase(own) ?? [])
}
