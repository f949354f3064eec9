/** Routes to testimonies: the list, each with its twin as JSON, writing one down, its quotations, taking a consent back. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { type Refusal, refuse } from '../../../core/faults.ts'
import { withIsoDays } from '../../../core/partial-date.ts'
import type { Person } from '../../../core/person.ts'
import { loadPeople } from '../../../store/queries/people.ts'
import type { TestimonyOnRecord } from '../../../store/queries/testimonies.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import {
  listTestimonies,
  newTestimonyId,
  readTestimony,
  saveTestimony,
} from '../../../usecases/testimony/save-testimony.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { faultsOf, withIsoDates } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { quotationFields, testimonyFields, typedTestimony } from './fields.ts'
import { type TestimonyForm, testimonyFormPage } from './form-page.ts'
import { voicesPage } from './list-page.ts'
import { nextQuotation, type TestimonyView, testimonyPage } from './testimony-page.ts'
import { quotationOf, testimonyOf } from './typed.ts'

type Asked = Request<DeskEnv>
const isOfForm = ({ code }: Refusal): boolean => code.startsWith('input.') || code === 'record.unknown'

export function voicesRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/voices'
  const pathOf = (c: Asked, id: string): string =>
    `/${desktopOf(c, context).face.words.language}/desk/voices/${id}`
  const people = async (own: Context): Promise<readonly Person[]> =>
    mayDo(own, 'people', null) ? [...(await loadPeople(own.store, organisationOf(own))).values()] : []
  const formPage = async (c: Asked, more: Partial<TestimonyForm>): Promise<string> => {
    const view = { id: null, typed: {}, faults: [], lines: [], people: await people(behind(c)), ...more }
    return testimonyFormPage(desktopOf(c, context), view)
  }
  const page = async (c: Asked, id: string, more: Partial<TestimonyView> = {}): Promise<string> => {
    const testimony = await readTestimony(behind(c), id)
    const view = { testimony, today: todayIs(context.clock), sent: null, faults: [], lines: [], ...more }
    return testimonyPage(desktopOf(c, context), view)
  }

  app.get(home, async (c) => c.html(voicesPage(desktopOf(c, context), await listTestimonies(behind(c)))))
  app.get(`${home}.json`, async (c) => {
    const all = await listTestimonies(behind(c))
    return c.json({ testimonies: all.map(twin) })
  })
  app.get(`${home}/new`, async (c) => {
    permit(behind(c), 'interview')
    const typed = { interviewer: c.get('actor').handle, tier: 'team' }
    return c.html(await formPage(c, { typed }))
  })
  const save = async (c: Asked, id: string | null): Promise<Response> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    permit(own, 'interview')
    if (id !== null) await readTestimony(own, id)
    const fields = testimonyFields(desktop)
    const names = fields.map((one) => one.name)
    const sent: Readonly<Record<string, string>> = await formLists(c, [], names, ['words'])
    const typed = withIsoDates(fields, sent)
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(await formPage(c, { id, typed, faults }), 422)
    const made = id ?? newTestimonyId()
    const work = async (): Promise<Response> => {
      await saveTestimony(own, testimonyOf(made, typed))
      return wantsJson(c) ? c.json({ id: made }) : c.redirect(pathOf(c, made), 303)
    }
    return orShow(c, { context }, work, (lines) => formPage(c, { id, typed, lines }), isOfForm)
  }
  app.post(home, (c) => save(c, null))
  app.get(`${home}/:id/edit`, async (c) => {
    const found = await readTestimony(behind(c), c.req.param('id'))
    return c.html(await formPage(c, { id: found.id, typed: typedTestimony(found) }))
  })
  app.get(`${home}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    return isJson ? c.json(twin(await readTestimony(behind(c), id))) : c.html(await page(c, id))
  })
  app.post(`${home}/:id`, (c) => save(c, c.req.param('id')))

  app.post(`${home}/:id/quotations`, async (c) => {
    const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
    const testimony = await readTestimony(own, id)
    const fields = quotationFields(desktop)
    const sent = await formFields(c, ['quotation', ...fields.map((one) => one.name)])
    const typed = withIsoDates(fields, sent)
    const quotation = sent.quotation ?? ''
    // Two who add at once must not write over each other: the second is told.
    if (!testimony.quotations.has(quotation) && quotation !== nextQuotation(testimony))
      throw refuse('record.unknown', { id: quotation }, id)
    const shown = { sent: { quotation, typed } }
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(await page(c, id, { ...shown, faults }), 422)
    const work = async (): Promise<Response> => {
      await saveTestimony(own, quotationOf(id, quotation, typed))
      return wantsJson(c) ? c.json({ id, quotation }) : c.redirect(pathOf(c, id), 303)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { ...shown, lines }), isOfForm)
  })
  // No fresh proof is asked for: whoever takes it back does not wait while somebody looks for a key.
  app.post(`${home}/:id/withdraw`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    await readTestimony(own, id)
    const { quotation, on, why } = await formFields(c, ['quotation', 'on', 'why'])
    const work = async (): Promise<Response> => {
      await saveTestimony(own, {
        ...{ record: 'unquote', id, on: withIsoDays(on.trim()), why: why.trim() },
        ...(quotation !== '' && { quotation }),
      })
      return wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, id), 303)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { lines }), isOfForm)
  })
}

const twin = ({ versions: _, said: __, ends: ___, quotations, ...one }: TestimonyOnRecord): object => ({
  ...one,
  quotations: Object.fromEntries(quotations),
})
