/**
 * Fifty times a disk that is full while decisions are recorded: acknowledged ones lost must be 0, all goes on once there is room, and
 * somebody can be taken off the site before there is any, out of the room that was kept for that.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepReserve } from '../src/adapters/reserve.ts'
import { openApp } from '../src/app/open-app.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { numbers } from '../src/core/seeded.ts'
import { verifyLog } from '../src/store/verify.ts'
import { aigaq, decideUntilItEnds } from '../test/kill.ts'

const ROUNDS = Number(process.argv[2] ?? 50)
const chance = numbers(Number(process.argv[3] ?? 7))
const file = (name: string): string => join(ROOT, 'examples', name)

const disk = mkdtempSync(join(tmpdir(), 'aigaq-disk-'))
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=700m,mode=755', 'tmpfs', disk], {
  encoding: 'utf8',
})
if (mounted.status !== 0) {
  console.log(`NO SMALL DISK CAN BE MOUNTED HERE (${mounted.stderr.trim()}): run as root`)
  rmSync(disk, { recursive: true })
  process.exit(2)
}

let [acknowledged, lost, broken, stopped, withdrawn, data] = [0, 0, 0, 0, 0, '']
const recovery: number[] = []
const ballast = join(disk, 'ballast')
/** All but so many bytes. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)))
}
/** Ids of people on record. */
const people = readFileSync(file('people.jsonl'), 'utf8')
  .split('\n')
  .flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))
  .flatMap((one) => (one.record === 'person' ? [String(one.id)] : []))
const fresh = (round: number): string => {
  const folder = join(disk, `data-${round}`)
  mkdirSync(folder)
  aigaq(folder, ['import', file('kz-2020-q1.md'), '--as-of', '2020-03-31'])
  aigaq(folder, ['decide', file('people.jsonl')])
  return folder
}

try {
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 10 === 0) {
      if (data !== '') rmSync(data, { recursive: true, force: true })
      data = fresh(round)
    }
    // The database runs already, as it does while the workspace is served.
    const served = await openApp(readConfig({ AIGAQ_DATA: data }))
    keepReserve(data, () => Number.POSITIVE_INFINITY)
    fill(Math.floor(chance() * 400_000))
    const seen = await decideUntilItEnds(data, file('decisions-kz-2020-q1.jsonl'))
    if (seen.status !== 0) stopped += 1
    const [person = ''] = [people[round % people.length]]
    if (aigaq(data, ['withdraw', person, '--by', 'lena', '--why', 'asked']).status === 0) withdrawn += 1
    rmSync(ballast)
    const began = performance.now()
    await served.close().catch(() => {})
    const app = await openApp(readConfig({ AIGAQ_DATA: data }))
    recovery.push(performance.now() - began)
    const rows = await app.store.selectFrom('decisions').select('record').distinct().execute()
    const there = new Set(rows.map((one) => one.record))
    acknowledged += seen.acknowledged.length
    lost += seen.acknowledged.filter((id) => !there.has(id)).length
    broken += (await verifyLog(app.store)).breaks.length
    await app.close()
  }
} finally {
  rmSync(ballast, { force: true })
  spawnSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true, force: true })
}
recovery.sort((a, b) => a - b)
const seconds = (at: number): string =>
  ((recovery[Math.min(recovery.length - 1, Math.floor(recovery.length * at))] ?? 0) / 1000).toFixed(1)
console.log(
  `disk full: ${ROUNDS} rounds, ${stopped} stopped by it, ${acknowledged} acknowledged, ${lost} lost, ${withdrawn} taken off all the same, ${broken} breaks in the log, recovery median ${seconds(0.5)} s, worst ${seconds(1)} s`,
)
process.exitCode = lost + broken > 0 || withdrawn < ROUNDS ? 1 : 0
