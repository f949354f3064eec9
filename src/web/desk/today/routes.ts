/** The first page behind the door: what waits for whoever reads records; others are led to what their role came for. */
import type { Hono } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { mayAtAll } from '../../../core/policy.ts'
import type { ReadingAllowance } from '../../../core/reading-allowance.ts'
import { stoppedColleagues } from '../../../usecases/accounts/read-on.ts'
import type { Context } from '../../../usecases/context.ts'
import { readToday } from '../../../usecases/today/read-today.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { todayPage } from './page.ts'

/** In the order in which it is what somebody came for. */
const FIRST = [
  ['history', ''],
  ['read', 'records'],
  ['accounts', 'accounts'],
  ['log', 'log'],
] as const

export function todayRoutes(
  app: Hono<DeskEnv>,
  context: Context,
  behind: Behind,
  allowance: ReadingAllowance | null,
): void {
  app.get('/:language/desk/', async (c) => {
    const desktop = desktopOf(c, context)
    const { face } = desktop
    const first = FIRST.find(([action]) => face.mayAtAll(action))
    if (!first) throw refuse('access.forbidden')
    if (first[1] !== '') return c.redirect(`/${face.words.language}/desk/${first[1]}`, 303)
    const home = await readToday(behind(c), c.get('visitor'))
    const stopped = await stoppedColleagues(context, c.get('actor'), allowance)
    return wantsJson(c) ? c.json(home) : c.html(todayPage(desktop, home, stopped))
  })
  app.get('/:language/desk/today.json', async (c) => {
    const own = behind(c)
    // Whoever reads records as colleagues do may read what became of them.
    if (own.actor && !mayAtAll(context.knowledge.codebook.policy, own.actor, 'history'))
      throw refuse('access.forbidden')
    return c.json(await readToday(own, c.get('visitor')))
  })
}
