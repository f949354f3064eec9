/** Routes to sealed things: all that one may fetch, those of a record, one more, the same under newer keys. None of them opens anything. */
import type { Hono, Context as Request } from 'hono'
import { refuse } from '../../../core/faults.ts'
import type { SealedAbout } from '../../../core/sealed/field.ts'
import type { SealedHead } from '../../../store/queries/sealed.ts'
import type { Context } from '../../../usecases/context.ts'
import { allItems } from '../../../usecases/sealed/all-items.ts'
import { recipientsNow, recipientsOf } from '../../../usecases/sealed/recipients.ts'
import { sealOne } from '../../../usecases/sealed/sealed-files.ts'
import { bodyOf, dropOlder, itemsOf, keepItem, resealItem } from '../../../usecases/sealed/sealed-items.ts'
import { scripted } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { textIn, tidyLines } from '../form-of.ts'
import { itemsPage, sealedPage } from './pages.ts'
import { bodyIn, knownForm, sealedFile } from './sealed-form.ts'

type Asked = Request<DeskEnv>
const ROOM = '/:language/desk/sealed'
const RECORD = `${ROOM}/:kind/:id`

export function sealedRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const root = context.sealingRoot ?? ''
  const done = (c: Asked, to: string): Response => {
    if (wantsJson(c)) return c.json({ done: true }) as Response
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/sealed/${to}`, 303)
  }
  for (const page of [ROOM, RECORD]) app.use(page, scripted)
  app.get(ROOM, async (c) => {
    const items = await allItems(behind(c))
    return c.html(
      sealedPage(desktopOf(c, context), { items, recipients: await recipientsNow(context, root), root }),
    )
  })
  app.get(`${ROOM}.json`, async (c) => c.json({ items: (await allItems(behind(c))).map(twin) }))
  app.get(`${ROOM}/recipients.json`, async (c) => {
    const { kind, signed, people } = await recipientsNow(context, root)
    return c.json({ kind, root, signed, people })
  })
  app.get(`${ROOM}/:file`, async (c) => {
    const [, id] = /^([0-9a-f]{32})\.age$/.exec(c.req.param('file')) ?? []
    if (id === undefined) throw refuse('page.not-found')
    return sealedFile(c, `${id}.age`, await bodyOf(behind(c), id))
  })
  app.get(RECORD, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const about = { ...aboutIn(c), id }
    const items = await itemsOf(behind(c), about)
    if (isJson) return c.json({ items: items.map(twin) })
    return c.html(
      itemsPage(desktopOf(c, context), {
        about,
        items,
        recipients: await recipientsNow(context, root),
        root,
      }),
    )
  })
  app.post(RECORD, async (c) => {
    const form = await knownForm(c, ['field', 'what', 'list', 'body'])
    const [field, what] = [textIn(form, 'field'), textIn(form, 'what')]
    await keepItem(behind(c), { about: aboutIn(c), field, what, ...(await bodyIn(form)) })
    return done(c, toIn(c))
  })
  app.post(`${RECORD}/plain`, async (c) => {
    const form = await knownForm(c, ['field', 'words', 'file'])
    const [own, about, field] = [behind(c), aboutIn(c), textIn(form, 'field')]
    const { list } = await recipientsOf(own)
    const file = form.get('file')
    const isFile = file instanceof File && file.size > 0
    const words = form.get('words')
    const text = tidyLines(typeof words === 'string' ? words : '')
    if (!isFile && text === '') throw refuse('input.empty')
    // In memory for as long as it takes to seal it; written nowhere.
    const bytes = isFile ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
    const name = isFile ? file.name : null
    const body = await sealOne(list, { bytes, name, field, about: `${about.kind} ${about.id}` })
    bytes.fill(0)
    await keepItem(own, { about, field, what: isFile ? 'file' : 'text', list: list.seq, body })
    return done(c, toIn(c))
  })
  app.post(`${ROOM}/item/:id/again`, async (c) => {
    const form = await knownForm(c, ['list', 'body'])
    await resealItem(behind(c), c.req.param('id'), await bodyIn(form))
    return done(c, '')
  })
  app.post(`${RECORD}/drop`, async (c) => {
    const form = await knownForm(c, ['item'])
    await dropOlder(behind(c), textIn(form, 'item'))
    return done(c, toIn(c))
  })
}

const twin = ({ organisation: _organisation, ...head }: SealedHead): object => head

function aboutIn(c: Asked): SealedAbout {
  const kind = c.req.param('kind')
  if (kind !== 'incident' && kind !== 'case') throw refuse('page.not-found')
  return { kind, id: c.req.param('id') ?? '' }
}
const toIn = (c: Asked): string => `${aboutIn(c).kind}/${encodeURIComponent(aboutIn(c).id)}`
