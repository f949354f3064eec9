/**
 * Ten thousand random changes of a log, of files as received and of a backup, and things made older than they are, one at a
 * time: all must be found. Then how long it takes to check one proof, and a log of a hundred thousand entries.
 * Takes the number of changes, and a seed.
 */
import { mkdtempSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBackupFolder } from '../src/adapters/backup-folder.ts'
import { folderFiles } from '../src/adapters/file-store.ts'
import { newIdentity } from '../src/adapters/sealed/age.ts'
import { openSigner } from '../src/adapters/signing.ts'
import { canonical } from '../src/core/json.ts'
import { numbers } from '../src/core/seeded.ts'
import { type Cells, rowOf } from '../src/store/carried.ts'
import { checkLog } from '../src/store/check-log.ts'
import { closeTestStores } from '../src/store/test-stores.ts'
import { checkBackup } from '../src/usecases/backup/check-backup.ts'
import { opening } from '../src/usecases/backup/locks.ts'
import { logParts, openedLog, rowsIn, sliceOf } from '../src/usecases/backup/opened-log.ts'
import { readBundles } from '../src/usecases/backup/read-bundles.ts'
import type { Carried } from '../src/usecases/backup/segment.ts'
import { writeBackup } from '../src/usecases/backup/write-backup.ts'
import { checkEvidence } from '../src/usecases/evidence/check-evidence.ts'
import { openTestServer } from '../test/server.ts'
import { aDecision, decideAll, emptyWorld, importText, recordAll } from '../test/world.ts'
import { backdated } from './tamper/backdate.ts'
import { timeLongLog } from './tamper/long-log.ts'

