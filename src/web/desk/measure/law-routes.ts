/** Routes to the use of laws: a page, and the same for programs. */
import type { Hono } from 'hono'
import type { Context } from '../../../usecases/context.ts'
import { readLawUse } from '../../../usecases/measure/read-law-use.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { countriesOf, questionIn } from './asked.ts'
import { measurePage } from './index-page.ts'
import { lawsPage } from './laws-page.ts'

export function lawRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const page = '/:language/desk/measure/laws'
  app.get(page, async (c) => {
    const own = behind(c)
    const desktop = desktopOf(c, context)
    const question = await questionIn(c, own)
    if ((await countriesOf(own)).length === 0) return c.html(measurePage(desktop, null))
    return c.html(lawsPage(desktop, await readLawUse(own, question)))
  })
  app.get(`${page}.json`, async (c) => {
    const own = behind(c)
    return c.json(await readLawUse(own, await questionIn(c, own)))
  })
}
