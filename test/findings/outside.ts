/** A piece of work in; every name it asked the outside for, and every connection it tried to open, out. Nothing leaves. */
import dns from 'node:dns'
import net from 'node:net'

/** All ways out that Node has end in one of these. */
export async function outsideOf(work: () => Promise<void>): Promise<readonly string[]> {
  const asked: string[] = []
  const refuse = (what: string) =>
    ((...args: readonly unknown[]) => {
      asked.push(`${what} ${JSON.stringify(args[0])}`)
      throw new Error(`the outside was asked for: ${what}`)
    }) as never
  const kept = {
    connect: net.Socket.prototype.connect,
    lookup: dns.lookup,
    resolve: dns.resolve,
    fetch: globalThis.fetch,
  }
  net.Socket.prototype.connect = refuse('connect')
  dns.lookup = refuse('lookup')
  dns.resolve = refuse('resolve')
  globalThis.fetch = refuse('fetch')
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
