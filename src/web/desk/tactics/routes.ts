/** Routes to a group's own ways to act: the list with its twin as JSON, adding one, taking one out. */
import type { Hono, Context as Request } from 'hono'
import type { Context } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import { listTactics, saveTactic } from '../../../usecases/tactics/tactics.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { faultsOf } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { type TacticsForm, tacticFields, tacticOf, tacticsPage } from './page.ts'

type Asked = Request<DeskEnv>

export function tacticRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/tactics'
  const mayRelease = (c: Asked): boolean => mayDo(behind(c), 'release-recommendation', null)
  const page = async (c: Asked, more: Partial<TacticsForm> = {}): Promise<string> =>
    tacticsPage(desktopOf(c, context), {
      ...{ typed: {}, ticked: [], faults: [], lines: [], mayRelease: mayRelease(c) },
      all: await listTactics(behind(c)),
      ...more,
    })
  const back = (c: Asked, id: string): Response =>
    wantsJson(c)
      ? c.json({ id })
      : c.redirect(`/${desktopOf(c, context).face.words.language}/desk/tactics`, 303)

  app.get(home, async (c) => c.html(await page(c)))
  app.get(`${home}.json`, async (c) => c.json({ tactics: await listTactics(behind(c)) }))
  app.post(home, async (c) => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    permit(own, 'recommend')
    const fields = tacticFields(desktop, true)
    const names = fields.map((one) => one.name)
    const sent = await formLists(c, ['for'], names)
    const typed = Object.fromEntries(
      names.map((name) => [name, String((sent as Readonly<Record<string, unknown>>)[name] ?? '')]),
    )
    const ticked = sent.for
    const faults = faultsOf(tacticFields(desktop, mayRelease(c)), typed, desktop.face.words)
    if (faults.length > 0) return c.html(await page(c, { typed, ticked, faults }), 422)
    const id = (typed.id ?? '').trim()
    const work = async (): Promise<Response> => {
      await saveTactic(own, id, tacticOf(typed, ticked), mayRelease(c) && typed.public === 'yes')
      return back(c, id)
    }
    return orShow(
      c,
      { context },
      work,
      (lines) => page(c, { typed, ticked, lines }),
      ({ code }) => code.startsWith('input.'),
    )
  })
  app.post(`${home}/:id/end`, async (c) => {
    const id = c.req.param('id')
    await formFields(c, [])
    await saveTactic(behind(c), id, null, false)
    return back(c, id)
  })
}
