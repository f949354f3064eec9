/** A list of rows (5,000, or as many as are asked for), invented, taken in → seconds for mapping and proposing it, milliseconds for its pages; the bar is 200 ms a page. Usage: node bench/lists.ts [rows ...] */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDesk } from '../src/app/logins.ts'
import { openApp } from '../src/app/open-app.ts'
import { ROOT, readConfig } from '../src/config.ts'
import { importReport } from '../src/usecases/import-report.ts'
import { proposeList } from '../src/usecases/lists/propose-list.ts'
import { readList } from '../src/usecases/lists/read-list.ts'
import { desk } from '../src/web/desk/desk.ts'
import { aSource, signedInAs } from '../test/world.ts'

const BAR_MS = 200
const ROUNDS = 9
const GIVEN = ['Асан', 'Айгуль', 'Болат', 'Дана', 'Ерлан', 'Сауле']
const STEMS = ['Усенов', 'Сериков', 'Асанов', 'Болатов', 'Еркинов', 'Маратов']
const PLACES = ['г. Алматы', 'Уральск', 'Астана', 'Шымкент', 'Актобе']
const PENALTIES = ['15 суток', 'штраф 50 МРП', 'предупреждение', '10 суток']
const two = (n: number): string => String(n).padStart(2, '0')

/** Every row another day or another name; no name is of somebody. */
function listOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, n) => {
    const day = `${two((n % 28) + 1)}.${two((Math.floor(n / 28) % 12) + 1)}.${2015 + (Math.floor(n / 336) % 9)}`
    const name = `${GIVEN[n % 6]} ${STEMS[Math.floor(n / 6) % 6]}${n % 7 === 0 ? 'ский' : ''}`
    return `${n + 1};${day};${PLACES[n % 5]};${name};488 ч. ${(n % 8) + 1};${PENALTIES[n % 4]}`
  })
  return `№;Дата;Город;ФИО;Статья КоАП;Наказание\n${lines.join('\n')}\n`
}

const counts = process.argv.slice(2).map(Number)
let missed = 0
for (const rows of counts.length > 0 ? counts : [1_000, 5_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'aigaq-bench-'))
  const app = await openApp({ ...readConfig({ AIGAQ_DATA: folder }), databaseUrl: '' })
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const [begun, used] = [performance.now(), process.cpuUsage()]
    const done = await work()
    const { user, system } = process.cpuUsage(used)
    const mb = Math.round(process.memoryUsage.rss() / 1048576)
    console.log(
      `  ${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s, of the program ${((user + system) / 1e6).toFixed(1)} s; ${mb} MB`,
    )
    return done
  }
  try {
    console.log(`${rows} rows`)
    const report = {
      ...{ bytes: new TextEncoder().encode(listOf(rows)), name: 'list.csv', country: 'kz', asOf: null },
      ...{ source: { ...aSource(), publisher: 'Uralsk Monitors' }, language: 'ru' as const, by: 'lena' },
    }
    const { document } = await timed('taken in', () => importReport(app, report))
    const staff = await openDesk(app)
    const web = desk(app, { root: ROOT, host: '127.0.0.1', staff })
    const { cookie } = await signedInAs(app, { handle: 'bench-editor', role: 'editor' })
    const home = `documents/${document}`
    const ask = async (path: string): Promise<void> => {
      const times: number[] = []
      let size = 0
      const used = process.cpuUsage()
      for (let round = 0; round < ROUNDS; round += 1) {
        const begun = performance.now()
        const answer = await web.request(`http://localhost/en/desk/${path}`, { headers: { Cookie: cookie } })
        size = (await answer.text()).length
        if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`)
        times.push(performance.now() - begun)
      }
      const { user, system } = process.cpuUsage(used)
      times.sort((a, b) => a - b)
      const median = Math.round(times[Math.floor(ROUNDS / 2)] ?? 0)
      if (median > BAR_MS) missed += 1
      console.log(
        `  ${path.replace(document, '<id>')}: median ${median} ms, first or worst ${Math.round(times.at(-1) ?? 0)} ms, of the program ${Math.round((user + system) / 1000 / ROUNDS)} ms a time; ${Math.round(size / 1024)} KB${median > BAR_MS ? ' ABOVE THE BAR' : ''}`,
      )
    }
    await ask(`${home}/list`)
    const { map } = await readList(app, document, 0)
    const outcome = await timed('proposed', () => proposeList(app, document, { ...map, act: 'detention' }))
    if (outcome.proposed !== rows) throw new Error(`${outcome.proposed} of ${rows} rows are proposed`)
    for (const path of [home, `${home}/list`, `${home}/7`, `${home}/${rows - 2}`, '', 'documents'])
      await ask(path)
    await staff.close()
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
if (missed > 0) console.log(`MISSED: ${missed} pages take longer than ${BAR_MS} ms`)
process.exitCode = missed > 0 ? 1 : 0
