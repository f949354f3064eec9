/** What phones sent, without what it says; one of it with its sealed bytes; and the phones. */
import type { Store } from '../connect.ts'
import type { FieldItemRow, FieldPassRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type FieldHead = Omit<FieldItemRow, 'body' | 'noted'> & { readonly phone: string | null }
/** What is needed of a phone to take something from it and to answer it. */
export type KnownPass = Pick<FieldPassRow, 'key' | 'name' | 'receipts' | 'ended'>

const HEAD = [
  'id',
  'list',
  'bytes',
  'pass',
  'brought',
  'day',
  'verdict',
  'record',
  'why',
  'by',
  'decided',
] as const

/** Those that wait first; by day, and within a day in no order that says anything. */
export function fieldHeads(
  house: Reader,
  { waits, offset, limit }: { readonly waits: boolean; readonly offset: number; readonly limit: number },
): Promise<readonly FieldHead[]> {
  return house
    .selectFrom('field_items')
    .leftJoin('field_passes', 'field_passes.key', 'field_items.pass')
    .select(HEAD.map((one) => `field_items.${one}` as const))
    .select('field_passes.name as phone')
    .where('verdict', waits ? 'is' : 'is not', null)
    .orderBy('day', waits ? 'asc' : 'desc')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute()
}

export async function fieldCounts(
  house: Reader,
): Promise<{ readonly waiting: number; readonly decided: number }> {
  const row = await house
    .selectFrom('field_items')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('verdict').as('decided')])
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.all) - Number(row.decided), decided: Number(row.decided) }
}

export async function fieldItem(house: Reader, id: string): Promise<FieldItemRow | null> {
  const row = await house.selectFrom('field_items').selectAll().where('id', '=', id).executeTakeFirst()
  return (row as FieldItemRow | undefined) ?? null
}

export const fieldPasses = (house: Reader): Promise<readonly Omit<FieldPassRow, 'receipts'>[]> =>
  house
    .selectFrom('field_passes')
    .select(['key', 'name', 'by', 'since', 'ended'])
    .orderBy('name')
    .orderBy('key')
    .execute()

export async function fieldPass(house: Reader, key: string): Promise<KnownPass | null> {
  const row = await house
    .selectFrom('field_passes')
    .select(['key', 'name', 'receipts', 'ended'])
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}
