/** A document in, whether anything sealed rests on it out: a record, one of its fields, or a case. */
import type { Store } from '../connect.ts'
import { loadFieldTiers } from './tiers.ts'

export async function isUnderSeal(house: Pick<Store, 'selectFrom'>, document: string): Promise<boolean> {
  const told = await house
    .selectFrom('tellings')
    .leftJoin('incidents', 'incidents.id', 'tellings.record')
    .select(['tellings.record', 'incidents.tier'])
    .where('tellings.document', '=', document)
    .execute()
  if (told.some((one) => one.tier === 'sealed')) return true
  const fields = await loadFieldTiers(house)
  const isHeld = (record: string): boolean =>
    [...(fields.get(record)?.values() ?? [])].some((one) => one.tier === 'sealed')
  if (told.some((one) => isHeld(one.record))) return true
  const resting = await house
    .selectFrom('claims')
    .innerJoin('case_records', 'case_records.id', 'claims.record')
    .select('case_records.id')
    .where('claims.document', '=', document)
    .where('case_records.tier', '=', 'sealed')
    .executeTakeFirst()
  return resting !== undefined
}
