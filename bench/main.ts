/** Everything that is measured rather than tested, in the order of the stages. Figures go to docs by hand. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const run = (name: string, ...args: readonly string[]): number =>
  spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...args], { stdio: 'inherit' })
    .status ?? 1

const quick = process.argv.includes('--quick')
/** What a part ends with where the data it needs are not there. */
const ABSENT = 2
const PARTS: readonly (readonly [string, ...(readonly string[])])[] = [
  ['extract.ts'],
  ['unseen/run.ts'],
  ['demands.ts'],
  ['peers.ts'],
  ['names.ts'],
  ['names-scripts.ts'],
  ['link.ts', ...(quick ? ['--quick'] : [])],
  ['estimate.ts', ...(quick ? ['--quick'] : [])],
  ['rate.ts', ...(quick ? ['--quick'] : [])],
  ['ooni.ts', quick ? '20' : '200'],
  ['leaks.ts'],
  ['drafts.ts'],
  ...(quick ? [] : [['whole.ts'] as const]),
  ['open-data.ts'],
  ['papers.ts'],
  ['desk-pages.ts'],
  ['search.ts', ...(quick ? ['20000'] : [])],
  ['site.ts', ...(quick ? ['1000'] : [])],
  ['mirror.ts', ...(quick ? ['500'] : [])],
  ['mirror-tamper.ts', ...(quick ? ['100', '20'] : [])],
  ['counts.ts', ...(quick ? ['10000'] : [])],
  ['near-name.ts', quick ? '20000' : '100000'],
  ['lists.ts', ...(quick ? ['1000'] : [])],
  ['stream.ts', ...(quick ? ['20'] : [])],
  ['fuzz.ts', ...(quick ? ['300'] : [])],
  ['fuzz-routes.ts', ...(quick ? ['3000'] : [])],
  ['thirty.ts', ...(quick ? ['6', '3'] : [])],
  ['dump.ts'],
  ['field.ts', ...(quick ? ['1000', '200'] : [])],
  ['kill.ts', quick ? '4' : '100'],
  ['failover.ts', quick ? '1' : '5'],
  ['signatures.ts', ...(quick ? ['3', '20000', '2'] : [])],
  ['trolls.ts'],
  ['letters.ts', quick ? '60' : '300'],
  ['disk-full.ts', quick ? '4' : '50'],
  ['tamper.ts', quick ? '300' : '10000'],
  ['restore.ts', quick ? '100' : '2000'],
]
const statuses = PARTS.map(([name, ...args]) => ({ name, status: run(name, ...args) }))
process.exitCode = statuses.some(({ status }) => status !== 0) ? 1 : 0

const absent = statuses.flatMap(({ name, status }) => (status === ABSENT ? [name] : []))
if (absent.length > 0) console.log(`NOT MEASURED, FOR WANT OF DATA: ${absent.join(', ')}`)
