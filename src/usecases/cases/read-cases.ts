/** Somebody and what they ask for in; the cases, observations and assistance that they may read out. */
import type { CaseRecord } from '../../core/cases/case.ts'
import { refuse } from '../../core/faults.ts'
import type { Target } from '../../core/policy.ts'
import { allCaseRecords, caseRecord, caseRecords } from '../../store/queries/cases.ts'
import { recordCounts } from '../../store/queries/records.ts'
import type { CaseRecordRow } from '../../store/tables.ts'
import type { Context } from '../context.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'

/** The table of access knows states of incidents; a case is coded, and nothing leads on from there. */
export const caseTarget = (
  row: Pick<CaseRecordRow, 'organisation' | 'tier' | 'coders' | 'assigned'>,
): Target => ({
  organisation: row.organisation,
  state: 'coded',
  tier: row.tier as Target['tier'],
  coders: row.coders,
  assigned: row.assigned,
  sharedWith: [],
})

export const fileOf = (row: CaseRecordRow): CaseRecord => row.body as unknown as CaseRecord

export type CaseList = {
  readonly rows: readonly CaseRecordRow[]
  readonly isFull: boolean
}
export const A_PAGE = 50

export async function listCases(
  context: Context,
  asked: { readonly kind?: string; readonly about?: string; readonly words?: string; readonly page: number },
): Promise<CaseList> {
  if (!mayDo(context, 'cases', null)) throw refuse('access.forbidden')
  const limits = { limit: A_PAGE, offset: (asked.page - 1) * A_PAGE }
  const found = await caseRecords(context.store, { ...asked, ...limits })
  const rows = found.filter((row) => mayRead(context, 'team', caseTarget(row)))
  return { rows, isFull: found.length === A_PAGE }
}

/** One that may not be read is answered like one that never was. */
export async function readCase(
  context: Context,
  kind: CaseRecord['kind'],
  id: string,
): Promise<CaseRecordRow> {
  const row = await caseRecord(context.store, id)
  if (row === null || row.kind !== kind || !mayRead(context, 'team', caseTarget(row)))
    throw refuse('record.unknown', { id }, id)
  return row
}

/** What hangs on a case, or on a person or an incident, as far as it may be read. */
export async function attachedTo(context: Context, id: string): Promise<readonly CaseRecordRow[]> {
  const rows = await caseRecords(context.store, { about: id, limit: 500, offset: 0 })
  return rows.filter((row) => row.id !== id && mayRead(context, 'team', caseTarget(row)))
}

/** Incidents that whoever reads may open: a link to another would tell that it is there. */
export async function openIncidents(context: Context, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await recordCounts(context.store, [...new Set(ids)])
  return new Set(rows.filter((row) => mayRead(context, 'team', targetOf(row))).map((row) => row.id))
}

export async function readableFiles(context: Context): Promise<readonly CaseRecord[]> {
  const rows = await allCaseRecords(context.store)
  return rows.filter((row) => mayRead(context, 'team', caseTarget(row))).map(fileOf)
}
