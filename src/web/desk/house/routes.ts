/** Routes to what belongs to the house: the table of access for everybody, the log for those who watch. */
import type { Hono } from 'hono'
import { HOME } from '../../../core/access.ts'
import { logLines } from '../../../store/queries/log.ts'
import type { Context } from '../../../usecases/context.ts'
import { permit } from '../../../usecases/permit.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { accessPage } from './access-page.ts'
import { logPage } from './log-page.ts'

const A_PAGE = 200

export function houseRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.get('/:language/desk/access', (c) => c.html(accessPage(desktopOf(c, context))))
  app.get('/:language/desk/access.json', (c) => {
    const { roles, states, actions, moves, grants } = context.knowledge.codebook.policy
    return c.json({
      roles: Object.fromEntries(roles),
      states: Object.fromEntries(states),
      actions: Object.fromEntries(actions),
      moves: [...moves.values()],
      grants,
    })
  })
  const lines = (own: Context, before: string | undefined) => {
    permit(own, 'log')
    const organisation = own.actor?.organisation ?? HOME
    const from = Number.parseInt(before ?? '', 10)
    // Entries of the house itself bear no organisation, so whoever watches over the house sees all.
    return logLines(own.house, {
      organisation: organisation === HOME ? null : organisation,
      before: Number.isSafeInteger(from) && from > 0 ? from : null,
      limit: A_PAGE,
    })
  }
  app.get('/:language/desk/log', async (c) =>
    c.html(logPage(desktopOf(c, context), await lines(behind(c), c.req.query('before')))),
  )
  app.get('/:language/desk/log.json', async (c) =>
    c.json({ entries: await lines(behind(c), c.req.query('before')) }),
  )
}
