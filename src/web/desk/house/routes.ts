/** Routes to what belongs to the house: the table of access for everybody, the log for those who watch. */
import type { Hono } from 'hono'
import { HOME } from '../../../core/access.ts'
import type { BackupHealth } from '../../../core/backup/health.ts'
import { logLines } from '../../../store/queries/log.ts'
import type { Context } from '../../../usecases/context.ts'
import { type KeptSafe, keptSafe } from '../../../usecases/log/kept-safe.ts'
import { permit } from '../../../usecases/permit.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { accessPage } from './access-page.ts'
import { logPage } from './log-page.ts'

const A_PAGE = 200

/** `backups` tells how the last backup went; left out where none are made. */
export function houseRoutes(
  app: Hono<DeskEnv>,
  context: Context,
  behind: Behind,
  backups: () => BackupHealth | null = () => null,
): void {
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
  const kept = (own: Context): Promise<KeptSafe> | null =>
    (own.actor?.organisation ?? HOME) === HOME ? keptSafe(own, backups()) : null
  app.get('/:language/desk/log', async (c) => {
    const own = behind(c)
    const shown = await lines(own, c.req.query('before'))
    return c.html(logPage(desktopOf(c, context), shown, await kept(own)))
  })
  app.get('/:language/desk/log.json', async (c) => {
    const own = behind(c)
    return c.json({ entries: await lines(own, c.req.query('before')), kept: await kept(own) })
  })
}
