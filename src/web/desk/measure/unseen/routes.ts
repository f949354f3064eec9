/** Routes to estimates of what nobody documented: the lists of a period as a page, as JSON and as CSV, and an estimate on its way and done. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../../app/today.ts'
import { refusalText } from '../../../../core/estimate/told.ts'
import { Refusal, refuse } from '../../../../core/faults.ts'
import { labelIn } from '../../../../core/language.ts'
import { captureCsv } from '../../../../publish/capture-csv.ts'
import type { Context } from '../../../../usecases/context.ts'
import { permitMeasure } from '../../../../usecases/measure/counted-rows.ts'
import { type EstimateJob, openEstimateJobs } from '../../../../usecases/measure/estimate-jobs.ts'
import {
  type AskedCaptures,
  type ReadCaptures,
  readCaptures,
} from '../../../../usecases/measure/read-captures.ts'
import { faultLines, statusOf } from '../../../errors.ts'
import { scripted } from '../../../middleware/headers.ts'
import { type DeskEnv, wantsJson } from '../../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../../behind.ts'
import { desktopOf } from '../../desktop.ts'
import { formFields } from '../../form-fields.ts'
import { askedBy, FIELDS, type Typed, typedIn } from './asked.ts'
import { capturesPage } from './captures-page.ts'
import { estimatePage } from './estimate-page.ts'

/** Most tables of records are estimated before anybody could look. */
const WAIT_MS = 1_500

export function unseenRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const jobs = openEstimateJobs(context.clock)
  const room = '/:language/desk/measure/unseen'
  const job = `${room}/:id`

  const typedOf = (given: Readonly<Record<string, string | undefined>>): Typed =>
    typedIn(given, [...context.knowledge.packs.keys()][0] ?? '', todayIs(context.clock).slice(0, 4))
  const read = (c: Request<DeskEnv>, asked: AskedCaptures): Promise<ReadCaptures> =>
    readCaptures(behind(c), asked, desktopOf(c, context).face.words.t('unseen.others'))
  const ownOf = (c: Request<DeskEnv>): Context => {
    const own = behind(c)
    permitMeasure(own)
    return own
  }

  app.get(room, async (c) => {
    ownOf(c)
    const desktop = desktopOf(c, context)
    const typed = typedOf(c.req.query())
    const isAsked = c.req.query('from') !== undefined
    try {
      const asked = askedBy(typed)
      const found = isAsked ? await read(c, asked) : null
      return c.html(capturesPage(desktop, { typed, asked, read: found, lines: [] }))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'input.date') throw error
      const lines = faultLines(error.faults, desktop.face.words)
      return c.html(capturesPage(desktop, { typed, asked: null, read: null, lines }), statusOf(error))
    }
  })
  app.get(`${room}.json`, async (c) => {
    ownOf(c)
    const asked = askedBy(typedOf(c.req.query()))
    return c.json({ asked, ...(await read(c, asked)) })
  })
  app.get(`${room}.csv`, async (c) => {
    ownOf(c)
    const { captures } = await read(c, askedBy(typedOf(c.req.query())))
    if (captures === null) throw refuse('estimate.empty')
    return c.body(captureCsv(captures.tables), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="capture-histories.csv"',
    })
  })
  app.post(room, async (c) => {
    const given = await formFields(c, FIELDS)
    const own = ownOf(c)
    const asked = askedBy(typedOf(given))
    const found = await read(c, asked)
    if (found.captures === null) throw refuse('estimate.empty')
    const { id } = jobs.give(own, asked, found, found.captures.tables)
    await jobs.soon(id, WAIT_MS)
    if (wantsJson(c)) return c.json(twin(c, jobs.one(own, id)), 202)
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/measure/unseen/${id}`, 303)
  })
  app.use(job, scripted)
  app.get(job, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const found = jobs.one(ownOf(c), id)
    return isJson ? c.json(twin(c, found)) : c.html(estimatePage(desktopOf(c, context), found))
  })
  app.post(`${job}/cancel`, async (c) => {
    await formFields(c, [])
    const found = await jobs.cancel(ownOf(c), c.req.param('id'))
    if (wantsJson(c)) return c.json(twin(c, found))
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/measure/unseen/${found.id}`, 303)
  })

  /** What a program is told: the numbers, each refusal and assumption in words, and the records' part in it. */
  function twin(
    c: Request<DeskEnv>,
    { id, state, part, asked, read: from, estimation, since }: EstimateJob,
  ): object {
    const { language } = desktopOf(c, context).face.words
    const rules = context.knowledge.codebook.estimates
    const refused = estimation?.refused.map((one) => ({ ...one, text: refusalText(one, rules, language) }))
    const assumptions = rules.assumptions.map((one) => ({
      id: one.id,
      text: labelIn(one.text, language).text,
    }))
    const { captures, ...told } = from
    return { id, state, part, since, asked, ...told, table: captures, ...estimation, refused, assumptions }
  }
}
