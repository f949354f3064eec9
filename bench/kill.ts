/** A hundred times kill -9 in the middle of recording, every second time with the database: acknowledged decisions lost must be 0. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../src/app/open-app.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { verifyLog } from '../src/store/verify.ts'
import { aigaq, decideAndKill } from '../test/kill.ts'

const ROUNDS = Number(process.argv[2] ?? 100)
const file = (name: string): string => join(ROOT, 'examples', name)

let [acknowledged, lost, broken, data] = [0, 0, 0, '']
const recovery: number[] = []
const fresh = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
  aigaq(folder, ['import', file('kz-2020-q1.md'), '--as-of', '2020-03-31'])
  aigaq(folder, ['decide', file('people.jsonl')])
  return folder
}

for (let round = 0; round < ROUNDS; round += 1) {
  // A new world when all decisions of the last one are recorded.
  if (round % 10 === 0) {
    if (data !== '') rmSync(data, { recursive: true, force: true })
    data = fresh()
  }
  const seen = await decideAndKill(
    data,
    file('decisions-kz-2020-q1.jsonl'),
    ((round % 10) + 1) * 9,
    round % 2 === 1,
  )
  const began = performance.now()
  const app = await openApp(readConfig({ AIGAQ_DATA: data }))
  recovery.push(performance.now() - began)
  const rows = await app.store.selectFrom('decisions').select('record').distinct().execute()
  const there = new Set(rows.map((one) => one.record))
  acknowledged += seen.length
  lost += seen.filter((id) => !there.has(id)).length
  broken += (await verifyLog(app.store)).breaks.length
  await app.close()
}
rmSync(data, { recursive: true, force: true })
recovery.sort((a, b) => a - b)
const seconds = (at: number): string =>
  ((recovery[Math.min(recovery.length - 1, Math.floor(recovery.length * at))] ?? 0) / 1000).toFixed(1)
console.log(
  `kill -9: ${ROUNDS} rounds, ${acknowledged} acknowledged, ${lost} lost, ${broken} breaks in the log, recovery median ${seconds(0.5)} s, worst ${seconds(1)} s`,
)
/** DESIGN's bar, in milliseconds. */
const MEDIAN = 5_000
const isSlow = (recovery[Math.floor(recovery.length / 2)] ?? 0) > MEDIAN
process.exitCode = lost + broken > 0 || isSlow ? 1 : 0
