/** A workspace of five thousand records → how long its pages take behind the wall, on the embedded server; the bar is 200 ms a page. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openDesk } from '../src/app/logins.ts'
import { openApp } from '../src/app/open-app.ts'
import { readCorpus } from '../src/cli/read-corpus.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { loadCorpus } from '../src/usecases/load-corpus.ts'
import { desk } from '../src/web/desk/desk.ts'
import { signedInAs } from '../test/world.ts'

const RECORDS = Number(process.argv[2] ?? 5_000)
const ROUNDS = 20
/** Copies of a row: the columns that get another value, and the others as they are. */
const COPIED = {
  documents: ['id', 'reader'],
  readings: ['id', 'document'],
  claims: ['id', 'reading', 'document'],
  tellings: ['record', 'document'],
  decisions: ['record'],
  incidents: ['id'],
} as const
const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
/** The same reports and records over and over under other ids: what a page costs depends on how many there are, not on what they say. */
async function manyTimes(times: number): Promise<void> {
  for (const [table, columns] of Object.entries(COPIED)) {
    // A column that the database makes itself cannot be given.
    const made = table === 'incidents' ? ['stems'] : []
    const all = await app.house.introspection.getTables()
    const names = (all.find((one) => one.name === table)?.columns ?? []).flatMap(({ name }) =>
      made.includes(name) ? [] : [name],
    )
    const value = (name: string) =>
      columns.some((one) => one === name) ? sql`${sql.ref(name)} || '-' || n` : sql.ref(name)
    const only = table === 'decisions' ? sql`where record_kind = 'incident'` : sql``
    await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))})
      select ${sql.join(names.map(value))} from ${sql.table(table)}, generate_series(1, ${times}) n ${only}`.execute(
      app.house,
    )
  }
}

const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
try {
  await loadCorpus(app, readCorpus(join(ROOT, 'examples')))
  await manyTimes(Math.ceil(RECORDS / 143))
  await sql`analyze`.execute(app.house)
  const staff = await openDesk(app)
  const web = desk(app, { root: ROOT, host: '127.0.0.1', staff })
  const { cookie, formToken } = await signedInAs(app, { handle: 'bench-editor', role: 'editor' })
  const empty = { words: '', kind: '', state: '', tier: '', from: '', to: '', place: '', page: '' }
  /** `page` is opened; `page field=value` sends the form of the search. */
  const ask = (path: string) => {
    const [page = '', typed] = path.split(' ')
    const fields = { ...empty, ...Object.fromEntries(new URLSearchParams(typed)), 'form-token': formToken }
    return web.request(`http://localhost/en/desk/${page}`, {
      headers: { Cookie: cookie, Origin: 'http://localhost' },
      ...(typed !== undefined && { method: 'POST', body: new URLSearchParams(fields) }),
    })
  }
  const document = await app.house
    .selectFrom('documents')
    .select('id')
    .orderBy('event')
    .executeTakeFirstOrThrow()
  for (const path of [
    '',
    'today.json',
    'questions',
    'second',
    'search',
    'search words=Uralsk',
    'search words=Мамай',
    'search words=fined&kind=passage',
    'search state=published&place=Oral',
    'records',
    'records?page=40',
    'records?q=Uralsk',
    'records?state=published',
    'records/kz-2020-02-17-b',
    'records.json',
    'people',
    'links',
    'documents',
    `documents/${document.id}`,
    `documents/${document.id}/0`,
    'me',
    'access',
  ]) {
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const begun = performance.now()
      const answer = await ask(path)
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
