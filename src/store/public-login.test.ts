/** The second wall: should a page ask for more than public tables, the database itself says no. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyStore, openServer } from '../../test/stores.ts'
import { record } from './append.ts'
import { connect, type Store } from './connect.ts'
import { isWalled, openPublicStore, publicAddress } from './public-login.ts'

let [store, site, url]: [Store, Store, string] = [] as never
let close: () => Promise<void>
beforeAll(async () => {
  store = await emptyStore()
  url = (await openServer()).url
  await record(
    store,
    { actor: 'lena', at: '2026-11-01T09:00:00Z', useCase: 'test', object: 'p', input: {} },
    (w) =>
      w.append('persons', [
        { id: 'usenov', names: { en: 'Asan Usenov', ru: null, kk: null }, variants: [], pseudonym: null },
      ]),
  )
  const opened = await openPublicStore(store, url, '')
  site = opened.store
  close = opened.close
})
afterAll(() => close())

const PRIVATE = [
  'events',
  'files',
  'sources',
  'documents',
  'readings',
  'claims',
  'persons',
  'bases',
  'tellings',
  'links',
  'decisions',
  'judgements',
  'replies',
  'retentions',
  'incidents',
  'campaigns',
  'campaign_entries',
]
const refused = { code: '42501' }

describe('the login of the public site', () => {
  it('is walled in, and the main login is not taken for it', async () => {
    expect(await isWalled(site)).toBe(true)
    expect(await isWalled(store)).toBe(false)
  })

  it.each([
    'public_incidents',
    'public_things',
    'public_counters',
    'public_thing_counts',
    'public_proceedings',
    'public_campaigns',
    'public_measures',
    'public_search',
    'public_state',
  ])('reads %s', async (table) => {
    await expect(sql`select * from ${sql.table(table)}`.execute(site)).resolves.toBeDefined()
  })

  it.each(PRIVATE)('cannot read %s, nor count its rows', async (table) => {
    await expect(sql`select * from ${sql.table(table)}`.execute(site)).rejects.toMatchObject(refused)
    await expect(sql`select count(*) from ${sql.table(table)}`.execute(site)).rejects.toMatchObject(refused)
  })

  it.each([
    ['write a public table', sql`insert into public_state values ('x', '1')`],
    [
      'write although it allows itself to',
      sql`set default_transaction_read_only = off; insert into public_state values ('x', '1')`,
    ],
    ['become another', sql`set role postgres`],
    ['become the owner', sql`set role aigaq`],
    ['make a table', sql`create table public.mine (a int)`],
    ['read a file of the server', sql`select pg_read_file('/etc/hostname')`],
    ['run a program', sql`copy (select 1) to program 'true'`],
    ['leave the tables in a view', sql`create view public.mine as select 1`],
  ])('cannot %s', async (_what, statement) => {
    await expect(statement.execute(site)).rejects.toThrow()
  })

  it('keeps no name that an error message could carry out', async () => {
    const failed = await sql`select names from persons where id = 'usenov'`
      .execute(site)
      .catch((error: unknown) => String(error))
    expect(failed).not.toContain('Usenov')
  })

  it('has the same address for every process of one installation, and another for another', async () => {
    expect(await publicAddress(store, url)).toBe(await publicAddress(store, url))
    const other = new URL(url)
    other.password = 'something-else'
    const theirs = await publicAddress(store, other.href)
    expect(theirs).not.toBe(await publicAddress(store, url))
  })
})

describe('the catalogue', () => {
  it('has no view, no function with its owner’s rights, and no role past the walls but the owner', async () => {
    const views = await sql<{
      n: number
    }>`select count(*) as n from pg_views where schemaname = 'public'`.execute(store)
    expect(Number(views.rows[0]?.n)).toBe(0)
    const definers = await sql<{
      name: string
    }>`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prosecdef order by 1`.execute(
      store,
    )
    // They tell whose a record is, so that nobody writes on another's, and whether a testimony may be read; nothing more.
    expect(definers.rows).toEqual([
      { name: 'aigaq_organisation_of' },
      { name: 'aigaq_organisation_of_campaign' },
      { name: 'aigaq_organisation_of_case' },
      { name: 'aigaq_organisation_of_person' },
      { name: 'aigaq_organisation_of_testimony' },
      { name: 'aigaq_reads_testimony' },
    ])
    const roles = await sql<{
      name: string
    }>`select rolname as name from pg_roles where rolname like 'aigaq\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`.execute(
      store,
    )
    expect(roles.rows).toEqual([{ name: 'aigaq_owner' }])
  })

  it('is owned by somebody who is no superuser and does not pass row security', async () => {
    const owners = await sql<{ name: string }>`
      select distinct r.rolname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles r on r.oid = c.relowner
      where n.nspname = 'public' and (r.rolsuper or r.rolbypassrls)`.execute(store)
    expect(owners.rows).toEqual([])
  })

  it('grants the public nothing beyond the public tables', async () => {
    const grants = await sql<{ table_name: string; grantee: string }>`
      select distinct table_name, grantee from information_schema.role_table_grants
      where table_schema = 'public' and grantee not in (select current_user) and grantee <> 'aigaq_staff' order by 1`.execute(
      store,
    )
    expect(grants.rows.map((one) => `${one.grantee} ${one.table_name}`)).toEqual(
      [
        'public_action_counts',
        'public_campaigns',
        'public_counters',
        'public_incidents',
        'public_measures',
        'public_proceedings',
        'public_publications',
        'public_recommendations',
        'public_search',
        'public_state',
        'public_thing_counts',
        'public_things',
      ].map((table) => `aigaq_public ${table}`),
    )
  })

  it('leaves a database whose login may not make logins without a wall, and says so', async () => {
    await sql
      .raw(
        `do $$ begin if not exists (select 1 from pg_roles where rolname = 'aigaq_weak') then create role aigaq_weak login password 'weak'; end if; end $$`,
      )
      .execute(store)
    const weak = new URL(url)
    weak.username = 'aigaq_weak'
    weak.password = 'weak'
    const own = connect(weak.href)
    const opened = await openPublicStore(own, weak.href, '')
    expect(opened.isWalled).toBe(false)
    await opened.close()
    await own.destroy()
  })
})
