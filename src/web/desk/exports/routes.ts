/** Routes to copies: ask for one, agree to one, take one; each within minutes of a fresh proof of who asks. */
import type { Hono } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { refuse } from '../../../core/faults.ts'
import { AUDIENCES } from '../../../core/tier.ts'
import type { Context } from '../../../usecases/context.ts'
import { agreeExport } from '../../../usecases/exports/agree-export.ts'
import { askExport } from '../../../usecases/exports/ask-export.ts'
import { listExports } from '../../../usecases/exports/list-exports.ts'
import { EXPORT_FORMATS, takeExport } from '../../../usecases/exports/take-export.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { steppedUpFor } from '../../middleware/stepped-up.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { exportsPage } from './page.ts'

export function exportRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/exports'
  const home = (language: string): string => `/${language}/desk/exports`
  const shown = async (own: Context) => {
    if (!desktopMay(own)) throw refuse('access.forbidden')
    return listExports(own)
  }
  app.get(list, async (c) =>
    c.html(exportsPage(desktopOf(c, context), await shown(behind(c)), todayIs(context.clock))),
  )
  app.get(`${list}.json`, async (c) => c.json({ exports: await shown(behind(c)) }))
  app.post(list, steppedUpFor(context, 'export', 'exports'), async (c) => {
    const { ids, audience, reason } = await formLists(c, ['ids'], ['audience', 'reason'])
    const form = AUDIENCES.find((one) => one === audience)
    if (!form) throw refuse('input.value', { problem: 'audience' })
    const id = await askExport(behind(c), { ids, audience: form, reason })
    return wantsJson(c) ? c.json({ id }) : c.redirect(home(languageIn(c)), 303)
  })
  app.post(`${list}/:id/agree`, steppedUpFor(context, 'approve-export', 'exports'), async (c) => {
    await agreeExport(behind(c), c.req.param('id'))
    return c.redirect(home(languageIn(c)), 303)
  })
  app.post(`${list}/:id/take`, steppedUpFor(context, 'export', 'exports'), async (c) => {
    const given = await formFields(c, ['format'])
    const format = EXPORT_FORMATS.find((one) => one === given.format)
    if (!format) throw refuse('input.value', { problem: 'format' })
    const { name, type, body } = await takeExport(behind(c), c.req.param('id'), format)
    return c.body(body, 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
  const languageIn = (c: Parameters<typeof desktopOf>[0]): string => desktopOf(c, context).face.words.language
}

/** Lists are for those whom some line lets export or agree. */
const desktopMay = ({ actor, knowledge }: Context): boolean =>
  actor === null ||
  knowledge.codebook.policy.grants.some(
    (one) =>
      one.roles.includes(actor.role) &&
      (one.actions.includes('export') || one.actions.includes('approve-export')),
  )
