/** Pages of one site that work without a network keep their files apart: a new version of one throws none of the other away. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Listener = (event: { readonly waitUntil: (work: Promise<unknown>) => void }) => void

/** The worker of a page, run with the caches that are there; the names of those that are left. */
async function leftBy(page: 'field' | 'plan', caches: readonly string[]): Promise<readonly string[]> {
  const left = new Set(caches)
  const listeners = new Map<string, Listener>()
  const self = {
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    clients: { claim: async () => undefined },
  }
  const held = { keys: async () => [...left], delete: async (name: string) => left.delete(name) }
  const source = readFileSync(new URL(`./${page}/worker.js`, import.meta.url), 'utf8')
  new Function('self', 'caches', 'VERSION', 'FILES', source)(self, held, '2', [])
  const works: Promise<unknown>[] = []
  listeners.get('activate')?.({ waitUntil: (work) => works.push(work) })
  await Promise.all(works)
  return [...left].sort()
}

describe('a new version of a page that works without a network', () => {
  it.each(['field', 'plan'] as const)(
    '%s throws its own old files away, and those of no other page',
    async (page) => {
      const there = ['field-1', 'field-2', 'plan-1', 'plan-2']
      expect(await leftBy(page, there)).toEqual(there.filter((one) => one !== `${page}-1`))
    },
  )
})
