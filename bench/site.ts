/** A public site of ten thousand records as it is served, and a crowd of readers → pages a second, how long the slowest wait, and what it costs in processor time. Bar: 1,000 a second, 99 of 100 in 300 ms, on two cores with the crowd itself. */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

type Told = { readonly times: readonly number[]; readonly failed: number; readonly cpu: number }

/** A reader opens one page after another, as a browser does: packed, over a connection that stays. */
async function crowd({
  port,
  paths,
  readers,
  seconds,
}: {
  port: number
  paths: string[]
  readers: number
  seconds: number
}): Promise<Told> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const times: number[] = []
  let [failed, turn] = [0, 0]
  const begun = process.cpuUsage()
  const end = performance.now() + seconds * 1_000
  const one = (path: string) =>
    new Promise<number>((done) => {
      request({ agent, port, path, headers: { 'Accept-Encoding': 'gzip' } }, (answer) => {
        answer.resume().on('end', () => done(answer.statusCode ?? 0))
      })
        .on('error', () => done(0))
        .end()
    })
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (performance.now() < end) {
        turn += 1
        const before = performance.now()
        if ((await one(paths[turn % paths.length] ?? '/')) !== 200) failed += 1
        times.push(performance.now() - before)
      }
    }),
  )
  agent.destroy()
  const { user, system } = process.cpuUsage(begun)
  return { times, failed, cpu: (user + system) / 1e6 }
}

if (!isMainThread) parentPort?.postMessage(await crowd(workerData))
else await main()

async function main(): Promise<void> {
  const { openApp } = await import('../src/app/open-app.ts')
  const { openReader } = await import('../src/app/logins.ts')
  const { readCorpus } = await import('../src/cli/read-corpus.ts')
  const { openServer, SITE_PATIENCE } = await import('../src/cli/open-server.ts')
  const { ROOT, readConfig } = await import('../src/config.ts')
  const { loadCorpus } = await import('../src/usecases/load-corpus.ts')
  const { rulesInForce } = await import('../src/usecases/rules-in-force.ts')
  const { site } = await import('../src/web/site/site.ts')
  const { manyPublic } = await import('./many-public.ts')
  const [records, readers, seconds] = [Number(process.argv[2] ?? 10_000), 64, 10]
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
  const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
  try {
    await loadCorpus(app, readCorpus(join(ROOT, 'examples')))
    const made = await manyPublic(app, records)
    const reader = await openReader(app)
    const context = { store: reader.store, knowledge: app.knowledge, rules: rulesInForce(app.knowledge) }
    const server = await openServer(
      site(context, { root: ROOT, origin: '', remembers: true }),
      {
        hostname: '127.0.0.1',
        port: 0,
      },
      SITE_PATIENCE,
    )
    const paths = [
      ...['en', 'ru', 'kk'].flatMap((one) => [
        `/${one}/`,
        `/${one}/kz`,
        `/${one}/kz/2020-q1`,
        `/${one}/kz/2020-q1/incidents`,
      ]),
      ...made.slice(0, 600).map((one, n) => `/${['en', 'ru', 'kk'][n % 3]}/i/${one.id}`),
    ]
    for (const [name, rounds] of [
      ['first view of each page', 0],
      ['again', seconds],
    ] as const) {
      const cpu = process.cpuUsage()
      const begun = performance.now()
      const told = await new Promise<Told>((done, failed) => {
        const data = { port: server.port, paths, readers, seconds: rounds === 0 ? 5 : rounds }
        new Worker(new URL(import.meta.url), { workerData: data }).on('message', done).on('error', failed)
      })
      const took = (performance.now() - begun) / 1_000
      const { user, system } = process.cpuUsage(cpu)
      const sorted = [...told.times].sort((a, b) => a - b)
      const at = (share: number): string => `${Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)} ms`
      const rate = sorted.length / took
      console.log(
        `${name}: ${Math.round(rate)} pages a second, median ${at(0.5)}, p99 ${at(0.99)}, ${told.failed} failed; ${((user + system) / 1e6).toFixed(1)} s of CPU in ${took.toFixed(1)} s, the crowd's own included`,
      )
      if (rounds > 0 && (rate < 1_000 || (sorted[Math.floor(sorted.length * 0.99)] ?? 0) > 300))
        process.exitCode = 1
    }
    await server.close()
    await reader.close()
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
