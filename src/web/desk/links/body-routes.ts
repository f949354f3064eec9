/** Routes to bodies and media: that two are one, or not, or that one followed the other; and taking that back. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { permit } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { tidy } from '../form-of.ts'

export function bodyRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.post('/:language/desk/links/bodies', async (c) => {
    const given = await formFields(c, ['left', 'right', 'relation', 'verdict', 'why'])
    const own = behind(c)
    permit(own, 'people')
    const { relation, verdict } = given
    const line = {
      ...{ record: 'bodies', id: 'bodies', bodies: [tidy(given.left), tidy(given.right)], relation, verdict },
      ...{ why: tidy(given.why), by: own.actor?.handle ?? 'operator', at: own.clock.now() },
    }
    await replayDecisions(own, [parseDecided(line, context.knowledge.codebook, todayIs(own.clock), 'form')])
    if (wantsJson(c)) return c.json({ bodies: line.bodies, relation, verdict })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/links#bodies`, 303)
  })
}
