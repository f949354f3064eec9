/** A partner in, the records that were shared with them out, as withholding made them for partners, in the order of their ids. */
import type { PartnerIncident } from '../core/public-record.ts'
import { partnerRows } from '../store/queries/partner.ts'
import type { Context } from './context.ts'
import { mayRead, targetOf } from './permit.ts'

export type SharedPage = { readonly records: readonly PartnerIncident[]; readonly more: boolean }

/** The wall of the database stands before the table of access: `context.store` is behind it. */
export async function readShared(context: Context, after: string, limit: number): Promise<SharedPage> {
  const rows = (await partnerRows(context.store))
    .filter((row) => mayRead(context, 'partner', targetOf({ ...row, coders: [], assigned: [] })))
    .map((row) => row.body)
    .filter((one) => one.id > after)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return { records: rows.slice(0, limit), more: rows.length > limit }
}
