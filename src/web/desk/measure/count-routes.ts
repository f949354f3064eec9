/** Routes to counts: the room, a question and its answer as a page and as files, and the records behind a cell. */
import type { Hono, Context as Request } from 'hono'
import type { CountQuestion } from '../../../core/count-table.ts'
import { countriesCounted } from '../../../store/queries/counted.ts'
import { recordRowsById } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { countByEveryFacet, countRecords, recordsBehind } from '../../../usecases/measure/count-records.ts'
import { permitMeasure } from '../../../usecases/measure/counted-rows.ts'
import { countCsvOf } from '../../../usecases/measure/csv-of.ts'
import { questionFrom } from '../../../usecases/measure/question.ts'
import { readAggregates } from '../../../usecases/measure/read-aggregates.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { countsPage } from './counts-page.ts'
import { fileFigure } from './file-figure.ts'
import { measurePage } from './index-page.ts'
import { rowsPage } from './rows-page.ts'

const PER_PAGE = 50

export function countRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const room = '/:language/desk/measure'
  const countries = async (own: Context): Promise<readonly string[]> =>
    (await countriesCounted(own.store)).filter((id) => own.knowledge.packs.has(id))
  const askedIn = async (c: Request<DeskEnv>, own: Context): Promise<CountQuestion> => {
    permitMeasure(own)
    const [first = ''] = await countries(own)
    const { unverified, ...typed } = c.req.query()
    return questionFrom({ ...typed, unverified: unverified !== undefined }, first)
  }
  const byYear = async (own: Context) => {
    permitMeasure(own)
    const [first] = await countries(own)
    return first === undefined
      ? null
      : countRecords(own, questionFrom({ unit: 'incidents', rows: 'year' }, first))
  }
  app.get(room, async (c) => c.html(measurePage(desktopOf(c, context), await byYear(behind(c)))))
  app.get(`${room}.json`, async (c) => c.json(await byYear(behind(c))))
  app.get(`${room}/counts`, async (c) => {
    const own = behind(c)
    const desktop = desktopOf(c, context)
    permitMeasure(own)
    const all = await countries(own)
    if (all.length === 0) return c.html(measurePage(desktop, null))
    const question = await askedIn(c, own)
    const answer = await countRecords(own, question)
    const every = question.rows === null ? await countByEveryFacet(own, question) : null
    const aggregates = await readAggregates(own, question)
    return c.html(countsPage(desktop, { answer, every, aggregates, countries: all }))
  })
  app.get(`${room}/counts.json`, async (c) => {
    const own = behind(c)
    const question = await askedIn(c, own)
    return c.json({ ...(await countRecords(own, question)), aggregates: await readAggregates(own, question) })
  })
  app.get(`${room}/counts.csv`, async (c) => {
    const own = behind(c)
    const file = countCsvOf(await countRecords(own, await askedIn(c, own)))
    return c.body(file, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="counts.csv"',
    })
  })
  app.get(`${room}/counts.svg`, async (c) => {
    const own = behind(c)
    const answer = await countRecords(own, await askedIn(c, own))
    return c.body(fileFigure(desktopOf(c, context), answer), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="counts.svg"',
    })
  })
  const behindCell = async (c: Request<DeskEnv>, own: Context) => {
    const { page: asked = '1', ...rest } = c.req.query()
    const { unverified, ...typed } = rest
    permitMeasure(own)
    const [first = ''] = await countries(own)
    const question = questionFrom({ ...typed, unverified: unverified !== undefined }, first)
    const ids = await recordsBehind(own, question)
    const pages = Math.max(1, Math.ceil(ids.length / PER_PAGE))
    const page = Math.min(pages, Math.max(1, Number.parseInt(asked, 10) || 1))
    return { question, ids, page, pages }
  }
  app.get(`${room}/counts/rows`, async (c) => {
    const own = behind(c)
    const { question, ids, page, pages } = await behindCell(c, own)
    const here = ids.slice((page - 1) * PER_PAGE, page * PER_PAGE)
    const found = new Map((await recordRowsById(own.store, here)).map((row) => [row.id, row]))
    const records = here.flatMap((id) => found.get(id) ?? [])
    return c.html(rowsPage(desktopOf(c, context), { question, all: ids.length, page, pages, records }))
  })
  app.get(`${room}/counts/rows.json`, async (c) => {
    const { question, ids } = await behindCell(c, behind(c))
    return c.json({ question, records: ids })
  })
}
