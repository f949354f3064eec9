/** An address that names several servers in, a pool that asks the one that takes writes out: after a failover it finds the next by itself. */
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

const ADDRESS = /^(postgres(?:ql)?:\/\/(?:[^@/]*@)?)([^/?]*)(.*)$/

/** `postgres://user:password@first:5432,second:5432/aigaq`, as libpq writes it: one address for each server. */
export function addressesIn(url: string): readonly string[] {
  const [, before = '', hosts = '', after = ''] = ADDRESS.exec(url) ?? []
  return hosts.includes(',') ? hosts.split(',').map((host) => `${before}${host}${after}`) : [url]
}

/** The same change made to each of them, as one address again. */
export function changedAddress(url: string, change: (one: URL) => void): string {
  const changed = addressesIn(url).map((one) => {
    const address = new URL(one)
    change(address)
    return address
  })
  const [first] = changed
  if (!first) return url
  const hosts = changed.map((one) => one.host).join(',')
  return changed.length === 1 ? first.href : first.href.replace(first.host, hosts)
}

/** A standby answers questions and refuses every write: it is asked once, when a connection to it is made. */
export const refuseStandby = (client: pg.PoolClient, done: (error?: Error) => void): void => {
  client.query<{ standby: boolean }>('select pg_is_in_recovery() as standby').then(
    ({ rows }) => done(rows[0]?.standby === false ? undefined : new Error('a standby takes no writes')),
    (error: Error) => done(error),
  )
}

/** Begins with the server that answered last. Throws what the last one said where none will do. */
export function firstThatWrites(pools: readonly pg.Pool[]): PostgresPool {
  let at = 0
  const connect = async (): Promise<PostgresPoolClient> => {
    let problem: unknown
    for (let tried = 0; tried < pools.length; tried += 1) {
      const index = (at + tried) % pools.length
      try {
        const client = await pools[index]?.connect()
        if (!client) continue
        at = index
        return client as unknown as PostgresPoolClient
      } catch (error) {
        problem = error
      }
    }
    throw problem
  }
  return { connect, options: {}, end: async () => void (await Promise.all(pools.map((one) => one.end()))) }
}
