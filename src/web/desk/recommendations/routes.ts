/** Routes to the register: the list, one recommendation, each with its twin as JSON; writing one down, from a proposal or by hand; grades and judgements. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { type Refusal, refuse } from '../../../core/faults.ts'
import type { Context } from '../../../usecases/context.ts'
import { mayDo, permit } from '../../../usecases/permit.ts'
import { ownAsks, takeOwn } from '../../../usecases/recommendations/own-asks.ts'
import { type Proposal, proposeDemands } from '../../../usecases/recommendations/propose-demands.ts'
import {
  listRecommendations,
  readRecommendation,
  saveRecommendation,
} from '../../../usecases/recommendations/save-recommendation.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { faultsOf, type Typed, withIsoDates } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import {
  demandFields,
  demandLine,
  gradeFields,
  gradeLine,
  TICKED,
  type Ticked,
  typedDemand,
  type Where,
} from './fields.ts'
import { type DemandForm, demandFormPage } from './form-page.ts'
import { recommendationsPage } from './list-page.ts'
import { proposalsPage } from './proposals-page.ts'
import { type DemandView, recommendationPage } from './recommendation-page.ts'

type Asked = Request<DeskEnv>
const OF_FORM = ['record.unknown', 'recommendation.unknown', 'passage.not-found']
const isOfForm = ({ code }: Refusal): boolean => code.startsWith('input.') || OF_FORM.includes(code)
const NOTHING_TICKED: Ticked = { to: [], freedom: [] }
const VERDICTS = ['same', 'different', 'unsure', 'none'] as const

export function recommendationRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/recommendations'
  const pathOf = (c: Asked, id: string): string =>
    `/${desktopOf(c, context).face.words.language}/desk/recommendations/${id}`
  const mayRelease = (c: Asked): boolean => mayDo(behind(c), 'release-recommendation', null)
  const formPage = (c: Asked, more: Partial<DemandForm>): string =>
    demandFormPage(desktopOf(c, context), {
      ...{ id: null, where: null, typed: {}, ticked: NOTHING_TICKED, faults: [], lines: [] },
      ...{ mayRelease: mayRelease(c), proposed: null },
      ...more,
    })
  const page = async (c: Asked, id: string, more: Partial<DemandView> = {}): Promise<string> => {
    const own = behind(c)
    const view = {
      ...(await readRecommendation(own, id)),
      all: await listRecommendations(own),
      mayGrade: mayDo(own, 'grade', null),
      ...{ typed: {}, faults: [], lines: [] },
      ...more,
    }
    return recommendationPage(desktopOf(c, context), view)
  }
  /** A proposal as it stands in the report now: what a form says of it is not taken for it. */
  const proposalOf = async (c: Asked, document: string, id: string) => {
    const found = await proposeDemands(behind(c), document)
    const one = found.open.find((each) => each.id === id)
    if (!one) throw refuse('record.unknown', { id }, id)
    return { where: whereOf(document, found.country, one), one }
  }

  app.get(home, async (c) => {
    const own = behind(c)
    const page = recommendationsPage(
      desktopOf(c, context),
      await listRecommendations(own),
      await ownAsks(own),
    )
    return c.html(page)
  })
  app.post(`${home}/own`, async (c) => {
    const { id } = await formFields(c, ['id'])
    await takeOwn(behind(c), id)
    return wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, id), 303)
  })
  app.get(`${home}.json`, async (c) => c.json({ recommendations: await listRecommendations(behind(c)) }))
  app.get(`${home}/new`, async (c) => {
    permit(behind(c), 'recommend')
    const { document = '', proposed = '' } = c.req.query()
    if (document === '') return c.html(formPage(c, {}))
    const { where, one } = await proposalOf(c, document, proposed)
    return c.html(
      formPage(c, {
        ...{ where, proposed },
        typed: { laws: one.laws.join(' ') },
        ticked: { to: one.addressees, freedom: one.freedoms },
      }),
    )
  })

  const save = async (c: Asked, id: string | null): Promise<Response> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    permit(own, 'recommend')
    const before = id === null ? null : (await readRecommendation(own, id)).one
    const names = [
      ...new Set(
        (['report', 'hand'] as const).flatMap((from) =>
          demandFields(desktop, from, true).map((one) => one.name),
        ),
      ),
    ]
    const sent = await formLists(c, TICKED, [...names, 'document', 'proposed'])
    const typedAll: Readonly<Record<string, string>> = Object.fromEntries(
      names.map((name) => [name, String((sent as Readonly<Record<string, unknown>>)[name] ?? '')]),
    )
    const ticked = { to: sent.to, freedom: sent.freedom }
    const { document = '', proposed = '' } = sent as Readonly<Record<string, string>> & Ticked
    const where: Where =
      before?.document && before.demand.source.kind === 'document'
        ? {
            ...{ document: before.document, country: before.country },
            ...{ words: before.demand.words, rule: before.demand.rule },
          }
        : document === ''
          ? null
          : (await proposalOf(c, document, proposed)).where
    const fields = demandFields(desktop, where ? 'report' : 'hand', mayRelease(c))
    // Whoever may not let anything out leaves what is out as it is.
    const typed = {
      ...withIsoDates(fields, typedAll),
      ...(!mayRelease(c) && { public: before?.isPublic ? 'yes' : 'no' }),
    }
    const made = id ?? (where ? proposed : newId(typed))
    const shown = { id, where, typed, ticked, proposed }
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(formPage(c, { ...shown, faults }), 422)
    const work = async (): Promise<Response> => {
      await saveRecommendation(own, demandLine(made, typed, ticked, where))
      return wantsJson(c) ? c.json({ id: made }) : c.redirect(pathOf(c, made), 303)
    }
    return orShow(c, { context }, work, (lines) => formPage(c, { ...shown, lines }), isOfForm)
  }
  app.post(home, (c) => save(c, null))
  app.get(`${home}/:id/edit`, async (c) => {
    const { one } = await readRecommendation(behind(c), c.req.param('id'))
    const { demand, id, country, isPublic, document } = one
    return c.html(
      formPage(c, {
        ...{ id, typed: typedDemand(demand, country, isPublic) },
        where: document === null ? null : { document, country, words: demand.words, rule: demand.rule },
        ticked: { to: demand.addressees, freedom: demand.freedoms },
      }),
    )
  })
  app.get(`${home}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    return isJson ? c.json((await readRecommendation(behind(c), id)).one) : c.html(await page(c, id))
  })
  app.post(`${home}/:id`, (c) => save(c, c.req.param('id')))

  app.post(`${home}/:id/grades`, async (c) => {
    const [own, id, desktop] = [behind(c), c.req.param('id'), desktopOf(c, context)]
    permit(own, 'grade')
    await readRecommendation(own, id)
    const fields = gradeFields(desktop)
    const typed = withIsoDates(
      fields,
      await formFields(
        c,
        fields.map((one) => one.name),
      ),
    )
    const faults = faultsOf(fields, typed, desktop.face.words)
    if (faults.length > 0) return c.html(await page(c, id, { typed, faults }), 422)
    const work = async (): Promise<Response> => {
      await saveRecommendation(own, gradeLine(id, typed))
      return wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, id), 303)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { typed, lines }), isOfForm)
  })
  app.post(`${home}/:id/same`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    await readRecommendation(own, id)
    const { with: other, verdict, why } = await formFields(c, ['with', 'verdict', 'why'])
    const said = VERDICTS.find((one) => one === verdict)
    if (!said) throw refuse('input.value', { problem: 'verdict' }, id)
    const work = async (): Promise<Response> => {
      await saveRecommendation(own, { record: 'demand', id, with: other, verdict: said, why: why.trim() })
      return wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, id), 303)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { lines }), isOfForm)
  })
  app.post(`${home}/:id/drop`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const { one } = await readRecommendation(own, id)
    const { why } = await formFields(c, ['why'])
    const work = async (): Promise<Response> => {
      await saveRecommendation(own, { record: 'no-recommendation', id, country: one.country, why })
      return wantsJson(c) ? c.json({ id }) : c.redirect(pathOf(c, ''), 303)
    }
    return orShow(c, { context }, work, (lines) => page(c, id, { lines }), isOfForm)
  })

  const proposals = '/:language/desk/documents/:id/demands'
  for (const ending of ['', '.json'])
    app.get(`${proposals}${ending}`, async (c) => {
      const found = await proposeDemands(behind(c), c.req.param('id'))
      return ending === '' ? c.html(proposalsPage(desktopOf(c, context), found)) : c.json(found)
    })
  app.post(proposals, async (c) => {
    const [own, document] = [behind(c), c.req.param('id')]
    const { proposed, why } = await formFields(c, ['proposed', 'why'])
    const { where } = await proposalOf(c, document, proposed)
    const work = async (): Promise<Response> => {
      await saveRecommendation(own, {
        ...{ record: 'no-recommendation', id: proposed, country: where.country, document, why },
      })
      return wantsJson(c)
        ? c.json({ id: proposed })
        : c.redirect(`/${desktopOf(c, context).face.words.language}/desk/documents/${document}/demands`, 303)
    }
    const show = async (lines: readonly string[]): Promise<string> =>
      proposalsPage(desktopOf(c, context), await proposeDemands(own, document), lines)
    return orShow(c, { context }, work, show, isOfForm)
  })
}

const whereOf = (document: string, country: string, { words, rule }: Proposal) => ({
  ...{ document, country, words, rule },
})

/** Of what is written off: its body and the first letters of its demand, so that a colleague finds it by its address. */
function newId({ body = '', 'ask-en': ask = '', on = '' }: Typed): string {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
  return [
    'rec',
    plain(/\(([^()]+)\)\s*$/.exec(body)?.[1] ?? body).slice(0, 20),
    plain(on),
    plain(ask).slice(0, 40),
  ]
    .filter((one) => one !== '')
    .join('-')
    .replace(/-+$/, '')
}
