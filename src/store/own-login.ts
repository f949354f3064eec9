/** A group of the database in, a login of its own in that group out: what a face may not read, it cannot read by mistake. */
import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Store } from './connect.ts'
import { addressesIn, changedAddress } from './several-hosts.ts'

export type OwnLogin = {
  readonly login: string
  readonly group: string
  readonly readOnly: boolean
  readonly connections: number
}

const NOT_ALLOWED = ['42501', '42704']

/**
 * Makes the login on first use. Its password is derived from that of the main address, so that every process of this
 * installation knows it and nothing more has to be stored. Null when the main login may not make logins.
 */
export async function ownAddress(store: Store, url: string, own: OwnLogin): Promise<string | null> {
  const main = new URL(addressesIn(url)[0] ?? url)
  const password = createHmac('sha256', decodeURIComponent(main.password))
    .update(`${own.login} of aigaq`)
    .digest('base64url')
  try {
    await sql.raw(makeLogin(own, password)).execute(store)
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_ALLOWED.includes(String(error.code))) return null
    throw error
  }
  return changedAddress(url, (address) => {
    address.username = own.login
    address.password = password
  })
}

/** A slow query from a page is a fault or an attack; it should not get far. Two processes that start at once wait for each other: a role cannot be altered by both. */
const makeLogin = (
  { login, group, readOnly, connections }: OwnLogin,
  password: string,
): string => `do $$ begin
  perform pg_advisory_xact_lock(hashtext('own login'), hashtext('${login}'));
  if not exists (select 1 from pg_roles where rolname = '${login}') then
    create role ${login} login nosuperuser nocreatedb nocreaterole nobypassrls connection limit ${connections};
  end if;
  alter role ${login} password '${password}';
  ${readOnly ? `alter role ${login} set default_transaction_read_only = on;` : ''}
  alter role ${login} set statement_timeout = '10s';
  grant ${group} to ${login};
end $$`
