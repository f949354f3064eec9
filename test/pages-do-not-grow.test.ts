/** A workspace with ten times the records: no page of it asks the store more often, or reads more rows, than before. */
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/connect.ts'
import type { Context } from '../src/usecases/context.ts'
import { desk } from '../src/web/desk/desk.ts'
import { aDecision, type Entered, emptyWorld, importText, ROOT, recordAll, signedInAs } from './world.ts'

const FIRST = 25
const TIMES = 10
const PAGES = [
  '',
  'records',
  'records?page=2',
  'records?state=coded',
  'questions',
  'second',
  'search',
  'search words=almaty',
  'search words=Мамай',
  'search state=coded&place=Almaty',
  'records/kz-2024-05-07-a0',
] as const

type Read = { queries: number; rows: number }
let world: Context
let web: ReturnType<typeof desk>
let marat: Entered
let read: Read = { queries: 0, rows: 0 }

/** Counts what passes between the pages and the store. */
const counted = (store: Store): Store => {
  const executor = store.getExecutor()
  return new Kysely({
    dialect: {
      createAdapter: () => executor.adapter,
      createDriver: () => ({
        init: async () => {},
        acquireConnection: async () => ({
          executeQuery: async (query) => {
            const result = await executor.executeQuery(query)
            read = { queries: read.queries + 1, rows: read.rows + result.rows.length }
            return result as never
          },
          streamQuery: () => {
            throw new Error('no page streams')
          },
        }),
        beginTransaction: async () => {},
        commitTransaction: async () => {},
        rollbackTransaction: async () => {},
        releaseConnection: async () => {},
        destroy: async () => {},
      }),
      createIntrospector: () => store.introspection,
      createQueryCompiler: () => ({ compileQuery: (node, id) => executor.compileQuery(node, id) }),
    },
  })
}

const costOf = async (path: string): Promise<Read> => {
  const [page, typed] = path.split(' ')
  const empty = { words: '', kind: '', state: '', tier: '', from: '', to: '', place: '', page: '' }
  const fields = {
    ...empty,
    ...Object.fromEntries(new URLSearchParams(typed)),
    'form-token': marat.formToken,
  }
  const once = () =>
    web.request(`http://127.0.0.1/en/desk/${page}`, {
      headers: { Cookie: marat.cookie, Origin: 'http://127.0.0.1' },
      ...(typed !== undefined && { method: 'POST', body: new URLSearchParams(fields) }),
    })
  // The second time: the first notes the visit.
  await once()
  read = { queries: 0, rows: 0 }
  const answer = await once()
  expect([path, answer.status]).toEqual([path, 200])
  await answer.text()
  return read
}

beforeAll(async () => {
  world = await emptyWorld()
  const sentence = (n: number) => `On ${(n % 28) + 1} May 2024 police in Almaty detained ${n + 2} activists.`
  const { document } = await importText(
    world,
    Array.from({ length: FIRST }, (_, n) => sentence(n)).join('\n\n'),
  )
  await recordAll(
    world,
    Array.from({ length: FIRST }, (_, n) => {
      const words = sentence(n)
      return aDecision({
        id: `kz-2024-05-07-a${n}`,
        document,
        from: words,
        to: words,
        places: ['Almaty'],
        by: 'lena',
      })
    }),
  )
  web = desk({ ...world, store: counted(world.store) }, { root: ROOT, host: '127.0.0.1' })
  marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
})
afterAll(() => world?.store.destroy())

describe('a page of the workspace', () => {
  it('costs the same with ten times the records', async () => {
    const before = new Map<string, Read>()
    for (const path of PAGES) before.set(path, await costOf(path))
    // Same reports, same sentences, other ids: tier 4 and what it is made from.
    for (const [table, ids] of Object.entries(COPIED)) {
      const all = (await world.store.introspection.getTables()).find((one) => one.name === table)
      const names = (all?.columns ?? []).flatMap(({ name }) => (name === 'stems' ? [] : [name]))
      const values = names.map((name) =>
        ids.includes(name) ? sql`${sql.ref(name)} || '-' || n` : sql.ref(name),
      )
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
        select ${sql.join(values)} from ${sql.table(table)}, generate_series(1, ${TIMES - 1}) n`.execute(
        world.store,
      )
    }
    const rows = await world.store.selectFrom('incidents').select('id').execute()
    expect(rows.length).toBe(FIRST * TIMES)
    const grown: string[] = []
    for (const path of PAGES) {
      const [then, now] = [before.get(path), await costOf(path)]
      // Somewhat more is what a full page has that a short one had not.
      if (!then || now.queries > then.queries || now.rows > then.rows + 60)
        grown.push(`${path}: ${JSON.stringify(then)} to ${JSON.stringify(now)}`)
    }
    expect(grown).toEqual([])
  })
})

const COPIED: Readonly<Record<string, readonly string[]>> = { incidents: ['id'] }
