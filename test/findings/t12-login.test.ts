/** T12 (Bayanat 031: a database login that could do everything): the login of the site can do as little as there is. */
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { connect } from '../../src/store/connect.ts'
import { migrate } from '../../src/store/migrate.ts'
import { publicAddress } from '../../src/store/public-login.ts'
import { openServer } from '../stores.ts'

it('the login of the public site has no power over others, and none to write', async () => {
  const { store, url } = await openServer()
  await migrate(store)
  const address = await publicAddress(store, url)
  expect(address).not.toBeNull()
  const site = connect(address ?? '')
  try {
    const { rows } = await sql<Record<string, unknown>>`
      select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolconnlimit,
        pg_has_role(current_user, 'pg_read_server_files', 'member') as files,
        pg_has_role(current_user, 'pg_execute_server_program', 'member') as programs,
        pg_has_role(current_user, 'pg_read_all_data', 'member') as everything,
        has_schema_privilege(current_schema(), 'create') as makes,
        current_setting('default_transaction_read_only') as reads
      from pg_roles where rolname = current_user`.execute(site)
    expect(rows[0]).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolconnlimit: 16,
      files: false,
      programs: false,
      everything: false,
      makes: false,
      reads: 'on',
    })
    for (const statement of [
      'select * from margins',
      'select * from events',
      'set default_transaction_read_only = off; delete from public_state',
      "copy public_state to program 'true'",
      "select pg_read_file('/etc/passwd')",
      'create table mine (a int)',
      'alter role aigaq_site superuser',
    ])
      await expect(sql.raw(statement).execute(site), statement).rejects.toThrow()
  } finally {
    await site.destroy()
  }
})
