/** A hundred reports of 50 KB each, taken in one after the other by one process → its memory after ten and after a hundred, that progress is told, and how fast it is given up. Usage: node bench/stream.ts [reports] */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parse } from 'yaml'
import { openApp } from '../src/app/open-app.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { Refusal } from '../src/core/faults.ts'
import { numbers } from '../src/core/seeded.ts'
import { importReport } from '../src/usecases/import-report.ts'
import { far, nearTelling } from '../src/usecases/reading/readers.ts'
import { aSource } from '../test/world.ts'

const REPORTS = Number(process.argv[2] ?? 100)
const EARLY = Math.min(10, REPORTS)
const SIZE = 50_000
/** How much more may be held at the end than after the first ten: what a heap gains by chance, and no report. */
const MOST_GROWN_MB = 40
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const texts: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((half) =>
  (parse(readFileSync(join(ROOT, 'bench/unseen', `${half}.yaml`), 'utf8')) as { text: string }[]).map((one) =>
    one.text.trim(),
  ),
)
/** Our own short texts in another order with other years and numbers, until it is as long as a report. */
function reportOf(seed: number): Uint8Array {
  const chance = numbers(seed * 7919)
  let text = `Report ${seed}\n\n`
  while (text.length < SIZE) {
    const one = texts[Math.floor(chance() * texts.length)] ?? ''
    text += `${one.replace(/\b20[23]\d\b/g, () => String(2024 + Math.floor(chance() * 12)))}\n\n`
  }
  return new TextEncoder().encode(text)
}
const given = (seed: number) => ({
  ...{ bytes: reportOf(seed), name: `report-${seed}.txt`, country: 'kz', asOf: null, by: 'lena' },
  ...{ source: aSource({ title: `Report ${seed}` }), language: 'en' as const },
})
const MB = 1024 * 1024
const memory = () => {
  collect()
  return {
    heap: process.memoryUsage().heapUsed / MB,
    peak: process.resourceUsage().maxRSS / 1024,
  }
}

const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
let failed = false
try {
  let told = 0
  let early = memory()
  const [begun, used] = [performance.now(), process.cpuUsage()]
  for (let seed = 1; seed <= REPORTS; seed += 1) {
    await importReport(
      app,
      given(seed),
      nearTelling(() => {
        told += 1
      }),
    )
    if (seed === EARLY) early = memory()
  }
  const late = memory()
  const { user, system } = process.cpuUsage(used)
  const each = (n: number): string => (n / REPORTS).toFixed(2)
  console.log(
    `${REPORTS} reports of ${SIZE / 1000} KB: ${each((performance.now() - begun) / 1000)} s each, of the program ${each((user + system) / 1e6)} s; progress told ${told} times`,
  )
  for (const [when, { heap, peak }] of [
    [EARLY, early],
    [REPORTS, late],
  ] as const)
    console.log(`  after ${when}: ${heap.toFixed(0)} MB held, at most ${peak.toFixed(0)} MB of memory`)
  const grown = late.heap - early.heap
  console.log(
    `  what is held grew by ${((grown * 1024) / Math.max(1, REPORTS - EARLY)).toFixed(0)} KB a report`,
  )
  failed = grown > MOST_GROWN_MB || told === 0
  if (failed) console.log('MISSED: memory grows with the reports, or nothing was told')

  const stop = new AbortController()
  const reports = await app.store.selectFrom('documents').select('id').execute()
  let asked = 0
  const readers = far(SIZE, {
    signal: stop.signal,
    tell: (stage) => () => {
      if (stage !== 'extracting' || stop.signal.aborted) return
      asked = performance.now()
      stop.abort()
    },
  })
  const end = await importReport(app, given(REPORTS + 1), readers).catch((error: unknown) => error)
  const isGivenUp = end instanceof Refusal && end.code === 'inbox.cancelled'
  const left = (await app.store.selectFrom('documents').select('id').execute()).length - reports.length
  console.log(
    `  given up while rules read it: ${isGivenUp ? `over in ${Math.round(performance.now() - asked)} ms` : 'NOT'}, ${left} documents left behind`,
  )
  failed ||= !isGivenUp || left !== 0
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failed ? 1 : 0
