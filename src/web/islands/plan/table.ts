/** The words of the day and what a device keeps in, a table that can write out: what it writes is sealed and on disk before the page says so. */
import { lockIdentity, newIdentity, openIdentity, openWith, sealTo } from '../../../adapters/sealed/age.ts'
import { padded, WORK } from '../../../adapters/sealed/plan-file.ts'
import { dayWords } from '../../../core/plan/day-words.ts'
import { joinedEntries, type PlanEntries, type PlanEntry } from '../../../core/plan/entry.ts'
import { planFile, readPlanFile } from '../../../core/plan/file.ts'
import { keepFirst, keepSealed, lockKept, sealedKept } from './device-store.ts'

/** Begun anew, so many sealed things are joined to one: opening each takes its time. */
const MANY = 64

type Named = { readonly plan: string; readonly by: string }
/** Open: the page has the words and all that was written. Closed, it has nothing. */
export type Table = Named & {
  readonly words: string
  readonly key: string
  entries: PlanEntries
  /** Joined already, and not on disk yet. */
  waiting: PlanEntry[]
  /** Sealed things of this device that did not open. */
  readonly unread: number
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const sealedEntries = (key: string, plan: string, entries: Iterable<PlanEntry>): Promise<Uint8Array> =>
  sealTo([key], padded(planFile(plan, entries)))

export async function beginTable(words: string, named: Named, entries: PlanEntries): Promise<Table> {
  const { secret, key } = await newIdentity()
  const lock = {
    locked: await lockIdentity(secret, dayWords(words), WORK),
    ...{ key, table: await sealTo([key], bytesOf(JSON.stringify(named))) },
  }
  await keepFirst(lock, await sealedEntries(key, named.plan, entries.values()))
  return { ...named, words, key, entries, waiting: [], unread: 0 }
}

/** Null: other words. */
export async function openTable(words: string): Promise<Table | null> {
  const lock = await lockKept()
  const identity = lock && (await openIdentity(lock.locked, dayWords(words)))
  if (!lock || identity?.kind !== 'open') return null
  const named = await openWith(identity.secrets, lock.table)
  if (!named) return null
  const { plan, by } = JSON.parse(textOf(named)) as Named
  const kept = await sealedKept()
  let entries: PlanEntries = new Map()
  const read: IDBValidKey[] = []
  for (const [at, body] of kept) {
    const opened = await openWith(identity.secrets, body)
    const { plan: of, entries: come, faults } = readPlanFile(opened ? textOf(opened) : '', plan)
    if (of !== plan || faults.length > 0) continue
    entries = joinedEntries(entries, come).entries
    read.push(at)
  }
  // What could not be read is left where it is.
  if (read.length > MANY) await keepSealed(await sealedEntries(lock.key, plan, entries.values()), read)
  return { plan, by, words, key: lock.key, entries, waiting: [], unread: kept.size - read.length }
}

/** One after the other, so that each says of itself whether it is on disk. */
let writing: Promise<unknown> = Promise.resolve()

/** What could not be written waits in the page and goes with the next that can. */
export function keepEntries(table: Table, fresh: readonly PlanEntry[]): Promise<void> {
  table.entries = joinedEntries(table.entries, fresh).entries
  table.waiting.push(...fresh)
  const kept = writing.then(async () => {
    const now = [...table.waiting]
    if (now.length === 0) return
    await keepSealed(await sealedEntries(table.key, table.plan, now))
    table.waiting = table.waiting.filter((one) => !now.includes(one))
  })
  writing = kept.catch(() => undefined)
  return kept
}
