/** Routes to the mappings: a page, its files, and the records behind one of its numbers. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { MAPPINGS, type MappingName } from '../../../core/mappings.ts'
import type { Context } from '../../../usecases/context.ts'
import { mappedCsv } from '../../../usecases/measure/mapped-table.ts'
import { asParameters } from '../../../usecases/measure/question.ts'
import { type Mapped, readMapped } from '../../../usecases/measure/read-mapped.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { countriesOf, listed, questionIn } from './asked.ts'
import { home } from './count-parts.ts'
import { measurePage } from './index-page.ts'
import { mappingsPage, sdgLabel, tagLabel } from './mappings-page.ts'
import { rowsPage } from './rows-page.ts'

export function mappingRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const page = '/:language/desk/measure/mappings'
  const nameIn = (c: Request<DeskEnv>): MappingName => {
    const given = c.req.query('as') ?? 'sdg'
    const as = MAPPINGS.find((one) => one === given)
    if (!as) throw refuse('count.unknown', { value: given.slice(0, 60), known: MAPPINGS.join(', ') }, 'as')
    return as
  }
  const read = async (c: Request<DeskEnv>) => {
    const own = behind(c)
    const question = await questionIn(c, own)
    return { own, question, mapped: await readMapped(own, question, nameIn(c)) }
  }
  app.get(page, async (c) => {
    const own = behind(c)
    const desktop = desktopOf(c, context)
    const question = await questionIn(c, own)
    if ((await countriesOf(own)).length === 0) return c.html(measurePage(desktop, null))
    return c.html(mappingsPage(desktop, question, await readMapped(own, question, nameIn(c))))
  })
  app.get(`${page}.json`, async (c) => {
    const { question, mapped } = await read(c)
    return c.json({ question, ...mapped })
  })
  app.get(`${page}.csv`, async (c) => {
    const { mapped } = await read(c)
    return c.body(mappedCsv(mapped), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${mapped.as}.csv"`,
    })
  })
  app.get(`${page}/rows`, async (c) => {
    const { own, question, mapped } = await read(c)
    const desktop = desktopOf(c, context)
    const to = c.req.query('of') ?? ''
    // First, since a harm or a group that is not there has no name to be called by.
    const records = behindOf(mapped, to)
    const [harm = '', group = ''] = to.split('.')
    const of = mapped.as === 'civicus' ? [tagLabel(desktop, to)] : [...sdgLabel(desktop, harm, group)]
    const asked = `${asParameters(question)}&as=${mapped.as}`
    const [back, here] = [
      `${home(desktop, 'mappings')}?${asked}`,
      `${home(desktop, 'mappings/rows')}?${asked}&of=${to}`,
    ]
    return c.html(
      rowsPage(desktop, {
        of,
        back,
        here,
        ...(await listed(own, records, c.req.query('page'))),
      }),
    )
  })
}

/** Ids of the records behind a number; one that is not there is answered like a page that never was. */
function behindOf(mapped: Mapped, to: string): readonly string[] {
  const found =
    mapped.as === 'sdg'
      ? mapped.cells.find((one) => `${one.harm}.${one.group}` === to)
      : mapped.as === 'civicus'
        ? mapped.counts.find((one) => one.tag === to)
        : undefined
  if (!found) throw refuse('page.not-found')
  return found.records
}
