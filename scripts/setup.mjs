/** Installs the packages of package-lock.json when they are missing or older than it; runs on any Node from 20.19. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}node_modules/.aigaq-setup`
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex')
const node = `${root}node_modules/.bin/node`
const isDone = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)

if (!isDone) {
  console.error('Aigaq: installing packages (once, about a minute)')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0 || !existsSync(node)) {
    console.error(
      'Aigaq: the packages could not be installed. Check the network and the npm registry, then try again.',
    )
    console.error('If npm was told to ignore install scripts, run: npm rebuild node')
    process.exit(69)
  }
  writeFileSync(stamp, wanted)
}
