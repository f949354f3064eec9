/** Routes to cases, observations and assistance: the list, each record with its twin as JSON, and handing a case to one person. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { CASE_KINDS, type CaseKind } from '../../../core/cases/case.ts'
import { silenceOf } from '../../../core/cases/due.ts'
import { standingOn } from '../../../core/cases/standing.ts'
import type { CaseRecordRow } from '../../../store/tables.ts'
import { attachedTo, caseTarget, fileOf, listCases, readCase } from '../../../usecases/cases/read-cases.ts'
import type { Context } from '../../../usecases/context.ts'
import { handOver } from '../../../usecases/hand-over.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import type { DeskEnv } from '../../middleware/signed-in.ts'
import { steppedUpFor } from '../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { assistancePage } from './assistance-page.ts'
import { casePage } from './case-page.ts'
import { entryRoutes } from './entry-routes.ts'
import { headRoutes } from './head-routes.ts'
import { caseListPage } from './list-page.ts'
import { observationPage } from './observation-page.ts'
import { openAround } from './open-around.ts'
import { ROOMS } from './rooms.ts'

export function caseRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const list = '/:language/desk/cases'
  const today = (): string => todayIs(context.clock)
  app.get(list, async (c) =>
    c.html(caseListPage(desktopOf(c, context), await listView(behind(c), c.req.query(), today()))),
  )
  app.post('/:language/desk/seek/cases', async (c) => {
    const asked = await formFields(c, ['q', 'kind', 'about', 'page'])
    return c.html(caseListPage(desktopOf(c, context), await listView(behind(c), asked, today())))
  })
  app.get(`${list}.json`, async (c) => {
    const { rows } = await listView(behind(c), c.req.query(), today())
    return c.json({ records: rows.map((row) => twin(row, today())) })
  })
  headRoutes(app, context, behind)
  entryRoutes(app, context, behind)
  for (const kind of CASE_KINDS)
    app.get(`/:language/desk/${ROOMS[kind]}/:id`, async (c: Request<DeskEnv, '/:language/desk/x/:id'>) => {
      const { id, isJson } = withoutEnding(c.req.param('id'))
      const own = behind(c)
      const row = await readCase(own, kind, id)
      const attached = kind === 'proceeding' ? await attachedTo(own, id) : []
      if (isJson) return c.json({ ...twin(row, today()), attached: attached.map((one) => one.id) })
      return c.html(await pageOf(own, c, row, attached))
    })
  const pageOf = async (
    own: Context,
    c: Request<DeskEnv>,
    row: CaseRecordRow,
    attached: readonly CaseRecordRow[],
  ): Promise<string> => {
    const [desktop, file] = [desktopOf(c, context), fileOf(row)]
    const mayDecide = mayDo(own, 'decide', caseTarget(row))
    const open = await openAround(own, row)
    switch (file.kind) {
      case 'proceeding':
        return casePage(desktop, {
          row,
          file,
          attached,
          open,
          today: today(),
          mayDecide,
          mayShare: mayDo(own, 'share', caseTarget(row)),
        })
      case 'observation':
        return observationPage(desktop, { row, file, open, today: today(), mayDecide })
      case 'assistance':
        return assistancePage(desktop, { row, file, open, today: today(), mayDecide })
    }
  }
  app.post(`${list}/:id/share`, steppedUpFor(context, 'share', 'cases'), async (c) => {
    const given = await formFields(c, ['whom', 'why', 'ended'])
    const [own, id] = [behind(c), c.req.param('id')]
    permit(own, 'share', { id, target: caseTarget(await readCase(own, 'proceeding', id)) })
    await handOver(own, id, { ...given, to: 'account', ended: given.ended === 'yes' })
    return c.redirect(`/${desktopOf(c, context).face.words.language}/desk/cases/${id}`, 303)
  })
}

async function listView(own: Context, query: Readonly<Record<string, string>>, today: string) {
  const page = Math.max(1, Math.min(100_000, Number.parseInt(query.page ?? '1', 10) || 1))
  const kind: CaseKind | undefined = CASE_KINDS.find((one) => one === query.kind)
  const words = (query.q ?? '').slice(0, 100)
  const about = /^[a-z0-9-]{2,81}$/.test(query.about ?? '') ? (query.about ?? '') : ''
  const found = await listCases(own, {
    ...(kind && { kind }),
    ...(words !== '' && { words }),
    ...(about !== '' && { about }),
    page,
  })
  return { ...found, kind: kind ?? '', words, about, page, today }
}

/** What is computed stands beside what was entered, so that nobody takes the one for the other. */
function twin(row: CaseRecordRow, today: string): object {
  const file = fileOf(row)
  const computed =
    file.kind === 'proceeding'
      ? Object.fromEntries(row.people.map((one) => [one, standingOn(file.entries, today, one)]))
      : file.kind === 'assistance'
        ? silenceOf(file, today)
        : null
  return {
    id: row.id,
    kind: row.kind,
    tier: row.tier,
    country: row.country,
    people: row.names,
    record: file,
    computed,
  }
}
