/** A copy that is ready in; its bytes, marked, and an entry of the log that says who took what, out. */
import { createHash } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import { type Export, exportState } from '../../core/export.ts'
import { refuse } from '../../core/faults.ts'
import type { PartnerIncident } from '../../core/public-record.ts'
import { csv } from '../../publish/csv.ts'
import { loadExports } from '../../store/queries/exports.ts'
import { publicIncident, shownUnder } from '../../store/queries/public.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { ownNumbers } from '../lists/own-numbers.ts'
import { partnerForms } from '../partner-rows.ts'
import { mayDo, mayRead, targetOf } from '../permit.ts'
import { idOf, type ReadRecord } from '../read-records.ts'
import { asLeaving, exportTarget } from './ask-export.ts'
import { COLUMNS, exportRow } from './export-rows.ts'
import { keepExport } from './keep-export.ts'

export type Taken = { readonly name: string; readonly type: string; readonly body: string }
export const EXPORT_FORMATS = ['csv', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Only by whoever asked. What was taken off, closed or shared no longer since then is left out, and the copy says how many. */
export async function takeExport(context: Context, id: string, format: ExportFormat): Promise<Taken> {
  const [copy] = await loadExports(context.house, id)
  const by = context.actor?.handle ?? 'operator'
  if (!copy || copy.askedBy !== by) throw refuse('record.unknown', { id }, id)
  const state = exportState(copy, today(context.clock))
  if (state === 'ended') throw refuse('export.ended', { day: copy.ends })
  if (state === 'waiting') throw refuse('export.waiting')
  const { records, leftOut } = await recordsOf(context, copy)
  if (records.length === 0) throw refuse('export.empty')
  const numbers = await numbersOf(context, records)
  const rows = records.map((one, index) => exportRow(one, copy, numbers[index] ?? []))
  const body =
    format === 'csv'
      ? csv(
          COLUMNS,
          rows.map((row) => COLUMNS.map((column) => row[column])),
        )
      : `${JSON.stringify({ copy: copy.id, for: by, reason: copy.reason, ends: copy.ends, leftOut, records: rows }, null, 1)}\n`
  await keepExport(context, {
    line: 'export-taken',
    id,
    format,
    records: rows.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    by,
    at: context.clock.now(),
  })
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
  return { name: `aigaq-${copy.id.slice(0, 10)}.${format}`, type, body }
}

/** Of records in full; partners and readers learn no number of a list. */
async function numbersOf(
  context: Context,
  records: readonly ReadRecord[],
): Promise<readonly (readonly string[])[]> {
  const found = await ownNumbers(
    context,
    records.map((one) => (one.kind === 'team' ? one.row : { country: '', organisation: '', passages: [] })),
  )
  return found.map((one) => one.map(({ number }) => number))
}

/** Records that readers see as one are in it once. */
async function recordsOf(
  context: Context,
  copy: Export,
): Promise<{ readonly records: readonly ReadRecord[]; readonly leftOut: number }> {
  const found = new Map<string, ReadRecord>()
  let leftOut = 0
  for (const id of copy.ids) {
    const target = await exportTarget(context, id)
    const isAllowed = target !== null && mayDo(context, 'export', asLeaving(target, copy.audience))
    const record = isAllowed ? await inForm(context, id, copy) : null
    if (record) found.set(idOf(record), record)
    else leftOut += 1
  }
  return { records: [...found.values()], leftOut }
}

/** A colleague's copy for partners or the public is made by withholding, as if the partner or the reader had asked. */
async function inForm(context: Context, id: string, copy: Export): Promise<ReadRecord | null> {
  if (copy.audience === 'team') {
    const row = await recordRow(context.store, id)
    return row && mayRead(context, 'team', targetOf(row)) ? { kind: 'team', row } : null
  }
  if (copy.audience === 'public') {
    const under = await shownUnder(context.store, id)
    const incident = await publicIncident(context.store, under ?? id)
    return incident && { kind: 'public', incident }
  }
  const forms: ReadonlyMap<string, PartnerIncident> = await partnerForms(context, [id])
  const incident = forms.get(id)
  // Nobody is quoted in a copy: what has left cannot be taken back.
  return incident ? { kind: 'partner', incident, voices: [] } : null
}
