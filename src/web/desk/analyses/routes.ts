/** Routes to legal analyses: the list with its twin as JSON, a new one, one of them written anew. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import type { Refusal } from '../../../core/faults.ts'
import {
  listAnalyses,
  newAnalysisId,
  readAnalysis,
  saveAnalysis,
} from '../../../usecases/analyses/save-analysis.ts'
import type { Context } from '../../../usecases/context.ts'
import { permit } from '../../../usecases/permit.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { faultsOf } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { analysisFields, typedAnalysis } from './fields.ts'
import { type AnalysisForm, analysesPage, analysisFormPage } from './pages.ts'
import { analysisOf } from './typed.ts'

type Asked = Request<DeskEnv>
const isOfForm = ({ code }: Refusal): boolean =>
  ['input.', 'analysis.', 'rating.unknown', 'record.unknown', 'pack.'].some((one) => code.startsWith(one))

export function analysesRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/analyses'
  const form = (c: Asked, more: Partial<AnalysisForm>): string =>
    analysisFormPage(desktopOf(c, context), { id: null, typed: {}, faults: [], lines: [], ...more })

  app.get(home, async (c) => c.html(analysesPage(desktopOf(c, context), await listAnalyses(behind(c)))))
  app.get(`${home}.json`, async (c) => c.json({ analyses: (await listAnalyses(behind(c))).map(twin) }))
  app.get(`${home}/new`, (c) => {
    permit(behind(c), 'analyse')
    return c.html(form(c, { typed: { public: 'no' } }))
  })
  const save = async (c: Asked, given: string | null): Promise<Response> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    permit(own, 'analyse')
    // A new line of an id of somebody else's would be another analysis under the same name.
    if (given !== null) await readAnalysis(own, given)
    const fields = analysisFields(desktop)
    const typed = await formFields(
      c,
      fields.map((one) => one.name),
    )
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(form(c, { id: given, typed, faults }), 422)
    const id = given ?? newAnalysisId()
    const work = async (): Promise<Response> => {
      await saveAnalysis(own, analysisOf(id, typed))
      const { language } = desktop.face.words
      return wantsJson(c) ? c.json({ id }) : c.redirect(`/${language}/desk/analyses`, 303)
    }
    return orShow(c, { context }, work, (lines) => form(c, { id: given, typed, lines }), isOfForm)
  }
  app.post(home, (c) => save(c, null))
  app.get(`${home}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    const row = await readAnalysis(behind(c), id)
    return isJson ? c.json(twin(row)) : c.html(form(c, { id, typed: typedAnalysis(row) }))
  })
  app.post(`${home}/:id`, (c) => save(c, c.req.param('id')))
}

const twin = ({ nonce: _, event: __, organisation: ___, ...one }: Awaited<ReturnType<typeof readAnalysis>>) =>
  one
