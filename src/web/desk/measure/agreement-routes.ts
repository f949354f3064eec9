/** Routes to the agreement of readers: a page, and the same for programs. */
import type { Hono } from 'hono'
import type { Context } from '../../../usecases/context.ts'
import { readAgreement } from '../../../usecases/measure/read-agreement.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { agreementPage } from './agreement-page.ts'
import { countriesOf, questionIn } from './asked.ts'
import { measurePage } from './index-page.ts'

export function agreementRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const page = '/:language/desk/measure/agreement'
  app.get(page, async (c) => {
    const own = behind(c)
    const desktop = desktopOf(c, context)
    const { country } = await questionIn(c, own)
    if ((await countriesOf(own)).length === 0) return c.html(measurePage(desktop, null))
    return c.html(agreementPage(desktop, await readAgreement(own, country)))
  })
  app.get(`${page}.json`, async (c) => {
    const own = behind(c)
    return c.json(await readAgreement(own, (await questionIn(c, own)).country))
  })
}
