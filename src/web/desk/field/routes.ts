/** Routes to what came from phones: the list, its sealed bytes, what becomes of each, a file that was carried, passes made and ended. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import { isItemId } from '../../../core/field/item.ts'
import type { Context } from '../../../usecases/context.ts'
import { endPhone, listPhones, newPhone } from '../../../usecases/field/phones.ts'
import { type FileTaken, takeFile } from '../../../usecases/field/take-file.ts'
import { decideField, fieldBody, listField } from '../../../usecases/field/triage.ts'
import { scripted } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import type { Behind } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { knownForm, sealedFile } from '../sealed/sealed-form.ts'
import { fieldDeskPage } from './page.ts'

const ROOM = '/:language/desk/field'
type Asked = Request<DeskEnv>

export function fieldDeskRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const [country = ''] = context.knowledge.packs.keys()
  const viewOf = async (c: Asked, more: { readonly words?: string; readonly took?: FileTaken } = {}) => {
    const page = Math.max(1, Number.parseInt(c.req.query('page') ?? '1', 10) || 1)
    const waits = c.req.query('decided') === undefined
    const [list, phones] = [await listField(behind(c), { waits, page }), await listPhones(behind(c))]
    return { list, phones, country, words: more.words ?? null, took: more.took ?? null }
  }
  const home = (c: Asked): Response => {
    if (wantsJson(c)) return c.json({ done: true }) as Response
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/field`, 303)
  }
  app.use(ROOM, scripted)
  app.use(`${ROOM}/*`, scripted)
  app.get(ROOM, async (c) => c.html(fieldDeskPage(desktopOf(c, context), await viewOf(c))))
  app.get(`${ROOM}.json`, async (c) => {
    const { list, phones } = await viewOf(c)
    return c.json({ ...list, phones })
  })
  app.get(`${ROOM}/:file`, async (c) => {
    const [, id = ''] = /^([0-9a-f]{64})\.age$/.exec(c.req.param('file')) ?? []
    if (!isItemId(id)) throw refuse('page.not-found')
    return sealedFile(c, `${id}.age`, await fieldBody(behind(c), id))
  })
  app.post(`${ROOM}/take`, async (c) => {
    const file = (await knownForm(c, ['file'])).get('file')
    if (!(file instanceof File)) throw refuse('input.empty')
    const took = await takeFile(behind(c), file.stream(), c.get('actor').handle)
    if (wantsJson(c)) return c.json(took)
    return c.html(fieldDeskPage(desktopOf(c, context), await viewOf(c, { took })))
  })
  app.post(`${ROOM}/phones`, async (c) => {
    const { name } = await formFields(c, ['name'])
    const words = await newPhone(behind(c), name)
    if (wantsJson(c)) return c.json({ words })
    return c.html(fieldDeskPage(desktopOf(c, context), await viewOf(c, { words })))
  })
  app.post(`${ROOM}/phones/end`, async (c) => {
    const { key } = await formFields(c, ['key'])
    await endPhone(behind(c), key)
    return home(c)
  })
  app.post(`${ROOM}/:id/decide`, async (c) => {
    const id = c.req.param('id')
    if (!isItemId(id)) throw refuse('page.not-found')
    await decideField(behind(c), id, await formFields(c, ['verdict', 'record', 'why']))
    return home(c)
  })
}
