/** Routes to roots of surnames: that two are one is accepted, or withdrawn. */
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

export function stemRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.post('/:language/desk/links/stems', async (c) => {
    const { left, right, verdict, why } = await formFields(c, ['left', 'right', 'verdict', 'why'])
    const own = behind(c)
    permit(own, 'people')
    const line = {
      ...{ record: 'stems', id: 'stems', stems: [left, right].toSorted(), verdict, why: tidy(why) },
      ...{ by: own.actor?.handle ?? 'operator', at: own.clock.now() },
    }
    await replayDecisions(own, [parseDecided(line, context.knowledge.codebook, todayIs(own.clock), 'form')])
    if (wantsJson(c)) return c.json({ stems: line.stems, verdict })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/links#stems`, 303)
  })
}
