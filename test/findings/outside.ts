/** A piece of work in; every name it asked the outside for, and every connection it tried to open, out. Nothing leaves but what is asked of the house's own database. */
import dns from 'node:dns'
import net from 'node:net'
import { inject } from 'vitest'

/** All ways out that Node has end in one of these. */
export async function outsideOf(work: () => Promise<void>): Promise<readonly string[]> {
  const asked: string[] = []
  const refuse = (what: string) =>
    ((...args: readonly unknown[]) => {
      asked.push(`${what} ${JSON.stringify(args[0])}`)
      throw new Error(`the outside was asked for: ${what}`)
    }) as (...args: readonly unknown[]) => never
  const kept = {
    connect: net.Socket.prototype.connect,
    lookup: dns.lookup,
    resolve: dns.resolve,
    fetch: globalThis.fetch,
  }
  const database = new URL(inject('server'))
  net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
    const isOurs = String(args[0]) === database.port && args[1] === database.hostname
    return isOurs ? Reflect.apply(kept.connect, this, args) : refuse('connect')(...args)
  } as never
  dns.lookup = refuse('lookup') as never
  dns.resolve = refuse('resolve') as never
  globalThis.fetch = refuse('fetch') as never
  try {
    await work()
  } finally {
    net.Socket.prototype.connect = kept.connect
    dns.lookup = kept.lookup
    dns.resolve = kept.resolve
    globalThis.fetch = kept.fetch
  }
  return asked
}
