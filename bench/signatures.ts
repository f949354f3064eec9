/** A campaign that is signed over HTTP while its page is read: how many durable signatures a second, how long each waits, whether five million before it make it slower, and whether kills lose or double one. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { scryptSync } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { readCampaignKey } from '../src/adapters/campaign-key.ts'
import { ownedDatabase } from '../src/adapters/embedded/owner.ts'
import { type App, openApp } from '../src/app/open-app.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { codeFor } from '../src/usecases/actions/actions.ts'
import { countActions, recountActions } from '../src/usecases/actions/count-actions.ts'
import { makeActionKey, openActionKeys } from '../src/usecases/actions/keys.ts'
import { refresh } from '../src/usecases/refresh.ts'
import { openCampaign } from '../test/open-campaign.ts'
import { ask, ended, freePort, openServers, type Server, until, urlOf } from './servers.ts'
import { asFastAsTheyGo, closeLoad, once, paced, type Sent, workFor } from './signing-load.ts'

/** Signatures a second, pages a second, for so many seconds; so many signatures before the second round; how often it is killed. */
const [SECONDS, BEFORE, KILLS] = [
  process.argv[2] ?? 20,
  process.argv[3] ?? 5_000_000,
  process.argv[4] ?? 20,
].map(Number) as [number, number, number]
const MODE = process.argv[5] ?? 'all'
const [SIGN, READ] = [400, 200]
const CAMPAIGN = 'cam-bench0'

type Place = {
  readonly app: App
  readonly environment: NodeJS.ProcessEnv
  readonly keyFile: string
  readonly close: () => Promise<void>
}

/** The database's own user passes through it. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-signatures-'))
  chmodSync(folder, 0o711)
  return folder
}

async function place(environment: NodeJS.ProcessEnv, folder: string): Promise<Place> {
  const app = await openApp(readConfig({ ...environment, AIGAQ_DATA: join(folder, 'first') }))
  await openCampaign(app, CAMPAIGN)
  await refresh(app)
  const keyFile = await makeActionKey(
    { store: app.house, clock: app.clock, keys: openActionKeys() },
    CAMPAIGN,
  )
  mkdirSync(join(folder, 'keys'))
  writeFileSync(join(folder, 'keys', 'campaign.txt'), keyFile)
  return {
    app,
    environment: { ...environment, AIGAQ_CAMPAIGN_KEYS: join(folder, 'keys') },
    keyFile,
    close: () => app.close(),
  }
}

const common = (folder: string): NodeJS.ProcessEnv => ({
  ...{ AIGAQ_SITE: 'https://example.org', AIGAQ_MAIL_URL: `file://${join(folder, 'outbox')}` },
  ...{ AIGAQ_MAIL_FROM: 'post@example.org', AIGAQ_WORK: '1', AIGAQ_PROXY: 'loopback' },
})

/** Seconds of processor of each program and database that stands below one watched: what the work itself cost, however busy the machine is. */
const watched: number[] = []
function processorSeconds(): ReadonlyMap<number, number> {
  const rows = spawnSync('ps', ['-eo', 'pid=,ppid=,cputimes='], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number])
  const below = new Set(watched)
  for (let grown = true; grown; ) {
    grown = false
    for (const [pid, parent] of rows)
      if (below.has(parent) && !below.has(pid)) {
        below.add(pid)
        grown = true
      }
  }
  return new Map(rows.flatMap(([pid, , seconds]) => (below.has(pid) ? [[pid, seconds] as const] : [])))
}
/** Of those that are there still: what one took that ended meanwhile is not known. */
const spentSince = (before: ReadonlyMap<number, number>): number =>
  [...processorSeconds()].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0)
const postmasterOf = (data: string): number =>
  Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])

type Node = { readonly port: number; readonly child: ChildProcess }
async function node(
  folder: string,
  name: string,
  { environment }: Pick<Place, 'environment'>,
  port?: number,
): Promise<Node> {
  const [own, desk] = [port ?? (await freePort()), await freePort()]
  const child = spawn(join(ROOT, 'bin/aigaq'), ['serve', '--json'], {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', AIGAQ_DATA: join(folder, name) },
      ...{ AIGAQ_PORT: `${own}`, AIGAQ_DESK_PORT: `${desk}`, ...environment },
    },
    stdio: ['ignore', 'ignore', process.env.LOUD ? 'inherit' : 'ignore'],
  })
  watched.push(child.pid ?? 0)
  // A bench that fails leaves no program that goes on behind it.
  process.once('exit', () => child.kill('SIGKILL'))
  await until(`${name} serves`, async () => (await once(own, PAGE)) === 200, 120)
  return { port: own, child }
}

