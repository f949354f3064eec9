/** A hundred thousand records with a name each → how long it takes to find those like a new one, on the embedded server; the bar is 50 ms in the middle. Usage: node bench/near-name.ts [RECORDS] */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp } from '../src/app/open-app.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { invented } from '../src/link/fixture.ts'
import { namesOnRecord } from '../src/usecases/link/names-on-record.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'

const RECORDS = Number(process.argv[2] ?? 100_000)
const [BAR_MS, ASKED, BATCH] = [50, 300, 5_000]
const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
/** Initials are no new name: whole ones are asked for and kept, as slips make them. */
const names = (rows: number, seed: number): readonly string[] =>
  [...invented(rows, seed)].flatMap(({ given, surname }) => (given.length > 1 ? [`${given} ${surname}`] : []))
try {
  await loadCorpus(app, readCorpus(join(ROOT, 'examples')))
  const all = names(Math.ceil(RECORDS * 1.1), 3).slice(0, RECORDS)
  const made = ['stems', 'id', 'body', 'sought', 'passages']
  const tables = await app.house.introspection.getTables()
  const kept = (tables.find((one) => one.name === 'incidents')?.columns ?? []).flatMap(({ name }) =>
    made.includes(name) ? [] : [name],
  )
  for (let from = 0; from < all.length; from += BATCH)
    await sql`insert into incidents (id, body, sought, passages, ${sql.join(kept.map((name) => sql.ref(name)))})
      select 'kz-2030-01-01-' || (${from} + n), jsonb_build_object('rulings', jsonb_build_array(jsonb_build_object('field', 'person',
        'values', jsonb_build_array(jsonb_build_object('person', null, 'value', jsonb_build_object('name', name)))))),
        '', '[]'::jsonb, ${sql.join(kept.map((name) => sql.ref(name)))}
      from (select * from incidents order by id limit 1) one,
        unnest(${sql.val(all.slice(from, from + BATCH))}::text[]) with ordinality as given(name, n)`.execute(
      app.house,
    )
  const begun = performance.now()
  await namesOnRecord(app, ['Nobody Nowhere'], 0.7)
  console.log(
    `${all.length} records: the index made in ${Math.round(performance.now() - begun)} ms, once a start`,
  )
  const took: number[] = []
  let met = 0
  const cpu = process.cpuUsage()
  for (const name of names(ASKED * 2, 9).slice(0, ASKED)) {
    const at = performance.now()
    met += ((await namesOnRecord(app, [name], 0.7))[0] ?? []).length
    took.push(performance.now() - at)
  }
  const { user, system } = process.cpuUsage(cpu)
  took.sort((a, b) => a - b)
  const part = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1)
  const isMissed = Number(part(0.5)) > BAR_MS
  console.log(
    `a new name: median ${part(0.5)} ms (bar ${BAR_MS}${isMissed ? ', MISSED' : ''}), 95 of 100 within ${part(0.95)} ms, ${((user + system) / 1000 / took.length).toFixed(1)} ms of processor each; ${met} records met`,
  )
  process.exitCode = isMissed ? 1 : 0
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
