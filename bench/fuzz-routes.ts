/**
 * A million hostile requests to every route of the site, the workspace and both read APIs, in process → none may fail, tell what is inside,
 * give back markup, name what whoever asks may not read, lack a header, or hang. Usage: node bench/fuzz-routes.ts [how many] [first] [processes]
 * Worlds are made anew every so many requests and depend on what was asked in them: a failure is seen again from `first` = the beginning of its world.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openTestServer } from '../test/server.ts'

const [all = 1_000_000, first = 0, atOnce = 1] = process.argv.slice(2).map(Number)
/** Requests to one world, which lives in one process: what they wrote is met by those behind them. */
export const EACH_WORLD = 20_000
/** Of wall time: on a busy machine, too, nothing takes so long. */
const MOST_SECONDS = 120
/** Of the processor, for one request. */
const MOST_MS = 5_000
const TOLD_EVERY = 5_000

export type Ended = {
  readonly seed: number
  readonly route: string
  readonly status: number
  readonly ms: number
  /** What is wrong, and the request as data; null: nothing is. */
  readonly wrong: string | null
}

const statuses = new Map<number, number>()
const routes = new Map<string, Set<number>>()
const failures: string[] = []
let worst: Ended | null = null
let spent = 0
const begun = performance.now()
const failed = (text: string): void => {
  failures.push(text)
  console.log(`FAILED ${text}`)
}

let isStopped = false
let done = 0
const children = new Set<ChildProcess>()
/** The server of worlds goes with whoever started it. */
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    isStopped = true
    for (const child of children) child.kill('SIGKILL')
  })

/** From this one on, until the process ends or one takes too long; the number of the next. */
const runFrom = (from: number, to: number): Promise<number> =>
  new Promise((resolve) => {
    const child = fork(
      fileURLToPath(new URL('fuzz-routes-child.ts', import.meta.url)),
      [String(from), String(to), server.url],
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    )
    children.add(child)
    let next = from
    let isAsking = false
    const hangs = setInterval(() => {
      // A world that is made and walked on a busy machine is no request that hangs.
      if (!isAsking) return
      failed(`${next}: hangs for ${MOST_SECONDS} s`)
      next += 1
      child.kill('SIGKILL')
    }, MOST_SECONDS * 1000)
    child.on('message', (one: Ended | 'asking' | 'walking') => {
      hangs.refresh()
      if (one === 'asking' || one === 'walking') {
        isAsking = one === 'asking'
        return
      }
      next = one.seed + 1
      done += 1
      spent += one.ms
      statuses.set(one.status, (statuses.get(one.status) ?? 0) + 1)
      routes.set(one.route, (routes.get(one.route) ?? new Set()).add(one.status))
      if (one.wrong !== null) failed(`${one.seed}: ${one.route}: ${one.wrong}`)
      if (one.ms > MOST_MS) failed(`${one.seed}: ${one.route}: ${Math.round(one.ms)} ms of the processor`)
      if (worst === null || one.ms > worst.ms) worst = one
      if (done % TOLD_EVERY === 0)
        console.log(
          `  ${done} of ${all}, ${failures.length} failed; ${Math.round((performance.now() - begun) / 1000)} s`,
        )
    })
    child.once('exit', (code, signal) => {
      clearInterval(hangs)
      children.delete(child)
      if (!isStopped && signal !== 'SIGKILL' && code !== 0) {
        failed(`${next}: ends the process (${code ?? signal})`)
        next += 1
      }
      resolve(next)
    })
  })

const server = await openTestServer()
let at = first
/** The first of a world that was begun and not ended. */
const unended = new Set<number>()
async function worldAfterWorld(): Promise<void> {
  while (!isStopped && at < first + all) {
    const from = at
    at = Math.min(first + all, from - (from % EACH_WORLD) + EACH_WORLD)
    const to = at
    unended.add(from)
    let next = from
    while (!isStopped && next < to) next = await runFrom(next, to)
    if (next >= to) unended.delete(from)
  }
}
await Promise.all(Array.from({ length: atOnce }, worldAfterWorld))
await server.close()
const isAnswered = (seen: ReadonlySet<number>): boolean => [...seen].some((status) => status < 400)
const never = [...routes].filter(([, seen]) => !isAnswered(seen)).map(([route]) => route)
console.log(
  `${done} hostile requests to ${routes.size} routes in ${Math.round((performance.now() - begun) / 1000)} s, ${Math.round(spent / 1000)} s of the processor`,
)
console.log(
  `  answers: ${[...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, n]) => `${status}: ${n}`)
    .join(', ')}`,
)
console.log(`  refused whatever came: ${never.length} routes (${never.join(', ')})`)
const slow = worst as Ended | null
if (slow)
  console.log(`  the slowest: ${slow.seed}, ${Math.round(slow.ms)} ms of the processor (${slow.route})`)
console.log(`  ${failures.length} failed`)
if (isStopped)
  console.log(
    `  stopped; the rest: node bench/fuzz-routes.ts ${first + all - at} ${at}, and the worlds that begin with ${[...unended].join(', ') || 'none'}`,
  )
process.exitCode = failures.length > 0 ? 1 : 0
