/** The secret address of somebody's calendar in, its file out: what it names is a kind of day, a law and the id of a case. */
import type { Hono } from 'hono'
import type { Staff } from '../../../store/wall.ts'
import { calendarHolder } from '../../../usecases/accounts/calendar-feed.ts'
import type { Context } from '../../../usecases/context.ts'
import { calendarText, readCalendar } from '../../../usecases/deadlines/read-calendar.ts'
import { wallOf } from '../../../usecases/wall-of.ts'
import { languageOf } from '../../errors.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { tokenLimit } from '../../middleware/token-limit.ts'
import { ICAL } from './routes.ts'

export function calendarFeed(app: Hono<DeskEnv>, context: Context, staff: Pick<Staff, 'behind'>): void {
  const wait = tokenLimit()
  app.get('/calendar/:secret', async (c) => {
    const secret = c.req.param('secret').replace(/\.ics$/, '')
    const actor = await calendarHolder(context, secret)
    await wait(c, actor.account)
    const policy = context.knowledge.codebook.policy
    const own = { ...context, actor, store: staff.behind(wallOf(policy, actor)) }
    const words = context.knowledge.words[languageOf(c)]
    return c.body(calendarText(context, await readCalendar(own), words), 200, { 'Content-Type': ICAL })
  })
}