const ROUNDS = Number(process.argv[2] ?? 10_000)
const SEED = Number(process.argv[3] ?? 9162)
const chance = numbers(SEED)
const below = (n: number): number => Math.floor(chance() * n)
const oneOf = <T>(all: readonly T[]): T => {
  const one = all[below(all.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

const [data, to] = [
  mkdtempSync(join(tmpdir(), 'aigaq-tamper-')),
  mkdtempSync(join(tmpdir(), 'aigaq-tampered-')),
]
const files = folderFiles(join(data, 'files'))
const server = await openTestServer()
const world = { ...(await emptyWorld()), files }
await recordAll(world, [
  {
    ...{ record: 'person', id: 'asan-usenov', names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null } },
    ...{ by: 'aigerim', at: '2026-11-01T08:00:00Z' },
  },
])
for (let n = 1; n <= 8; n += 1) {
  await importText(world, `On ${n} May 2024 police in Almaty detained Asan Usenov.`, `n${n}.txt`)
  await decideAll(world, [
    aDecision({
      id: `kz-2024-05-0${n}-a`,
      document: `n${n}`,
      date: `2024-05-0${n}`,
      from: `On ${n} May`,
      to: 'Usenov',
    }),
  ])
}
const reader = await newIdentity()
const asked = {
  folder: to,
  data,
  signer: openSigner(data, 'log'),
  settings: {},
  recipients: [reader.key],
  open: null,
}
await writeBackup(world, asked)
await importText(world, 'On 30 May 2024 a court in Almaty fined nobody.', 'last.txt')
await writeBackup(world, asked)

const folder = openBackupFolder(to, false)
const chain = readBundles(folder).bundles.map((one) => one.bundle)
const open = opening(true, [reader.secret])
const { stones, signed } = await openedLog(folder, { chain, open })
const parts: Carried[] = []
for (const part of logParts(chain)) parts.push(...(await rowsIn(folder, part, open)))
const merged: Carried[] = [...Map.groupBy(parts, (one) => one.head.table).values()].map((same) => {
  const [first] = same
  if (!first) throw new Error('an empty group')
  return { head: first.head, rows: same.flatMap((one) => one.rows) }
})
const breaksIn = async (tables: readonly Carried[]): Promise<number> =>
  (await checkLog({ stones, signed, slices: [sliceOf(tables)] })).breaks.length
if ((await breaksIn(merged)) > 0) throw new Error('the log is broken before anything was changed')

/** A value is another one after it: jsonb has many writings of the same. */
function altered(table: Carried, cells: Cells): Cells | null {
  const at = below(cells.length)
  const text = cells[at]
  const next = text === null || text === undefined ? 'x' : flipped(text)
  const other = cells.map((one, index) => (index === at ? next : one))
  try {
    return canonical(rowOf(table.head, other)) === canonical(rowOf(table.head, cells)) ? null : other
  } catch {
    return null
  }
}
const flipped = (text: string): string => {
  if (text === 'true' || text === 'false') return text === 'true' ? 'false' : 'true'
  const at = below(text.length + 1)
  const sign = String.fromCharCode(48 + below(75))
  return `${text.slice(0, at)}${sign}${text.slice(at + below(2))}`
}

const LOG_CHANGES = ['cell', 'cell', 'cell', 'remove', 'slip in', 'swap', 'cut off'] as const
async function tamperLog(): Promise<boolean> {
  const kind = oneOf(LOG_CHANGES)
  const table =
    kind === 'swap' || kind === 'cut off' ? merged.find((one) => one.head.table === 'events') : oneOf(merged)
  if (!table) throw new Error('no table')
  const rows = [...table.rows]
  const at = below(rows.length)
  const row = rows[at] as Cells
  const other = altered(table, row)
  if (kind === 'remove') rows.splice(at, 1)
  else if (kind === 'cut off') rows.splice(at)
  else if (kind === 'swap') {
    if (at === 0) return tamperLog()
    ;[rows[at - 1], rows[at]] = [row, rows[at - 1] as Cells]
  } else if (!other) return tamperLog()
  else if (kind === 'cell') rows[at] = other
  else rows.push(other)
  return (await breaksIn(merged.map((one) => (one === table ? { ...table, rows } : one)))) > 0
}

/** Unchanged where what was chosen has no time in it: then another is. */
async function tamperTime(): Promise<boolean> {
  const tables = backdated(merged, below)
  return tables === null ? tamperTime() : (await breaksIn(tables)) > 0
}

const shas = (await world.house.selectFrom('files').select('sha256').execute()).map((one) => one.sha256)
const onDisk = (sha256: string): string => join(data, 'files', sha256.slice(0, 2), sha256)

/** Changes one file, asks, and puts it back. */
async function tamperFile(
  path: string,
  others: readonly string[],
  isFound: () => Promise<boolean>,
): Promise<boolean> {
  const whole = readFileSync(path)
  const kind = oneOf(['bit', 'bit', 'bit', 'byte', 'cut', 'longer', 'gone', 'swapped'] as const)
  const other = oneOf(others)
  if (kind === 'gone') renameSync(path, `${path}.away`)
  else {
    const next = Buffer.from(whole)
    const at = below(whole.length)
    if (kind === 'bit') next[at] = (next[at] ?? 0) ^ (1 << below(8))
    if (kind === 'byte') next[at] = (next[at] ?? 0) + 1 + below(255)
    if (kind === 'swapped' && readFileSync(other).equals(whole)) return tamperFile(path, others, isFound)
    rmSync(path)
    writeFileSync(
      path,
      kind === 'swapped'
        ? readFileSync(other)
        : kind === 'longer'
          ? Buffer.concat([whole, Buffer.from([below(256)])])
          : next,
    )
    if (kind === 'cut') truncateSync(path, at)
  }
  try {
    return await isFound()
  } finally {
    rmSync(`${path}.away`, { force: true })
    rmSync(path, { force: true })
    writeFileSync(path, whole)
  }
}
const tamperEvidence = (): Promise<boolean> =>
  tamperFile(onDisk(oneOf(shas)), shas.map(onDisk), async () => (await checkEvidence(world)).wrong.length > 0)
const paths = folder.list().map((one) => join(to, one))
const tamperBundle = (): Promise<boolean> =>
  tamperFile(oneOf(paths), paths, async () => {
    try {
      return (await checkBackup(folder, { key: null, open: null })).wrong.length > 0
    } catch {
      return true
    }
  })

const missed: string[] = []
const began = performance.now()
const KINDS = { log: tamperLog, older: tamperTime, evidence: tamperEvidence, bundle: tamperBundle }
const found = { log: 0, older: 0, evidence: 0, bundle: 0 }
for (let round = 0; round < ROUNDS; round += 1) {
  const kind = (['log', 'older', 'evidence', 'bundle'] as const)[round % 4] ?? 'log'
  if (await KINDS[kind]()) found[kind] += 1
  else missed.push(`${kind} in round ${round}`)
}
const [cpu, wall] = [process.cpuUsage().user / 1e6, (performance.now() - began) / 1000]
for (const one of [data, to]) rmSync(one, { recursive: true, force: true })
const all = Object.values(found).reduce((sum, one) => sum + one, 0)
console.log(
  `tampering: ${all} of ${ROUNDS} found (log ${found.log}, made older ${found.older}, files ${found.evidence}, backup ${found.bundle}), seed ${SEED}, ${wall.toFixed(0)} s, CPU ${cpu.toFixed(0)} s`,
)
for (const one of missed) console.log(`  missed: ${one}`)
await world.store.destroy()
await closeTestStores()
await server.close()
const isSoon = await timeLongLog(chance)
process.exitCode = missed.length > 0 || !isSoon ? 1 : 0
