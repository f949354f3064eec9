/** The address of the database in, the store of the public site out: a login that can read public tables and nothing else. */
import { sql } from 'kysely'
import { connect, type Store } from './connect.ts'
import { DERIVED } from './kinds-of-tables.ts'
import { type OwnLogin, ownAddress } from './own-login.ts'

const SITE: OwnLogin = { login: 'aigaq_site', group: 'aigaq_public', readOnly: true, connections: 16 }

export const publicAddress = (store: Store, url: string): Promise<string | null> =>
  ownAddress(store, url, SITE)

/** The store of the public site. Without a login of its own it is the main one, and `isWalled` is false. */
export async function openPublicStore(
  store: Store,
  url: string,
  given: string,
): Promise<{
  readonly store: Store
  readonly isWalled: boolean
  readonly address: string | null
  readonly close: () => Promise<void>
}> {
  const address = given === '' ? await publicAddress(store, url) : given
  if (address === null) return { store, isWalled: false, address: null, close: async () => {} }
  const own = connect(address)
  return { store: own, isWalled: await isWalled(own), address, close: () => own.destroy() }
}

/** True when this login can read the public tables and no other table at all. */
export async function isWalled(store: Store): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables
    where schemaname = current_schema()
      and (has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'select')
        or has_table_privilege(quote_ident(schemaname) || '.' || quote_ident(tablename), 'insert, update, delete, truncate'))`.execute(
    store,
  )
  const names = rows.map((one) => one.name).sort()
  return JSON.stringify(names) === JSON.stringify(DERIVED.filter((one) => one.startsWith('public_')).sort())
}
