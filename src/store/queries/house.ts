/** Whether the house is shut, and by whom: asked by every transaction that writes, and by every request of the workspace. */
import type { Store } from '../connect.ts'
import type { HouseStateRow } from '../tables.ts'

type Reader = Pick<Store, 'selectFrom'>
export type HouseState = Omit<HouseStateRow, 'one'>

export const isShut = async (store: Reader): Promise<boolean> =>
  (await store.selectFrom('house_state').select('shut').executeTakeFirst())?.shut === true

export async function houseState(store: Reader): Promise<HouseState> {
  const row = await store
    .selectFrom('house_state')
    .select(['shut', 'by', 'since', 'lifted_by'])
    .executeTakeFirst()
  return row ?? { shut: false, by: null, since: null, lifted_by: null }
}
