/** A public site of ten thousand records → how long a signed copy takes, what its search weighs, and how small a parcel of five changed records is. Bar: a minute. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { signerOf } from '../src/app/keys.ts'
import { openReader } from '../src/app/logins.ts'
import { openApp } from '../src/app/open-app.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'
import { packChanges } from '../src/usecases/mirror/pack-changes.ts'
import { verifyMirror } from '../src/usecases/mirror/verify-mirror.ts'
import { writeMirror } from '../src/usecases/mirror/write-mirror.ts'
import { rulesInForce } from '../src/usecases/rules-in-force.ts'
import { mirrored } from '../src/web/site/mirror.ts'
import { threadsFor } from '../src/web/site/mirror-threads.ts'
import { manyPublic } from './many-public.ts'

const RECORDS = Number(process.argv[2] ?? 10_000)
const BAR = 60
const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
// The database belongs to another user where this runs as root, and must reach its own folder.
const data = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
const app = await openApp({ ...readConfig({ AIGAQ_DATA: data }), databaseUrl: '' })
const kilobytes = (bytes: number): string => `${Math.round(bytes / 1_000)} KB`
try {
  await loadCorpus(app, readCorpus(join(ROOT, 'examples')))
  const made = await manyPublic(app, RECORDS)
  const reader = await openReader(app)
  /** As `bin/aigaq mirror` writes it. */
  const written = (name: string) =>
    reader.store
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (store) => {
        const site = { store, knowledge: app.knowledge, rules: rulesInForce(app.knowledge) }
        const threads = await threadsFor(store, reader.address)
        return writeMirror({
          files: mirrored(site, { root: ROOT, made: '2026-11-26', origin: '', threads }),
          folder: join(folder, name),
          made: '2026-11-26',
          number: name === 'first' ? 2026112601 : 2026112602,
          origin: '',
          signer: signerOf(app),
        })
      })
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss())
  }, 100)
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const first = await written('first')
  const took = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  clearInterval(watch)
  const { files } = first.manifest
  const bytes = files.reduce((sum, one) => sum + one.bytes, 0)
  console.log(
    `${RECORDS} records: ${files.length} files, ${Math.round(bytes / 1e6)} MB in ${took.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of CPU in ${availableParallelism()} threads, ${Math.round(memory / 1e6)} MB of memory at most); bar ${BAR} s: ${took < BAR ? 'met' : 'MISSED'}`,
  )
  const search = files.filter((one) => one.path.startsWith('search/'))
  const packed = search.reduce(
    (sum, one) => sum + gzipSync(readFileSync(join(folder, 'first', one.path))).length,
    0,
  )
  console.log(`search: ${search.length} parts, ${kilobytes(packed)} compressed`)
  const checked = performance.now()
  const { wrong, isSigned } = verifyMirror(join(folder, 'first'), null)
  console.log(
    `verify: ${((performance.now() - checked) / 1_000).toFixed(1)} s, ${wrong.length} wrong, signed ${isSigned}`,
  )
  // A day: five records of one month get another version.
  const changed = made.filter((one) => one.fields.date[0]?.value.from?.startsWith('2025-03')).slice(0, 5)
  await sql`update public_incidents set body = jsonb_set(body, '{version}', to_jsonb((body ->> 'version')::int + 1))
    where id in (${sql.join(changed.map((one) => one.id))})`.execute(app.house)
  const next = await written('next')
  const parcel = packChanges(first.manifest, next.manifest, join(folder, 'next'))
  const parts = Object.entries(unzipSync(parcel.bytes))
  const lists = parts.filter(([path]) => /^lists\/|^manifest/.test(path))
  console.log(
    `parcel of ${changed.length} changed records: ${kilobytes(parcel.bytes.length)}, ${parcel.written} files and ${lists.length} lists (${kilobytes(lists.reduce((sum, [, one]) => sum + gzipSync(one).length, 0))})`,
  )
  for (const [path, one] of parts
    .sort(([, a], [, b]) => gzipSync(b).length - gzipSync(a).length)
    .slice(0, 12))
    console.log(`  ${path}: ${kilobytes(gzipSync(one).length)}`)
  await reader.close()
  process.exitCode = took < BAR && wrong.length === 0 ? 0 : 1
} finally {
  await app.close()
  for (const one of [folder, data]) rmSync(one, { recursive: true, force: true })
}
