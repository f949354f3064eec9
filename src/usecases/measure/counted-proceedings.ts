/** Who asks, a country in; each of its cases that they may read as it is counted, with its id, out. */
import type { Counted } from '../../core/counted.ts'
import { incidentsBehind, proceedingFacts } from '../../measure/counts/proceedings.ts'
import { readableFiles } from '../cases/read-cases.ts'
import { type Context, packOf } from '../context.ts'
import { permit } from '../permit.ts'
import { countedRecords, permitMeasure } from './counted-rows.ts'
import { fingerprintOf } from './numbers-of.ts'

/**
 * Refused with `access.forbidden` to whoever may not see which cases there are: none on the page would look like none at all. What
 * an incident tells that whoever asks may not read tells nothing here either. Cases written before they named a country count in each.
 */
export async function countedProceedings(
  context: Context,
  country: string,
): Promise<readonly { readonly id: string; readonly row: Counted }[]> {
  permitMeasure(context)
  permit(context, 'cases')
  const given = { pack: packOf(context.knowledge, country), words: context.knowledge.codebook.counting }
  const files = (await readableFiles(context)).flatMap((one) =>
    one.kind === 'proceeding' && (one.country === null || one.country === given.pack.id) ? [one] : [],
  )
  const records = await countedRecords(context, { country, unverified: true })
  const incidents = new Map(records.map(({ id, row }) => [id, row]))
  return files.map((file) => {
    const own = incidentsBehind(file).flatMap((id) => incidents.get(id) ?? [])
    const facts = proceedingFacts(file, own, given)
    return { id: file.id, row: { ...facts, fingerprint: fingerprintOf(file.id, facts) } }
  })
}
