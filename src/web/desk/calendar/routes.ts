/** Routes to the calendar: the page with its twin as JSON and its file, and the secret address for a program. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { calendarEnds, endCalendar, issueCalendar } from '../../../usecases/accounts/calendar-feed.ts'
import type { Context } from '../../../usecases/context.ts'
import { calendarText, readCalendar } from '../../../usecases/deadlines/read-calendar.ts'
import { mayDo } from '../../../usecases/permit.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { calendarPage } from './page.ts'

export const ICAL = 'text/calendar; charset=utf-8'

export function calendarRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/calendar'
  const own = (c: Request<DeskEnv>): Context => {
    const found = behind(c)
    if (!mayDo(found, 'cases', null)) throw refuse('access.forbidden')
    return found
  }
  const page = async (c: Request<DeskEnv>, address: string | null): Promise<string> =>
    calendarPage(desktopOf(c, context), {
      entries: await readCalendar(own(c)),
      ends: await calendarEnds(context, c.get('visitor')),
      address,
    })
  app.get(home, async (c) => c.html(await page(c, null)))
  app.get(`${home}.json`, async (c) => c.json({ entries: await readCalendar(own(c)) }))
  app.get(`${home}.ics`, async (c) => {
    const { words } = desktopOf(c, context).face
    return c.body(calendarText(context, await readCalendar(own(c)), words), 200, {
      'Content-Type': ICAL,
      'Content-Disposition': 'attachment; filename="aigaq.ics"',
    })
  })
  app.post(`${home}/feed`, async (c) => {
    own(c)
    await formFields(c, [])
    const secret = await issueCalendar(context, c.get('visitor'))
    const address = `${new URL(c.req.url).origin}/calendar/${secret}.ics`
    return wantsJson(c) ? c.json({ address }) : c.html(await page(c, address))
  })
  app.post(`${home}/feed/end`, async (c) => {
    await formFields(c, [])
    await endCalendar(context, c.get('visitor'))
    return wantsJson(c)
      ? c.json({})
      : c.redirect(`/${desktopOf(c, context).face.words.language}/desk/calendar`, 303)
  })
}
