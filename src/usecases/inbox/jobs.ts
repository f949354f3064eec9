/** Reports that people sent in, each read far from everybody else's pages, one after the other; told to its owner and to nobody else. */
import { newId } from '../../adapters/chance.ts'
import type { Clock } from '../../adapters/clock.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { type ImportReport, importReport } from '../import-report.ts'
import { far, SHORT } from '../reading/readers.ts'
import { isOver, type Job } from './job.ts'

/** Of one person: as many wait, and of as many it is told how they ended. A folder of more is nobody's work of a day. */
const MOST_OWN = 20
/** Of everybody, in files of the largest size: what waits lies in memory. */
const MOST_HELD = 10
/** How long it is still told how a report ended. */
const TOLD_FOR_MS = 60 * 60_000

type Held = {
  job: Job
  /** When it was over; null while it is not. */
  ended: number | null
  readonly stop: AbortController
  readonly over: Promise<void>
}
type Asked = Pick<Context, 'actor'>

export type Jobs = {
  /** `own`: the context of whoever sends it, behind their wall. */
  readonly give: (own: Context, given: ImportReport, typed?: Job['typed']) => Job
  readonly all: (asked: Asked) => readonly Job[]
  /** Somebody else's is answered like one that never was. */
  readonly one: (asked: Asked, id: string) => Job
  /** Stops the thread. What is being stored already is stored whole; everything before leaves nothing. */
  readonly cancel: (asked: Asked, id: string) => Promise<Job>
  /** As it stands when it is over, or after so long. */
  readonly soon: (id: string, ms: number) => Promise<Job | null>
}

export function openJobs(clock: Clock): Jobs {
  const held = new Map<string, Held>()
  let turn: Promise<unknown> = Promise.resolve()
  let bytes = 0

  // What is over stays over: a thread that is being stopped may still tell how far it was.
  const change = (id: string, more: Partial<Job>): void => {
    const one = held.get(id)
    if (!one || isOver(one.job)) return
    one.job = { ...one.job, ...more }
    if (isOver(one.job)) one.ended = Date.parse(clock.now())
  }
  const ownOf = ({ actor }: Asked): readonly Job[] => {
    forgetOld(held, clock)
    return [...held.values()]
      .map((one) => one.job)
      .filter(({ owner }) => owner.account === (actor?.account ?? ''))
  }
  const one = (asked: Asked, id: string): Held => {
    const found = held.get(id)
    if (!found || !ownOf(asked).includes(found.job)) throw refuse('inbox.gone')
    return found
  }

  async function run(id: string, own: Context, given: ImportReport, signal: AbortSignal): Promise<void> {
    const refuseUnwanted = async (): Promise<void> => {
      if (!(await isStillIn(own)) || signal.aborted) throw refuse('inbox.cancelled')
    }
    const tell = (state: 'reading' | 'extracting') => {
      change(id, { state, part: null })
      return (done: number, all: number): void => change(id, { part: { done, all } })
    }
    try {
      await refuseUnwanted()
      const imported = await importReport(own, given, {
        ...far(given.bytes.length, { signal, tell }),
        beforeWriting: async () => {
          await refuseUnwanted()
          change(id, { state: 'storing', part: null })
        },
      })
      change(id, { state: 'done', imported, part: null, typed: {} })
    } catch (error) {
      change(id, { part: null, ...endOf(error) })
    }
  }

  return {
    give: (own, given, typed = {}) => {
      const over = ownOf(own).filter(isOver)
      for (const one of over.slice(0, Math.max(0, over.length - MOST_OWN + 1))) held.delete(one.id)
      const waiting = ownOf(own).filter((one) => !isOver(one))
      if (waiting.length >= MOST_OWN || bytes + given.bytes.length > MOST_HELD * own.maxBytes)
        throw refuse('inbox.full')
      const [id, stop] = [newId(), new AbortController()]
      const job: Job = {
        ...{ id, owner: { account: own.actor?.account ?? '' }, name: given.name, since: own.clock.now() },
        ...{ state: 'waiting', part: null, faults: [], imported: null, typed },
      }
      bytes += given.bytes.length
      const mine = (): Promise<void> => run(id, own, given, stop.signal)
      // A short one is read in less time than anybody needs to look: it does not stand behind a book.
      const isShort = given.bytes.length <= SHORT
      const ends = (isShort ? Promise.resolve() : turn).then(mine)
      const after = ends.finally(() => {
        bytes -= given.bytes.length
      })
      if (!isShort) turn = after
      held.set(id, { job, ended: null, stop, over: ends })
      return job
    },
    all: (asked) => ownOf(asked).toReversed(),
    one: (asked, id) => one(asked, id).job,
    cancel: async (asked, id) => {
      const found = one(asked, id)
      const isWaiting = found.job.state === 'waiting'
      found.stop.abort()
      // One that waits is over at once; its turn comes, finds that, and passes.
      if (isWaiting) change(id, { state: 'cancelled', typed: {} })
      else await found.over
      return one(asked, id).job
    },
    soon: async (id, ms) => {
      const found = held.get(id)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, ms)
      })
      await Promise.race([found?.over, late])
      clearTimeout(timer)
      return held.get(id)?.job ?? null
    },
  }
}

/** Whoever was suspended or went into travel mode while a report waited does not want it read in their name. */
async function isStillIn({ house, actor }: Context): Promise<boolean> {
  if (actor === null) return true
  const account = await accountByHandle(house, actor.handle)
  return account !== undefined && account.state === 'active' && !account.away && account.role === actor.role
}

function endOf(error: unknown): Pick<Job, 'state' | 'faults'> & Partial<Pick<Job, 'typed'>> {
  if (!(error instanceof Refusal)) {
    process.stderr.write(
      `${new Date().toISOString()} ${error instanceof Error ? (error.stack ?? error.message) : 'unknown error'}\n`,
    )
    return { state: 'refused', faults: null }
  }
  return error.code === 'inbox.cancelled'
    ? { state: 'cancelled', faults: [], typed: {} }
    : { state: 'refused', faults: error.faults }
}

/** Of everybody: names of files and what was typed about them are not kept longer than they are told. */
function forgetOld(held: Map<string, Held>, clock: Clock): void {
  const last = Date.parse(clock.now()) - TOLD_FOR_MS
  for (const [id, { ended }] of held) if (ended !== null && ended < last) held.delete(id)
}
