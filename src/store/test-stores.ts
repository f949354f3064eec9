/** Databases for tests: each a copy of one that was migrated, on a server that waits for no disk; with the program's own driver. */
import pg from 'pg'
import { connect, poolOf, type Store } from './connect.ts'
import { migrate } from './migrate.ts'
import { behindOn, type Wall } from './wall.ts'

type Made = { readonly name: string; readonly staff: () => ReturnType<typeof poolOf> }
const TEMPLATE = 'aigaq_migrated'
const made = new Map<Store, Made>()
let server: string | undefined

/** `url`: address of the server, as its superuser. Every test file is told it before it begins. */
export const useServer = (url: string): void => {
  server = url
}
const on = (database: string): string => {
  if (server === undefined) throw new Error('no server was named for the databases of tests')
  return `${server.replace(/\/[^/]*$/, '')}/${database}`
}

/** Once for all tests: migrated, and then copied. */
export async function makeTemplate(): Promise<void> {
  await asked(`create database ${TEMPLATE}`)
  const store = connect(on(TEMPLATE))
  await migrate(store)
  await store.destroy()
}

export const testStore = (): Promise<Store> => opened(` template ${TEMPLATE} strategy file_copy`)

/** As `fill` left a database the first time that any test asked for one of this name. */
export async function storeLike(name: string, fill: (store: Store) => Promise<void>): Promise<Store> {
  const whole = `aigaq_${name}`
  await onServer(async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('${whole}'))`)
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [whole])
    if (rowCount !== 0) return
    const store = await testStore()
    await fill(store)
    await store.destroy()
    await client.query(`alter database ${made.get(store)?.name} rename to ${whole}`)
    made.delete(store)
  })
  return opened(` template ${whole} strategy file_copy`)
}

/** Without a table in it. */
export const unmadeStore = (): Promise<Store> => opened('')

let count = 0
async function opened(how: string): Promise<Store> {
  const name = `test_${process.pid}_${count++}`
  await asked(`create database ${name}${how}`)
  const store = connect(on(name))
  let staff: ReturnType<typeof poolOf> | undefined
  made.set(store, {
    name,
    staff: () => {
      staff ??= poolOf(`${on(name)}?options=${encodeURIComponent('-c role=aigaq_staff')}`)
      return staff
    },
  })
  return store
}

/** With what is still open on them: a test may have let go of its world without closing it. */
export async function closeTestStores(): Promise<void> {
  const names = [...made.values()].map((one) => one.name)
  made.clear()
  for (const name of names) await asked(`drop database ${name} with (force)`)
}

/** The same database as staff behind a wall see it. */
export function testStaff(store: Store, wall: Wall): Store {
  const one = made.get(store)
  if (!one) throw new Error('not a store of tests')
  return behindOn(one.staff(), wall)
}

const asked = (statement: string): Promise<void> =>
  onServer(async (client) => {
    await client.query(statement)
  })

async function onServer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: on('postgres') })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
