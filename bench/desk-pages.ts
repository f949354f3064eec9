/** A workspace of five thousand records → how long its pages take behind the wall, on the embedded server; the bar is 200 ms a page. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, openDesk } from '../src/app.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'
import { desk } from '../src/web/desk/desk.ts'
import { signedInAs } from '../test/world.ts'

const RECORDS = Number(process.argv[2] ?? 5_000)
const ROUNDS = 20
const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
try {
  await loadCorpus(app, readCorpus(join(ROOT, 'examples')))
  // The same records over and over under other ids: what a page costs depends on how many there are, not on what they say.
  await sql`insert into incidents select (jsonb_populate_record(i, jsonb_build_object('id', i.id || '-' || n))).*
    from incidents i, generate_series(1, ${Math.ceil(RECORDS / 143)}) n limit ${RECORDS}`.execute(app.house)
  await sql`analyze`.execute(app.house)
  const staff = await openDesk(app)
  const web = desk(app, { root: ROOT, host: '127.0.0.1', staff })
  const { cookie } = await signedInAs(app, { handle: 'bench-editor', role: 'editor' })
  for (const path of [
    'records',
    'records?page=40',
    'records?q=Uralsk',
    'records?state=published',
    'records/kz-2020-02-17-b',
    'records.json',
    'people',
    'documents',
  ]) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now()
      const answer = await web.request(`http://localhost/en/desk/${path}`, { headers: { Cookie: cookie } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
      times.push(performance.now() - begun)
    }
    times.sort((a, b) => a - b)
    console.log(
      `${path}: median ${Math.round(times[ROUNDS / 2] ?? 0)} ms, worst ${Math.round(times.at(-1) ?? 0)} ms`,
    )
  }
  await staff.close()
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
