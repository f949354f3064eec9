/** Routes to counts: the room, a question and its answer as a page and as files, and the records behind a cell. */
import type { Hono } from 'hono'
import type { Context } from '../../../usecases/context.ts'
import { countByEveryFacet, countRecords, recordsBehind } from '../../../usecases/measure/count-records.ts'
import { permitMeasure } from '../../../usecases/measure/counted-rows.ts'
import { countCsvOf } from '../../../usecases/measure/csv-of.ts'
import { asParameters, questionFrom } from '../../../usecases/measure/question.ts'
import { readAggregates } from '../../../usecases/measure/read-aggregates.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { countriesOf, listed, questionIn } from './asked.ts'
import { home } from './count-parts.ts'
import { countsPage } from './counts-page.ts'
import { fileFigure } from './file-figure.ts'
import { measurePage } from './index-page.ts'
import { facetLabel, valueLabel } from './labels.ts'
import { rowsPage } from './rows-page.ts'

export function countRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const room = '/:language/desk/measure'
  const byYear = async (own: Context) => {
    permitMeasure(own)
    const [first] = await countriesOf(own)
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
    const all = await countriesOf(own)
    if (all.length === 0) return c.html(measurePage(desktop, null))
    const question = await questionIn(c, own)
    const answer = await countRecords(own, question)
    const every = question.rows === null ? await countByEveryFacet(own, question) : null
    const aggregates = await readAggregates(own, question)
    return c.html(countsPage(desktop, { answer, every, aggregates, countries: all }))
  })
  app.get(`${room}/counts.json`, async (c) => {
    const own = behind(c)
    const question = await questionIn(c, own)
    return c.json({ ...(await countRecords(own, question)), aggregates: await readAggregates(own, question) })
  })
  app.get(`${room}/counts.csv`, async (c) => {
    const own = behind(c)
    const file = countCsvOf(await countRecords(own, await questionIn(c, own)))
    return c.body(file, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="counts.csv"',
    })
  })
  app.get(`${room}/counts.svg`, async (c) => {
    const own = behind(c)
    const answer = await countRecords(own, await questionIn(c, own))
    return c.body(fileFigure(desktopOf(c, context), answer), 200, {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="counts.svg"',
    })
  })
  app.get(`${room}/counts/rows`, async (c) => {
    const own = behind(c)
    const desktop = desktopOf(c, context)
    const question = await questionIn(c, own)
    const ids = await recordsBehind(own, question)
    const asked = asParameters(question)
    const of = question.only.map(
      ({ facet, value }) =>
        `${facetLabel(desktop, facet)}: ${valueLabel(desktop, question.country, facet, value)}`,
    )
    const [back, here] = [`${home(desktop, 'counts')}?${asked}`, `${home(desktop, 'counts/rows')}?${asked}`]
    const kind = question.unit === 'proceedings' ? 'cases' : 'incidents'
    const rows = await listed(own, ids, c.req.query('page'), kind)
    return c.html(rowsPage(desktop, { of, back, here, ...rows }))
  })
  app.get(`${room}/counts/rows.json`, async (c) => {
    const own = behind(c)
    const question = await questionIn(c, own)
    return c.json({ question, records: await recordsBehind(own, question) })
  })
}
