/** A record in, the sealed things that belong to it out: the newest version of each, its body apart. */
import type { SealedAbout } from '../../core/sealed/field.ts'
import type { Store } from '../connect.ts'
import type { SealedItemRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type SealedHead = Omit<SealedItemRow, 'body'> & {
  /** Older versions whose bodies are still there. */
  readonly older: number
}

const HEAD = [
  'id',
  'version',
  'organisation',
  'about_kind',
  'about_id',
  'field',
  'what',
  'list',
  'sha256',
  'bytes',
  'by',
  'since',
] as const

export const sealedOf = async (house: Reader, { kind, id }: SealedAbout): Promise<readonly SealedHead[]> =>
  newestOf(await heads(house).where('about_kind', '=', kind).where('about_id', '=', id).execute())

export const allSealed = async (house: Reader): Promise<readonly SealedHead[]> =>
  newestOf(await heads(house).execute())

const heads = (house: Reader) =>
  house
    .selectFrom('sealed_items')
    .select([...HEAD, ({ eb }) => eb('body', 'is not', null).as('there')])
    .orderBy('since')
    .orderBy('id')
    .orderBy('version', 'desc')

type Row = Omit<SealedItemRow, 'body'> & { readonly there: unknown }
function newestOf(rows: readonly Row[]): readonly SealedHead[] {
  const byId = Map.groupBy(rows, (row) => row.id)
  return [...byId.values()].flatMap((versions) => {
    const [newest] = versions.toSorted((a, b) => b.version - a.version)
    if (!newest) return []
    const { there: _there, ...head } = newest
    return [{ ...head, older: versions.filter((one) => one.version < head.version && one.there).length }]
  })
}

export async function sealedRow(house: Reader, id: string): Promise<SealedItemRow | null> {
  const row = await house
    .selectFrom('sealed_items')
    .selectAll()
    .where('id', '=', id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
