/** The route that writes down who was asked for a reply, what they answered, or why nobody was asked. */

import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { recordRow } from '../../../store/queries/records.ts'
import type { Context } from '../../../usecases/context.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { permit, targetOf } from '../../../usecases/permit.ts'
import { replayDecisions } from '../../../usecases/replay-decisions.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'

const FIELDS = ['of', 'how', 'on', 'until', 'answered', 'words', 'not-asked'] as const
type Given = Readonly<Record<(typeof FIELDS)[number], string>>

export function replyRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  app.post('/:language/desk/records/:id/reply', async (c) => {
    const given = await formFields(c, FIELDS)
    const [own, id] = [behind(c), c.req.param('id')]
    const row = await recordRow(own.store, id)
    permit(own, 'decide', { id, target: row && targetOf(row) })
    const line = { record: 'reply', id, ...said(given), by: c.get('actor').handle, at: context.clock.now() }
    const { codebook } = context.knowledge
    await replayDecisions(own, [parseDecided(line, codebook, todayIs(context.clock), 'reply')])
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/records/${id}`, 303)
  })
}

/** A field left blank was not said; whether what was said is enough is for the schema of decisions. */
function said(given: Given): Readonly<Record<string, unknown>> {
  const of = (name: keyof Given): string | undefined => given[name].trim() || undefined
  if (of('not-asked') !== undefined) return { notAsked: of('not-asked') }
  const answer = of('words') === undefined ? undefined : { on: of('answered'), words: of('words') }
  const until = of('until') === undefined ? {} : { until: of('until') }
  const asked = { of: of('of'), how: of('how'), on: of('on'), ...until }
  return answer === undefined ? { asked } : { asked, answer }
}
