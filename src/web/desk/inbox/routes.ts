/** Routes by which reports come in: the form, each report on its way, and giving it up. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { type Fault, Refusal } from '../../../core/faults.ts'
import { deskDocuments } from '../../../store/queries/desk.ts'
import { type Standing, standingDetails } from '../../../store/queries/publishers.ts'
import { type Context, organisationOf } from '../../../usecases/context.ts'
import { isOver, type Job } from '../../../usecases/inbox/job.ts'
import { openJobs } from '../../../usecases/inbox/jobs.ts'
import { permit } from '../../../usecases/permit.ts'
import { faultLines, statusOf } from '../../errors.ts'
import { scripted } from '../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { leftOutQuery } from '../documents/left-out.ts'
import { formFields } from '../form-fields.ts'
import { formOf } from '../form-of.ts'
import { NOTHING_TYPED, reportIn, type Typed, typedIn } from './inbox-form.ts'
import { inboxPage } from './inbox-page.ts'
import { jobPage } from './job-page.ts'

/** A short report is there before anybody could look; a long one gets a page of its own. */
const WAIT_MS = 1_500

export function inboxRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const jobs = openJobs(context.clock)
  const list = '/:language/desk/documents'
  const job = '/:language/desk/inbox/:id'

  async function page(c: Request<DeskEnv>, typed: Typed, faults: readonly Fault[]): Promise<string> {
    const own = behind(c)
    return inboxPage(desktopOf(c, context), {
      rows: await deskDocuments(own.store, organisationOf(own)),
      jobs: jobs.all(own),
      standing: await standingDetails(own.store, organisationOf(own)),
      typed,
      faults,
    })
  }
  const refused = async (c: Request<DeskEnv>, typed: Typed, faults: readonly Fault[]): Promise<Response> => {
    const refusal = new Refusal(faults)
    if (wantsJson(c)) throw refusal
    return c.html(await page(c, typed, faults), statusOf(refusal))
  }
  /** What a program is told, with what was wrong in words. */
  const told = (c: Request<DeskEnv>, one: Job): object => {
    const { words } = desktopOf(c, context).face
    const messages = one.faults === null ? [words.t('fault.unexpected')] : faultLines(one.faults, words)
    return { ...twin(one), messages }
  }
  const languageIn = (c: Request<DeskEnv>): string => desktopOf(c, context).face.words.language

  for (const page of [list, job]) app.use(page, scripted)
  app.get(list, async (c) => {
    const own = behind(c)
    permit(own, 'import')
    const known = await standingDetails(own.store, organisationOf(own))
    const like = known.find((one) => one.id === c.req.query('like'))
    return c.html(await page(c, { ...NOTHING_TYPED, ...(like && said(like)) }, []))
  })
  app.get(`${list}.json`, async (c) => {
    const own = behind(c)
    permit(own, 'import')
    const waiting = jobs.all(own).map((one) => twin(one))
    const standing = await standingDetails(own.store, organisationOf(own))
    return c.json({ documents: await deskDocuments(own.store, organisationOf(own)), jobs: waiting, standing })
  })
  app.post(list, async (c) => {
    const own = behind(c)
    permit(own, 'import')
    const sent = typedIn(await formOf(c))
    try {
      const given = await reportIn(sent, {
        today: todayIs(context.clock),
        packs: new Set(context.knowledge.packs.keys()),
        by: c.get('actor').handle,
        limit: context.maxBytes,
      })
      const { id } = jobs.give(own, given, sent.typed)
      const soon = (await jobs.soon(id, WAIT_MS)) ?? jobs.one(own, id)
      if (wantsJson(c)) return c.json(told(c, soon), soon.state === 'refused' ? statusOfJob(soon) : 202)
      if (soon.state === 'refused' && soon.faults !== null) return await refused(c, sent.typed, soon.faults)
      return c.redirect(whereTo(languageIn(c), soon), 303)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refused(c, sent.typed, error.faults)
    }
  })
  app.get(job, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const own = behind(c)
    permit(own, 'import')
    const found = jobs.one(own, id)
    const status = found.state === 'refused' ? statusOfJob(found) : 200
    if (isJson) return c.json(told(c, found))
    if (found.state === 'done') return c.redirect(whereTo(languageIn(c), found), 303)
    if (found.state === 'refused' && found.faults !== null)
      return refused(c, { ...NOTHING_TYPED, ...found.typed }, found.faults)
    return c.html(jobPage(desktopOf(c, context).face, found), status)
  })
  app.post(`${job}/cancel`, async (c) => {
    await formFields(c, [])
    const own = behind(c)
    permit(own, 'import')
    const done = await jobs.cancel(own, c.req.param('id'))
    if (wantsJson(c)) return c.json(told(c, done))
    return c.redirect(
      done.state === 'cancelled' ? `/${languageIn(c)}/desk/documents` : whereTo(languageIn(c), done),
      303,
    )
  })
}

/** What is offered again of a publisher; what nobody said stays empty. */
const said = ({ publisher, collector, licence, reliability }: Standing): Partial<Typed> => ({
  publisher,
  collector: collector ?? '',
  licence: licence ?? '',
  reliability: reliability === 'unknown' ? '' : reliability,
})

const statusOfJob = ({ faults }: Job) => statusOf(faults === null ? null : new Refusal(faults))

function whereTo(language: string, { id, imported }: Job): string {
  if (imported === null) return `/${language}/desk/inbox/${id}`
  const query = leftOutQuery(imported.leftOut)
  const same = imported.same === null ? '' : `${query === '' ? '?' : '&'}same=${imported.same}`
  return `/${language}/desk/documents/${imported.document}${query}${same}`
}

/** What a program is told of a report on its way. */
const twin = ({ id, name, since, state, part, faults, imported }: Job): object => ({
  id,
  name,
  since,
  state,
  part,
  over: isOver({ state }),
  codes: faults?.map((one) => one.code) ?? ['unexpected'],
  imported,
})
