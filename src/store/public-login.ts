/** The address of the database in, the address the public site connects with out: a login that can read public tables and nothing else. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { connect, type Store } from './connect.ts'
import { PUBLIC_TABLES } from './migrations/0002-public-role.ts'

const LOGIN = 'aigaq_site'
const NOT_ALLOWED = ['42501', '42704']

/**
 * Makes the login on first use. Its password is derived from that of the main address, so that every process of this
 * installation knows it and nothing more has to be stored. Null when the main login may not make logins.
 */
export async function publicAddress(store: Store, url: string): Promise<string | null> {
  const address = new URL(url)
  const password = createHmac('sha256', decodeURIComponent(address.password))
    .update(`${LOGIN} of aigaq`)
    .digest('base64url')
  try {
    await sql.raw(makeLogin(password)).execute(store)
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_ALLOWED.includes(String(error.code))) return null
    throw error
  }
  address.username = LOGIN
  address.password = password
  return address.href
}

/** A slow or writing query from a public page is a fault or an attack; neither should get far. */
const makeLogin = (password: string): string => `do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${LOGIN}') then
    create role ${LOGIN} login nosuperuser nocreatedb nocreaterole nobypassrls connection limit 16;
  end if;
  alter role ${LOGIN} password '${password}';
  alter role ${LOGIN} set default_transaction_read_only = on;
  alter role ${LOGIN} set statement_timeout = '10s';
  grant aigaq_public to ${LOGIN};
end $$`

/** The store of the public site. Without a login of its own it is the main one, and `isWalled` is false. */
export async function openPublicStore(
  store: Store,
  url: string,
  given: string,
): Promise<{ readonly store: Store; readonly isWalled: boolean; readonly close: () => Promise<void> }> {
  const address = given === '' ? await publicAddress(store, url) : given
  if (address === null) return { store, isWalled: false, close: async () => {} }
  const own = connect(address)
  return { store: own, isWalled: await isWalled(own), close: () => own.destroy() }
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
  return JSON.stringify(names) === JSON.stringify([...PUBLIC_TABLES].sort())
}
