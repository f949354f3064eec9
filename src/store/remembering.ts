/** A store in, one out that asks the database each thing once: for a single pass over all that is public, where pages ask the same again and again. */
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Store } from './connect.ts'
import type { Tables } from './tables.ts'

/** So many answers are kept, the newest: pages that ask the same come one after another. */
const MOST = 120

/** Reads alone: it must see one moment, so it is for a transaction or a store that nobody writes to meanwhile. */
export function remembering(store: Store): Store {
  const kept = new Map<string, Promise<QueryResult<unknown>>>()
  const ask = (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    const key = `${query.sql}\0${JSON.stringify(query.parameters)}`
    const answer = kept.get(key) ?? store.executeQuery(query)
    kept.delete(key)
    kept.set(key, answer)
    if (kept.size > MOST) kept.delete(kept.keys().next().value ?? key)
    return answer
  }
  const connection = {
    executeQuery: ask,
    streamQuery: refused,
  } as unknown as DatabaseConnection
  const nothing = async (): Promise<void> => {}
  const driver: Driver = {
    ...{ init: nothing, releaseConnection: nothing, destroy: nothing },
    ...{ beginTransaction: refused, commitTransaction: refused, rollbackTransaction: refused },
    acquireConnection: async () => connection,
  }
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}

async function refused(): Promise<never> {
  throw new Error('what is only read once is only read')
}
