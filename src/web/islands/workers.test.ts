/** Pages of one site that work without a network keep their files apart: a new version of one throws none of the other away. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Event = {
  readonly request?: { readonly url: string; readonly method: string }
  readonly waitUntil?: (work: Promise<unknown>) => void
  readonly respondWith?: (answer: Promise<unknown>) => void
}
const ORIGIN = 'https://site.example'

/** The worker of a page at version 2, run with the caches that are there. */
function workerOf(page: 'field' | 'plan', caches: readonly string[]) {
  const left = new Set(caches)
  const lookedIn: (string | undefined)[] = []
  const listeners = new Map<string, (event: Event) => void>()
  const self = {
    addEventListener: (name: string, listener: (event: Event) => void) => listeners.set(name, listener),
    clients: { claim: async () => undefined },
    location: { origin: ORIGIN },
  }
  const held = {
    keys: async () => [...left],
    delete: async (name: string) => left.delete(name),
    match: async (_path: string, options?: { readonly cacheName?: string }) => {
      lookedIn.push(options?.cacheName)
      return 'kept'
    },
  }
  const source = readFileSync(new URL('./installed/worker.js', import.meta.url), 'utf8')
  new Function('self', 'caches', 'PAGE', 'VERSION', 'FILES', source)(self, held, page, '2', [
    '/assets/style.css',
  ])
  const works: Promise<unknown>[] = []
  const on = async (name: string, more: Event = {}): Promise<void> => {
    const done = (work: Promise<unknown>): unknown => works.push(work)
    listeners.get(name)?.({ ...more, waitUntil: done, respondWith: done })
    await Promise.all(works)
  }
  return { on, left, lookedIn }
}

describe.each(['field', 'plan'] as const)('a new version of the page %s', (page) => {
  const there = ['field-1', 'field-2', 'plan-1', 'plan-2']

  it('throws its own old files away, and those of no other page', async () => {
    const { on, left } = workerOf(page, there)
    await on('activate')
    expect([...left]).toEqual(there.filter((one) => one !== `${page}-1`))
  })

  it('gives out its own files, and not what another page kept under the same name', async () => {
    const { on, lookedIn } = workerOf(page, there)
    await on('fetch', { request: { url: `${ORIGIN}/assets/style.css`, method: 'GET' } })
    expect(lookedIn).toEqual([`${page}-2`])
  })
})
