/** Ten thousand hostile files → each read and looked through by rules, or refused with its reason; one that crashes, hangs or is half-written makes this fail. Usage: node bench/fuzz.ts [how many] [first] */
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [all = 10_000, first = 0] = process.argv.slice(2).map(Number)
/** A slow machine with other work; of the processor the worst takes some seconds. */
const MOST_SECONDS = 180

export type Ended = {
  readonly seed: number
  readonly how: string
  readonly ms: number
  readonly failed: boolean
}

const counts = new Map<string, number>()
const failures: string[] = []
let worst: Ended | null = null
const begun = performance.now()

/** From this one on, until the process ends or one takes too long; the number of the next. */
const runFrom = (from: number): Promise<number> =>
  new Promise((resolve) => {
    const child = fork(
      fileURLToPath(new URL('fuzz-child.ts', import.meta.url)),
      [String(from), String(first + all)],
      // MuPDF complains of each broken file.
      { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] },
    )
    let next = from
    let isReady = false
    const hangs = setInterval(() => {
      // The start of a database on a busy machine is no hang of a file.
      if (!isReady) return
      failures.push(`${next}: hangs for ${MOST_SECONDS} s`)
      console.log(`FAILED ${failures.at(-1)}`)
      next += 1
      child.kill('SIGKILL')
    }, MOST_SECONDS * 1000)
    child.on('message', (one: Ended | 'ready') => {
      hangs.refresh()
      isReady = true
      if (one === 'ready') return
      next = one.seed + 1
      counts.set(one.failed ? 'failed' : one.how, (counts.get(one.how) ?? 0) + 1)
      if (one.failed) {
        failures.push(`${one.seed}: ${one.how}`)
        console.log(`FAILED ${failures.at(-1)}`)
      }
      if (worst === null || one.ms > worst.ms) worst = one
    })
    child.once('exit', (code, signal) => {
      clearInterval(hangs)
      if (signal !== 'SIGKILL' && code !== 0) {
        failures.push(`${next}: ends the process (${code ?? signal})`)
        console.log(`FAILED ${failures.at(-1)}`)
        next += 1
      }
      resolve(next)
    })
  })

let at = first
while (at < first + all) at = await runFrom(at)
console.log(`${all} hostile files in ${Math.round((performance.now() - begun) / 1000)} s`)
for (const [how, n] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`  ${how}: ${n}`)
const slow = worst as Ended | null
if (slow) console.log(`  the slowest: ${slow.seed}, ${Math.round(slow.ms)} ms of the processor (${slow.how})`)
console.log(`  ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0
