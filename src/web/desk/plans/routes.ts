/** Routes to plans: the list, one plan and its parts, what is written, struck off, said and kept of it, its file. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { type Refusal, refuse } from '../../../core/faults.ts'
import { versionsOf } from '../../../core/plan/versions.ts'
import { PAPERS } from '../../../publish/manuscript/manuscript.ts'
import type { Context } from '../../../usecases/context.ts'
import { planApplication, setApplication } from '../../../usecases/plan/application.ts'
import { linkedPages } from '../../../usecases/plan/linked.ts'
import {
  givePlanFile,
  giveSealedPlan,
  type TakenPlan,
  takePlanFiles,
} from '../../../usecases/plan/plan-file.ts'
import { beginPlan, listPlans, newLineId, readPlan } from '../../../usecases/plan/plans.ts'
import { readsOut } from '../../../usecases/plan/reads-out.ts'
import {
  commentOnLine,
  keepPlanLine,
  keepVersion,
  partOf,
  strikePlanLine,
  writePlanLine,
} from '../../../usecases/plan/write-line.ts'
import { papersHere, type Setting } from '../../../usecases/set-manuscript.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { formOf } from '../form-of.ts'
import { orShow } from '../or-show.ts'
import { knownForm } from '../sealed/sealed-form.ts'
import { applicationPage, askedApplication } from './application-page.ts'
import type { SentLine } from './line-form.ts'
import { type PlanList, plansPage } from './list-page.ts'
import { planPartPage } from './part-page.ts'
import { planPage } from './plan-page.ts'
import { planTwin } from './twin.ts'
import { lineTyped } from './typed.ts'
import { differencesSince, planVersionPage, planVersionsPage } from './versions-page.ts'

type Asked = Request<DeskEnv>
const HOME = '/:language/desk/plans'
const MOST_FILES = 20
const isOfForm = ({ code }: Refusal): boolean => code.startsWith('input.') || code.startsWith('plan.')

export function planRoutes(
  app: Hono<DeskEnv>,
  context: Context,
  behind: Behind,
  paint?: Setting['paint'],
): void {
  const sheet = context.knowledge.codebook.plan
  const pageOf = (c: Asked): number => Math.max(1, Math.trunc(Number(c.req.query('page') ?? '1')) || 1)
  const pathOf = (c: Asked, path: string): string =>
    `/${desktopOf(c, context).face.words.language}/desk/plans/${path}`
  const done = (c: Asked, path: string, told: object): Response =>
    wantsJson(c) ? c.json(told) : c.redirect(pathOf(c, path), 303)
  const list = async (c: Asked, more: Partial<PlanList> = {}): Promise<string> => {
    const page = pageOf(c)
    const plans = await listPlans(behind(c), page)
    return plansPage(desktopOf(c, context), { plans, page, title: '', taken: [], lines: [], ...more })
  }
  const whole = async (
    c: Asked,
    id: string,
    taken: readonly TakenPlan[] = [],
    lines: readonly string[] = [],
  ): Promise<string> => planPage(desktopOf(c, context), { read: await readPlan(behind(c), id), taken, lines })
  const partPage = async (
    c: Asked,
    id: string,
    part: string,
    sent: SentLine | null = null,
    lines: readonly string[] = [],
  ): Promise<string> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    const read = await readPlan(own, id)
    const linked =
      part === 'link' ? await linkedPages(own, read.plan, desktop.face.words.language) : new Map()
    const reads = readsOut(read.plan, part)
    const asked = partOf(own, part)
    return planPartPage(desktop, { read, part: asked, fresh: newLineId(), reads, linked, sent, lines })
  }
  const versionsPage = async (c: Asked, id: string, lines: readonly string[] = []): Promise<string> =>
    planVersionsPage(desktopOf(c, context), await readPlan(behind(c), id), lines)

  app.get(HOME, async (c) => c.html(await list(c)))
  app.get(`${HOME}.json`, async (c) => c.json({ plans: await listPlans(behind(c), pageOf(c)) }))
  app.post(HOME, async (c) => {
    const { title } = await formFields(c, ['title'])
    const work = async (): Promise<Response> => {
      const id = await beginPlan(behind(c), title)
      return done(c, id, { id })
    }
    return orShow(c, { context }, work, (lines) => list(c, { title, lines }), isOfForm)
  })
  const take = async (c: Asked, expected: string | null): Promise<readonly TakenPlan[]> => {
    const form = await knownForm(c, ['file', 'words'])
    const files = form.getAll('file').filter((one) => one instanceof File && one.size > 0) as File[]
    if (files.length === 0 || files.length > MOST_FILES) throw refuse('input.empty')
    const bytes = await Promise.all(files.map(async (one) => new Uint8Array(await one.arrayBuffer())))
    return takePlanFiles(behind(c), bytes, expected, String(form.get('words') ?? ''))
  }
  app.post(`${HOME}/file`, async (c) => {
    const work = async (): Promise<Response> => {
      const taken = await take(c, null)
      return wantsJson(c) ? c.json({ taken }) : c.html(await list(c, { taken }))
    }
    return orShow(c, { context }, work, (lines) => list(c, { lines }), isOfForm)
  })
  app.get(`${HOME}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    if (!isJson) return c.html(await whole(c, id))
    return c.json(planTwin(await readPlan(behind(c), id), sheet))
  })
  app.post(`${HOME}/:id/file`, async (c) => {
    const id = c.req.param('id')
    const work = async (): Promise<Response> => {
      const taken = await take(c, id)
      return wantsJson(c) ? c.json({ taken }) : c.html(await whole(c, id, taken))
    }
    return orShow(c, { context }, work, (lines) => whole(c, id, [], lines), isOfForm)
  })
  app.get(`${HOME}/:id/plan.jsonl`, async (c) =>
    c.body(await givePlanFile(behind(c), c.req.param('id')), 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="plan.jsonl"',
    }),
  )
  app.post(`${HOME}/:id/sealed`, async (c) => {
    const [id, { words }] = [c.req.param('id'), await formFields(c, ['words'])]
    const work = async (): Promise<Response> =>
      c.body(new Uint8Array(await giveSealedPlan(behind(c), id, words)), 200, {
        'Content-Type': 'application/octet-stream',
        'Content-Disposition': 'attachment; filename="table.plan"',
      })
    return orShow(
      c,
      { context },
      work,
      (lines) => whole(c, id, [], lines),
      () => true,
    )
  })
  app.get(`${HOME}/:id/parts/:part`, async (c) =>
    c.html(await partPage(c, c.req.param('id'), c.req.param('part'))),
  )
  app.post(`${HOME}/:id/parts/:part/:line`, async (c) => {
    const { id, part, line } = c.req.param()
    const own = behind(c)
    // Whose it is and which part: said before the form is read.
    const before = await readPlan(own, id)
    const { fields } = partOf(own, part)
    const names = fields.flatMap((one) => [`f-${one.id}`, `c-${one.id}`])
    const sent = await formLists(c, [], ['saw', ...names], ['saw', ...names])
    // What was not sent stays as it is; it was not emptied.
    const form = await formOf(c)
    const given = Object.fromEntries(Object.entries(sent).filter(([name]) => form.has(name)))
    const one = lineTyped(before.entries, { part, line }, given)
    const work = async (): Promise<Response> => {
      await writePlanLine(own, id, one)
      return done(c, `${id}/parts/${part}#${before.plan.lines.has(line) ? `l-${line}` : 'new'}`, { id, line })
    }
    const shown = (lines: readonly string[]): Promise<string> =>
      partPage(c, id, part, { line, typed: one.typed }, lines)
    return orShow(c, { context }, work, shown, isOfForm)
  })
  app.post(`${HOME}/:id/strike`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const sent = await formLists(c, [], ['line', 'saw', 'at'], ['saw'])
    const { plan } = await readPlan(own, id)
    const part = plan.lines.get(sent.at)?.part ?? plan.lines.get(sent.line)?.part ?? ''
    await strikePlanLine(own, id, sent.line, new Set(sent.saw.split(' ')))
    const where = sent.at === '' ? part : (sheet.get(sent.at)?.id ?? part)
    return done(c, sheet.has(where) ? `${id}/parts/${where}` : id, { id })
  })
  app.post(`${HOME}/:id/keep`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const { line } = await formFields(c, ['line'])
    await keepPlanLine(own, id, line)
    const part = (await readPlan(own, id)).plan.lines.get(line)?.part ?? ''
    return done(c, `${id}/parts/${part}#l-${line}`, { id, line })
  })
  app.post(`${HOME}/:id/comment`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const { line, words } = await formFields(c, ['line', 'words'])
    const { plan } = await readPlan(own, id)
    const part = plan.lines.get(line)?.part ?? line
    const work = async (): Promise<Response> => {
      await commentOnLine(own, id, line, words)
      return done(c, `${id}/parts/${part}#l-${line}`, { id, line })
    }
    const shown = (lines: readonly string[]): Promise<string> =>
      sheet.has(part) ? partPage(c, id, part, null, lines) : whole(c, id, [], lines)
    return orShow(c, { context }, work, shown, isOfForm)
  })
  app.get(`${HOME}/:id/application`, async (c) => {
    const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
    const asked = askedApplication(desktop, c.req.query('form'), c.req.query('in'))
    const leaf = await planApplication(own, id, asked)
    return c.html(applicationPage(desktop, id, { leaf, asked, papers: await papersHere() }))
  })
  for (const ending of ['json', ...PAPERS] as const)
    app.get(`${HOME}/:id/application.${ending}`, async (c) => {
      const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
      const asked = askedApplication(desktop, c.req.query('form'), c.req.query('in'))
      const leaf = await planApplication(own, id, asked)
      if (ending === 'json') return c.json(leaf)
      const setting = { words: context.knowledge.words[asked.language], paint }
      const { type, bytes } = await setApplication(leaf, ending, setting)
      return c.body(new Uint8Array(bytes), 200, {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="application-${asked.form}-${asked.language}.${ending}"`,
      })
    })
  app.get(`${HOME}/:id/versions`, async (c) => c.html(await versionsPage(c, c.req.param('id'))))
  app.post(`${HOME}/:id/versions`, async (c) => {
    const id = c.req.param('id')
    const { name } = await formFields(c, ['name'])
    const work = async (): Promise<Response> => {
      await keepVersion(behind(c), id, name)
      return done(c, `${id}/versions`, { id })
    }
    return orShow(c, { context }, work, (lines) => versionsPage(c, id, lines), isOfForm)
  })
  app.get(`${HOME}/:id/versions/:version`, async (c) => {
    const { id: asked, isJson } = withoutEnding(c.req.param('version'))
    const read = await readPlan(behind(c), c.req.param('id'))
    const version = versionsOf(read.plan).find((one) => one.id === asked)
    if (!version) throw refuse('record.unknown', { id: asked }, asked)
    if (!isJson) return c.html(planVersionPage(desktopOf(c, context), read, version))
    return c.json({ name: version.name, differences: differencesSince(read, version) })
  })
}
