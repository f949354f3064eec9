/** Everything that is measured rather than tested: extraction, leaks of real reports, pages of a large workspace, crashes. Figures go to docs by hand. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const run = (name: string, ...args: readonly string[]): number =>
  spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...args], { stdio: 'inherit' })
    .status ?? 1

const quick = process.argv.includes('--quick')
const statuses = [
  run('extract.ts'),
  run('unseen/run.ts'),
  run('names.ts'),
  run('ooni.ts', quick ? '20' : '200'),
  run('leaks.ts'),
  run('desk-pages.ts'),
  run('kill.ts', quick ? '4' : '100'),
]
process.exitCode = statuses.some((status) => status !== 0) ? 1 : 0

console.log(
  'PEERS NOT MEASURED: natasha and spaCy models are not installed here, so no figure stands beside ours.',
)