const PAGE: Sent = { path: `/en/act/${CAMPAIGN}/signature`, body: null }
const signing = (address: string, work: string): Sent => ({
  path: `/en/act/${CAMPAIGN}/signature`,
  body: new URLSearchParams({ where: 'outside', country: 'de', address, work }).toString(),
})
const addresses = (name: string, n: number): readonly string[] =>
  Array.from(
    { length: n },
    (_, at) => `${name}${at}@${['gmail.com', 'mail.ru', `town${at % 4000}.example`][at % 3]}`,
  )
/** Each with work that was done beforehand; a program takes only work that it asked for itself. */
const people = (name: string, work: readonly (readonly string[])[]): readonly Sent[] => {
  const n = work.reduce((sum, one) => sum + one.length, 0)
  return addresses(name, n).map((one, at) =>
    signing(one, work[at % work.length]?.[Math.floor(at / work.length)] ?? ''),
  )
}
/** The work of one round for each program. */
const workOf = (ports: readonly number[], n: number): Promise<readonly (readonly string[])[]> =>
  Promise.all(ports.map((port) => workFor(port, 'act', Math.ceil(n / ports.length))))
const confirmationsOf = async ({ app, keyFile }: Place): Promise<readonly Sent[]> => {
  const key = readCampaignKey(keyFile)
  if (!key) throw new Error('no key')
  const rows = await app.house.selectFrom('action_asks').select('id').execute()
  return rows.map((one) => ({ path: `/en/confirm/${codeFor(key, one.id)}`, body: '' }))
}
const count = async ({ app }: Place, table: 'actions' | 'action_asks'): Promise<number> =>
  Number(
    (
      await app.house
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

const ms = (value: number): string => `${Math.round(value)} ms`
let failed = false
const bar = (is: boolean, text: string): void => {
  if (!is) failed = true
  console.log(`  ${is ? 'held' : 'NOT HELD'}: ${text}`)
}

/** How fast the machine is at this moment: of a rented one it is another number an hour later. */
function speedNow(): string {
  const began = performance.now()
  for (let n = 0; n < 3; n += 1) scryptSync('speed', 'speed', 32, { N: 32_768, r: 8, maxmem: 64 << 20 })
  return `scrypt of 32 MB in ${ms((performance.now() - began) / 3)}`
}

/** Both halves of a signature at the pace of the bar, while the page is read; every acknowledged one must be there. */
async function rounds(
  what: string,
  at: Place,
  ports: readonly number[],
  signers: readonly Sent[],
): Promise<number> {
  const speed = speedNow()
  const pages = Array.from({ length: READ * SECONDS }, () => PAGE)
  const before = await count(at, 'action_asks')
  const [server, client] = [processorSeconds(), process.cpuUsage()]
  const [asked, read] = await Promise.all([paced(ports, signers, SIGN), paced(ports, pages, READ)])
  const durable = (await count(at, 'action_asks')) - before
  const had = await count(at, 'actions')
  const [confirmed, readAgain] = await Promise.all([
    paced(ports, await confirmationsOf(at), SIGN),
    paced(ports, pages, READ),
  ])
  const counted = (await count(at, 'actions')) - had
  const cost = spentSince(server)
  const own = process.cpuUsage(client)
  const rate = confirmed.ok / confirmed.seconds
  console.log(
    `${what}: asked ${asked.ok} in ${asked.seconds.toFixed(1)} s (p50 ${ms(asked.p50)}, p99 ${ms(asked.p99)}), confirmed ${confirmed.ok} in ${confirmed.seconds.toFixed(1)} s (p50 ${ms(confirmed.p50)}, p99 ${ms(confirmed.p99)}); page beside it p99 ${ms(read.p99)} and ${ms(readAgain.p99)}, ${read.ok + readAgain.ok} of ${2 * pages.length}`,
  )
  console.log(
    `  ${speed} before it; processor: ${cost.toFixed(0)} s of programs and database for ${asked.ok} asked, ${confirmed.ok} confirmed and ${read.ok + readAgain.ok} pages (the client beside them ${((own.user + own.system) / 1e6).toFixed(0)} s): two free cores would carry ${Math.round((2 * (asked.ok + confirmed.ok)) / Math.max(1, cost))} a second of them, pages included`,
  )
  bar(
    durable === asked.ok && counted === confirmed.ok,
    `every acknowledged one is on the disk (${durable} of ${asked.ok}, ${counted} of ${confirmed.ok})`,
  )
  bar(rate >= SIGN * 0.95 && asked.ok / asked.seconds >= SIGN * 0.95, `${SIGN} a second`)
  bar(Math.max(asked.p99, confirmed.p99) <= 300, 'p99 at most 300 ms')
  return Math.max(asked.p99, confirmed.p99)
}

async function fastest(at: Place, ports: readonly number[], signers: readonly Sent[]): Promise<void> {
  const asked = await asFastAsTheyGo(ports, signers, 64)
  const confirmed = await asFastAsTheyGo(ports, await confirmationsOf(at), 64)
  console.log(
    `as fast as they go: asked ${Math.round(asked.ok / asked.seconds)} a second, confirmed ${Math.round(confirmed.ok / confirmed.seconds)} a second`,
  )
}

/** As they would stand after a year: written past the program, in its own form. */
async function fill({ app }: Place, n: number): Promise<void> {
  await sql`
    insert into action_windows (campaign, n, day, closed) select ${CAMPAIGN}, 1000000 + w, '2026-01-01', true from generate_series(1, 100) w`.execute(
    app.house,
  )
  await sql`
    insert into action_marks (campaign, mark, mails, done)
    select ${CAMPAIGN}, left(md5(random()::text) || md5(random()::text), 22), 1, true from generate_series(1, ${n}::integer)`.execute(
    app.house,
  )
  await sql`
    insert into actions (campaign, n, kind, country, day, cohort, held)
    select ${CAMPAIGN}, 1000001 + one % 100, 'signature', 'de', '2026-01-01', left(md5((one % 3000)::text), 10), false from generate_series(0, ${n - 1}::integer) one`.execute(
    app.house,
  )
  await sql`
    insert into action_counts select campaign, kind, country, day, cohort, held, count(*) from actions where day = '2026-01-01' group by 1, 2, 3, 4, 5, 6`.execute(
    app.house,
  )
  // As after a year, not as in the minute after five million were written.
  await sql`vacuum (analyze)`.execute(app.house)
}

/** 14,000 people, 30 in a hundred twice, in any order; whatever was not acknowledged is sent again, as a person would. */
async function killed(at: Place, folder: string): Promise<void> {
  const all = addresses('mortal', 14_000)
  const shuffled = [...all, ...all.slice(0, 6_000)]
    .map((one) => ({ one, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
  const before = await count(at, 'actions')
  const port = await freePort()
  let [running, kills] = [await node(folder, 'mortal', at, port), 0]
  const killer = async (): Promise<void> => {
    while (kills < KILLS) {
      await new Promise((resolve) => setTimeout(resolve, 700 + Math.random() * 1500))
      running.child.kill('SIGKILL')
      await ended(running.child)
      kills += 1
      running = await node(folder, 'mortal', at, port)
      // Counting goes on meanwhile, from another process that dies as well when this bench is killed.
      await countActions(
        { store: at.app.house, clock: at.app.clock, door: async () => null },
        { atOnce: true },
      )
    }
  }
  const untilTaken = async <T>(list: readonly T[], sentOf: (one: T) => Promise<Sent>): Promise<void> => {
    let next = 0
    const one = async (): Promise<void> => {
      for (let index = next++; index < list.length; index = next++) {
        const own = list[index]
        while (
          own &&
          (await sentOf(own).then(
            (sent) => once(port, sent),
            () => 0,
          )) !== 200
        )
          await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
    await Promise.all(Array.from({ length: 32 }, one))
  }
  const dying = killer()
  // The program forgets with each kill which work it asked for: a person's browser would ask again, and so does this.
  await untilTaken(
    shuffled.map(({ one }) => one),
    async (one) => signing(one, (await workFor(port, 'act', 1))[0] ?? ''),
  )
  const codes = await confirmationsOf(at)
  const twice = [...codes, ...codes.filter(() => Math.random() < 0.3)]
    .map((one) => ({ one, by: Math.random() }))
    .sort((a, b) => a.by - b.by)
  await untilTaken(
    twice.map(({ one }) => one),
    async (one) => one,
  )
  await dying
  running.child.kill('SIGTERM')
  await ended(running.child)
  await countActions({ store: at.app.house, clock: at.app.clock, door: async () => null }, { atOnce: true })
  const [night] = await recountActions({ store: at.app.house, clock: at.app.clock })
  const came = (await count(at, 'actions')) - before
  console.log(
    `killed -9 ${kills} times under 20,000 signatures, 6,000 of them twice: ${came} counted; at night ${night?.stood} stood and ${night?.counted} are there`,
  )
  bar(came === 14_000 && night?.stood === night?.counted, 'totals exactly right')
}

/** Rounds of signers, their work done while it is quiet: in a flood more is asked. */
async function signersOf(
  ports: readonly number[],
  names: readonly string[],
): Promise<readonly (readonly Sent[])[]> {
  const all: (readonly Sent[])[] = []
  for (const name of names) all.push(people(name, await workOf(ports, SIGN * SECONDS)))
  return all
}
/** A machine that others share has better and worse minutes: each pace is kept in so many rounds, and all of them are told. */
const AGAIN = 3

async function alone(): Promise<void> {
  const folder = openFolder()
  const at = await place(common(folder), folder)
  const environment = { ...at.environment, DATABASE_URL: at.app.databaseUrl }
  const here = { ...at, environment }
  watched.push(postmasterOf(join(folder, 'first', 'pg')))
  try {
    if (MODE !== 'kill') {
      const one = await node(folder, 'node', here)
      const ports = [one.port]
      const signers = await signersOf(
        ports,
        Array.from({ length: 3 + 2 * AGAIN }, (_, n) => `person${n}of`),
      )
      const next = signers.values()
      const turn = (): readonly Sent[] => next.next().value ?? []
      const paces = async (what: string): Promise<number> => {
        const all: number[] = []
        for (let n = 1; n <= AGAIN; n += 1)
          all.push(await rounds(`${what} (${n} of ${AGAIN})`, here, ports, turn()))
        return Math.min(...all)
      }
      await rounds('warming up', here, ports, turn())
      const few = await paces('few before')
      await fastest(here, ports, turn())
      const began = performance.now()
      await fill(here, BEFORE)
      console.log(`(${BEFORE} signatures written in ${Math.round((performance.now() - began) / 1000)} s)`)
      const many = await paces(`${BEFORE} before`)
      await fastest(here, ports, turn())
      console.log(`  best p99 with ${BEFORE} before to best p99 with few: ${(many / few).toFixed(2)}`)
      const counting = performance.now()
      await countActions(
        { store: at.app.house, clock: at.app.clock, door: async () => null },
        { atOnce: true },
      )
      const between = performance.now()
      await recountActions({ store: at.app.house, clock: at.app.clock })
      console.log(
        `  a window counted in ${ms(between - counting)}, all of them again in ${ms(performance.now() - between)}`,
      )
      one.child.kill('SIGTERM')
      await ended(one.child)
    }
    if (KILLS > 0) await killed(here, folder)
  } finally {
    await at.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two programs before a primary whose standby has each transaction on its disk before it is acknowledged. */
async function twoNodes(): Promise<void> {
  const folder = openFolder()
  const servers = await openServers(folder)
  const running: Server[] = []
  const nodes: Node[] = []
  try {
    const primary = await servers.make('primary')
    servers.start(primary, {})
    running.push(primary)
    await ownedDatabase(urlOf(primary, 'aigaq'), 'aigaq')
    const standby = await servers.standbyOf(primary, 'standby')
    servers.start(standby, {})
    running.push(standby)
    watched.push(postmasterOf(primary.data), postmasterOf(standby.data))
    await ask(primary, 'postgres', `alter system set synchronous_standby_names = 'standby'`)
    await ask(primary, 'postgres', 'select pg_reload_conf()')
    const environment = { ...common(folder), DATABASE_URL: urlOf(primary, 'aigaq', 'aigaq_owner') }
    const at = await place(environment, folder)
    nodes.push(await node(folder, 'one', at), await node(folder, 'two', at))
    const ports = nodes.map((one) => one.port)
    const [warm = [], quick = [], ...paced] = await signersOf(
      ports,
      Array.from({ length: 2 + AGAIN }, (_, n) => `person${n}of`),
    )
    await rounds('warming up', at, ports, warm)
    for (const one of paced) await rounds('two programs and a standby', at, ports, one)
    await fastest(at, ports, quick)
    await at.close()
  } finally {
    for (const { child } of nodes) child.kill('SIGKILL')
    await Promise.all(nodes.map(({ child }) => ended(child)))
    for (const one of running) servers.stop(one)
    servers.clean()
  }
}

if (MODE !== 'nodes') await alone()
if (MODE === 'all' || MODE === 'nodes') await twoNodes()
closeLoad()
process.exitCode = failed ? 1 : 0
