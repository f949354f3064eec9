/** Routes to lessons that were given: the list with its form and its twin as JSON, a report, and one put right. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { refuse } from '../../../core/faults.ts'
import type { Context } from '../../../usecases/context.ts'
import { listLessons, saveLesson } from '../../../usecases/teach/lessons.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { faultsOf, type Typed, withIsoDates } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { lessonFields, lessonOf } from './fields.ts'
import { type LessonForm, lessonsPage } from './page.ts'

type Asked = Request<DeskEnv>
const HOME = '/:language/desk/lessons'

export function lessonRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const fresh = (): Typed => ({ to: todayIs(context.clock), method: 'counted', lessons: '1' })
  const page = async (c: Asked, more: Partial<LessonForm> = {}): Promise<string> => {
    const desktop = desktopOf(c, context)
    const kits = await listLessons(behind(c))
    const form = { tally: null, typed: fresh(), faults: [], lines: [], ...more }
    return lessonsPage(desktop, kits, lessonFields(desktop, kits), form)
  }

  app.get(HOME, async (c) => c.html(await page(c)))
  app.get(`${HOME}.json`, async (c) => {
    const kits = await listLessons(behind(c))
    return c.json({ kits: kits.map(({ id, reports, sum }) => ({ id, sum, reports })) })
  })
  app.get(`${HOME}/:country/:kit/:tally`, async (c) => {
    const { country, kit, tally } = c.req.param()
    const own = (await listLessons(behind(c))).find((one) => one.id === `${country}/${kit}`)
    const found = own?.reports.find((one) => one.tally === tally)
    if (!own || !found) throw refuse('record.unknown', { id: tally }, tally)
    const { from, to, lessons, low, best, high, method } = found
    const numbers = Object.entries({ lessons, low, best, high })
    const typed = {
      ...{ kit: own.id, from, to, method },
      ...Object.fromEntries(numbers.map(([name, n]) => [name, n === null ? '' : String(n)])),
    }
    return c.html(await page(c, { tally, typed }))
  })
  app.post(HOME, async (c) => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    const fields = lessonFields(desktop, await listLessons(own))
    const sent = await formFields(c, ['tally', ...fields.map((one) => one.name)])
    const typed = withIsoDates(fields, sent)
    const tally = sent.tally === '' ? null : (sent.tally ?? null)
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(await page(c, { tally, typed, faults }), 422)
    const work = async (): Promise<Response> => {
      await saveLesson(own, lessonOf(tally, typed))
      return wantsJson(c)
        ? c.json({ id: typed.kit })
        : c.redirect(`/${desktop.face.words.language}/desk/lessons`, 303)
    }
    const isOfForm = ({ code }: { readonly code: string }): boolean => code.startsWith('input.')
    return orShow(c, { context }, work, (lines) => page(c, { tally, typed, lines }), isOfForm)
  })
}
