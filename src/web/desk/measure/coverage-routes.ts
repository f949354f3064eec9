/** Routes to coverage: the page, the same for programs, a statement that somebody looked, and one taken back. */
import type { Hono, Context as Request } from 'hono'
import { Refusal } from '../../../core/faults.ts'
import type { Context } from '../../../usecases/context.ts'
import { readCoverage } from '../../../usecases/measure/read-coverage.ts'
import { sayCoverage, withdrawCoverage } from '../../../usecases/measure/say-coverage.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { countriesOf, questionIn } from './asked.ts'
import { coveragePage, EMPTY_FORM } from './coverage-page.ts'
import { measurePage } from './index-page.ts'

const FIELDS = ['country', 'collector', 'region', 'from', 'to', 'looked', 'why'] as const

export function coverageRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const page = '/:language/desk/measure/coverage'
  const read = async (c: Request<DeskEnv>, own: Context, country?: string) => {
    const question = await questionIn(c, own)
    const { from, to } = question
    return readCoverage(own, {
      ...{ from, to, country: country ?? question.country },
      collector: c.req.query('collector') || null,
    })
  }
  app.get(page, async (c) => {
    const own = behind(c)
    const desktop = desktopOf(c, context)
    await questionIn(c, own)
    if ((await countriesOf(own)).length === 0) return c.html(measurePage(desktop, null))
    return c.html(coveragePage(desktop, await read(c, own)))
  })
  app.get(`${page}.json`, async (c) => c.json(await read(c, behind(c))))
  app.post(page, async (c) => {
    const form = await formFields(c, FIELDS)
    const own = behind(c)
    const desktop = desktopOf(c, context)
    try {
      await sayCoverage(own, form)
    } catch (error) {
      if (!(error instanceof Refusal) || wantsJson(c) || error.code === 'access.forbidden') throw error
      const lines = faultLines(error.faults, desktop.face.words)
      return c.html(
        coveragePage(desktop, await read(c, own, form.country), { ...EMPTY_FORM, ...form }, lines),
        statusOf(error),
      )
    }
    return c.redirect(`/${desktop.face.words.language}/desk/measure/coverage?country=${form.country}`, 303)
  })
  app.post(`${page}/:id/withdraw`, async (c) => {
    await formFields(c, [])
    const own = behind(c)
    await withdrawCoverage(own, c.req.param('id'), await read(c, own))
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/measure/coverage`, 303)
  })
}
