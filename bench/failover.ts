/** Two web nodes before a primary with a standby, and a third before a public database: the primary is killed -9 under load. Acknowledged writes lost must be 0, and nothing of the team may stand in the public database. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownedDatabase } from '../src/adapters/embedded/owner.ts'
import { openApp } from '../src/app/open-app.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { PUBLIC_TABLES, publicationSql, publicTablesSql } from '../src/store/public-tables-sql.ts'
import { verifyLog } from '../src/store/verify.ts'
import { decide } from '../src/usecases/decide.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'
import { refresh } from '../src/usecases/refresh.ts'
import { ask, ended, freePort, openServers, type Server, SUPERUSER, until, urlOf } from './servers.ts'

const ROUNDS = Number(process.argv[2] ?? 3)
const SYNC = { wal_level: 'logical', hot_standby_feedback: 'on', sync_replication_slots: 'on' }

type Node = { readonly name: string; readonly url: string; readonly child: ChildProcess }
const SERVING = ['bin/aigaq', 'serve', '--json']

async function node(
  name: string,
  folder: string,
  environment: NodeJS.ProcessEnv,
  ...more: string[]
): Promise<Node> {
  const [port, desk] = [await freePort(), await freePort()]
  const child = spawn(join(ROOT, SERVING[0] ?? ''), [...SERVING.slice(1), ...more], {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', AIGAQ_DATA: join(folder, name) },
      ...{ AIGAQ_PORT: `${port}`, AIGAQ_DESK_PORT: `${desk}`, ...environment },
    },
    stdio: ['ignore', 'ignore', process.env.LOUD ? 'inherit' : 'ignore'],
  })
  const url = `http://127.0.0.1:${port}/en/`
  await until(`${name} serves`, async () => (await fetch(url)).ok, 120)
  return { name, url, child }
}

/** Pages one after the other; when the last one failed, and how many did. */
function readers(node: Node) {
  const seen = { pages: 0, failed: 0, worst: 0, since: 0, isOn: true }
  const done = (async () => {
    while (seen.isOn) {
      const ok = await fetch(node.url, { signal: AbortSignal.timeout(2_000) }).then(
        (answer) => answer.ok,
        () => false,
      )
      if (ok) {
        seen.pages += 1
        if (seen.since > 0) seen.worst = Math.max(seen.worst, performance.now() - seen.since)
        seen.since = 0
      } else {
        seen.failed += 1
        if (seen.since === 0) seen.since = performance.now()
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const end = (): Promise<void> => {
    seen.isOn = false
    return done
  }
  return { seen, end }
}

async function round(index: number) {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-failover-'))
  const servers = await openServers(folder)
  const running: Server[] = []
  const nodes: Node[] = []
  try {
    const primary = await servers.make('primary')
    // The standby has each transaction on its disk before it is acknowledged, and before subscribers get it.
    const waits = { synchronous_standby_names: 'standby', synchronized_standby_slots: 'standby' }
    servers.start(primary, SYNC)
    running.push(primary)
    await ownedDatabase(urlOf(primary, 'aigaq'), 'aigaq')
    const standby = await servers.standbyOf(primary, 'standby')
    servers.start(standby, SYNC)
    running.push(standby)
    for (const [name, value] of Object.entries(waits))
      await ask(primary, 'postgres', `alter system set ${name} = '${value}'`)
    await ask(primary, 'postgres', 'select pg_reload_conf()')

    const owner = urlOf(primary, 'aigaq', 'aigaq_owner')
    const both = owner.replace(`:${primary.port}/`, `:${primary.port},127.0.0.1:${standby.port}/`)
    const app = await openApp(readConfig({ DATABASE_URL: both, AIGAQ_DATA: join(folder, 'writer') }))
    await loadCorpus(app, readCorpus(join(ROOT, 'examples')))
    await refresh(app)

    const open = await servers.make('public')
    servers.start(open, { wal_level: 'replica' })
    running.push(open)
    await ask(open, 'postgres', 'create database aigaq')
    for (const statement of await publicTablesSql(app.house)) await ask(open, 'aigaq', statement)
    await ask(
      open,
      'aigaq',
      `create role reader login password 'a-password-of-this-bench'; grant select on ${PUBLIC_TABLES.join(', ')} to reader`,
    )
    await ask(primary, 'aigaq', publicationSql())
    const from = `host=127.0.0.1,127.0.0.1 port=${primary.port},${standby.port} user=${SUPERUSER} password=a-password-of-this-bench dbname=aigaq target_session_attrs=read-write`
    await ask(
      open,
      'aigaq',
      `create subscription aigaq_public connection '${from}' publication aigaq_public with (failover = true)`,
    )
    const rowsOf = async (server: Server): Promise<number> =>
      (await ask<{ n: number }>(server, 'aigaq', 'select count(*)::int as n from public_incidents'))[0]?.n ??
      -1
    const all = await rowsOf(primary)
    const copied = await until('the public database is filled', async () => (await rowsOf(open)) === all)
    await until(
      'the standby knows the slot',
      async () =>
        (
          await ask<{ n: number }>(
            standby,
            'postgres',
            "select count(*)::int as n from pg_replication_slots where slot_type = 'logical' and synced and not temporary",
          )
        )[0]?.n === 1,
    )

    nodes.push(await node('first', folder, { DATABASE_URL: both }))
    nodes.push(await node('second', folder, { DATABASE_URL: both }))
    nodes.push(
      await node('apart', folder, { DATABASE_PUBLIC_URL: urlOf(open, 'aigaq', 'reader') }, '--site-only'),
    )
    const load = nodes.map(readers)

    const acknowledged: string[] = []
    const writing = { isOn: true, last: performance.now(), worst: 0, refused: 0 }
    const writer = (async () => {
      for (let n = 0; writing.isOn; n += 1) {
        const id = `bench-${n}`
        try {
          await decide(app, {
            ...{
              record: 'coverage',
              id,
              country: 'kz',
              collector: 'bench',
              from: '2020-01-01',
              to: '2020-01-02',
              looked: 'looked',
            },
            ...{ by: 'bench', at: new Date().toISOString() },
          })
          acknowledged.push(id)
          writing.worst = Math.max(writing.worst, performance.now() - writing.last)
          writing.last = performance.now()
        } catch {
          writing.refused += 1
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
    })()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    const [before, killed] = [acknowledged.length, performance.now()]
    servers.kill(primary)
    // What a watchman does: two questions without an answer, a moment apart.
    for (let missed = 0; missed < 2; ) {
      missed = await ask(primary, 'postgres', 'select 1').then(
        () => 0,
        () => missed + 1,
      )
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    servers.promote(standby)
    const promoted = performance.now() - killed
    await until('writes go on', async () => acknowledged.length > before + 5)
    const written = performance.now() - killed
    await until('pages come again', async () => load.every(({ seen }) => seen.since === 0))
    await new Promise((resolve) => setTimeout(resolve, 2_000))
    writing.isOn = false
    await writer
    for (const one of load) await one.end()

    const there = new Set(
      (await app.house.selectFrom('coverage').select('id').execute()).map((one) => one.id),
    )
    const lost = acknowledged.filter((id) => !there.has(id)).length
    const broken = (await verifyLog(app.house)).breaks.length

    const shown = await app.house
      .selectFrom('public_incidents')
      .select('id')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await decide(app, {
      ...{ record: 'move', move: 'withdraw', ids: [shown.id], by: 'second-reader', why: 'as the bench says' },
      at: new Date().toISOString(),
    })
    await refresh(app, { touched: [shown.id] })
    const gone = await until(
      'what is taken off goes from the public database',
      async () =>
        (await ask(open, 'aigaq', `select 1 from public_incidents where id = '${shown.id}'`)).length === 0,
    )
    const page = await fetch(`${nodes[2]?.url}i/${shown.id}`)
    const tables = (
      await ask<{ tablename: string }>(
        open,
        'aigaq',
        "select tablename from pg_tables where schemaname = 'public'",
      )
    ).map((one) => one.tablename)
    const foreign = tables.filter((one) => !PUBLIC_TABLES.includes(one))
    await app.close()

    const s = (ms: number): string => (ms / 1_000).toFixed(1)
    console.log(
      `round ${index}: ${acknowledged.length} acknowledged (${before} before the kill), ${lost} lost, ${broken} breaks in the log; promoted after ${s(promoted)} s, written again after ${s(written)} s`,
    )
    for (const [at, { seen }] of load.entries())
      console.log(
        `  ${nodes[at]?.name}: ${seen.pages} pages, ${seen.failed} failed, longest without a page ${s(seen.worst)} s`,
      )
    console.log(
      `  public database: filled in ${s(copied)} s, what is taken off is gone after ${s(gone)} s (its page: ${page.status}); tables that are not public: ${foreign.length}`,
    )
    return {
      lost,
      broken,
      foreign: foreign.length,
      page: page.status,
      apart: load[2]?.seen.failed ?? 1,
      promoted,
      written,
    }
  } finally {
    for (const { child } of nodes) child.kill('SIGKILL')
    await Promise.all(nodes.map(({ child }) => ended(child)))
    for (const one of running) servers.stop(one)
    servers.clean()
  }
}

const rounds: Awaited<ReturnType<typeof round>>[] = []
for (let index = 1; index <= ROUNDS; index += 1) rounds.push(await round(index))
const bad = rounds.filter((one) => one.lost + one.broken + one.foreign + one.apart > 0 || one.page !== 404)
const worst = (of: 'promoted' | 'written'): string =>
  (Math.max(...rounds.map((one) => one[of])) / 1_000).toFixed(1)
console.log(
  `failover: ${ROUNDS} rounds, ${rounds.reduce((n, one) => n + one.lost, 0)} acknowledged writes lost, promoted within ${worst('promoted')} s, written again within ${worst('written')} s, ${bad.length} rounds with a fault`,
)
process.exitCode = bad.length > 0 ? 1 : 0
