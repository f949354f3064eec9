/** Installs the packages of package-lock.json when they are missing or older than it; runs on any Node from 20.19. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = `${root}node_modules`
const stamp = `${modules}/.aigaq-setup`
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex')
const node = `${modules}/.bin/node`
const isDone = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)

const jsonOf = (path) => JSON.parse(readFileSync(path, 'utf8'))
const npm = (args) => {
  const done = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  return done.status === 0
}

/** No package runs anything of its own when it is installed, but those that are named with a reason. */
function install() {
  const { mayRun } = jsonOf(`${root}scripts/install-scripts.json`)
  if (!npm(['ci', '--ignore-scripts'])) return false
  const here = Object.keys(mayRun).filter((name) => existsSync(`${modules}/${name}/package.json`))
  return npm(['rebuild', ...here, '--ignore-scripts=false']) && existsSync(node)
}

/** The lock does not name what the script of `node` fetches: npm compared it with the registry's hash, and this is ours. */
function strangers() {
  const { fetched } = jsonOf(`${root}scripts/install-scripts.json`)
  const lock = `${modules}/node/node_modules/.package-lock.json`
  const packages = existsSync(lock) ? jsonOf(lock).packages : {}
  const known = jsonOf(`${root}package-lock.json`).packages
  return Object.entries(packages)
    .map(([path, one]) => ({ ...one, path, name: path.replace(/^node_modules\//, '') }))
    .filter(({ name, path, integrity }) => (fetched[name] ?? known[path])?.integrity !== integrity)
    .map(({ name, version }) => `${name}@${version}`)
}

if (!isDone) {
  // npm would empty the folder that the link leads to, which others may be using.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    console.error('Aigaq: node_modules is a link. Install where it leads to, or remove the link.')
    process.exit(69)
  }
  console.error('Aigaq: installing packages (once, about a minute)')
  if (!install()) {
    console.error(
      'Aigaq: the packages could not be installed. Check the network and the npm registry, then try again.',
    )
    process.exit(69)
  }
  const others = strangers()
  if (others.length > 0) {
    // Nothing of it is started: without this file no verb finds a Node.
    rmSync(node, { force: true })
    console.error(
      `Aigaq: ${others.join(', ')} came with a hash that scripts/install-scripts.json does not know, and is not used.`,
    )
    console.error('Where your machine is none of those it names, see docs/host/10-install.md.')
    process.exit(69)
  }
  writeFileSync(stamp, wanted)
}
