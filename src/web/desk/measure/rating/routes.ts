/** Routes to the rating of a country: the room, the form, outside indices, one rating, what the panel says of it. Each action is a plain form. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../../app/today.ts'
import { type Refusal, refuse } from '../../../../core/faults.ts'
import { canonical } from '../../../../core/json.ts'
import { PANEL_KINDS } from '../../../../core/rating/lines.ts'
import { FORM_SOURCES } from '../../../../core/rating/method.ts'
import { type Context, packOf } from '../../../../usecases/context.ts'
import { mayDo, permit } from '../../../../usecases/permit.ts'
import { bringIndex } from '../../../../usecases/rating/bring-index.ts'
import { readRating, readRatingRoom, whatIf } from '../../../../usecases/rating/read-ratings.ts'
import { assess, proposeRating, speakInPanel } from '../../../../usecases/rating/say.ts'
import { type DeskEnv, wantsJson } from '../../../middleware/signed-in.ts'
import { proofFor } from '../../../middleware/stepped-up.ts'
import { type Behind, withoutEnding } from '../../behind.ts'
import { desktopOf } from '../../desktop.ts'
import { formFields, formLists } from '../../form-fields.ts'
import { orShow } from '../../or-show.ts'
import { formPage } from './form-page.ts'
import { ratingPage } from './rating-page.ts'
import { roomPage } from './room-page.ts'
import { formNames, typedAnswers, typedOf } from './typed-form.ts'

type Asked = Request<DeskEnv>
const isTold = ({ code }: Refusal): boolean => code.startsWith('rating.') || code.startsWith('input.')

/** One of those that have a pack; the first where none is asked for. */
export const countryIn = (context: Context, asked: string | undefined): string =>
  packOf(context.knowledge, asked || ([...context.knowledge.packs.keys()][0] ?? '')).id

export function ratingRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/measure/rating'
  const language = (c: Asked): string => desktopOf(c, context).face.words.language
  const today = (): string => todayIs(context.clock)
  const room = async (
    c: Asked,
    country: string,
    faults: readonly string[] = [],
    typed = {},
  ): Promise<string> =>
    roomPage(desktopOf(c, context), {
      ...{ country, faults, typed, today: today() },
      room: await readRatingRoom(behind(c), country),
    })

  app.get(home, async (c) => c.html(await room(c, countryIn(context, c.req.query('country')))))
  app.get(`${home}.json`, async (c) => {
    const country = countryIn(context, c.req.query('country'))
    const { ratings, own, forms, indices } = await readRatingRoom(behind(c), country)
    const seen = ratings?.map(({ rating: { bundle: _, ...rest }, words }) => ({ ...rest, words }))
    return c.json({
      country,
      ratings: seen ?? null,
      own,
      forms: forms.map(({ source, as_of, by }) => ({ source, as_of, by })),
      indices,
    })
  })
  app.post(home, async (c) => {
    const own = behind(c)
    permit(own, 'rate')
    const { country: asked, asOf } = await formFields(c, ['country', 'asOf'])
    const country = countryIn(context, asked)
    const work = async (): Promise<Response> => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf)))
        throw refuse('input.date', { date: asOf.slice(0, 40) }, 'asOf')
      const id = await proposeRating(own, { country, asOf })
      return wantsJson(c) ? c.json({ id }) : c.redirect(`/${language(c)}/desk/measure/rating/${id}`, 303)
    }
    return orShow(c, { context }, work, (lines) => room(c, country, lines, { asOf }), isTold)
  })
  app.post(`${home}/indices`, async (c) => {
    const own = behind(c)
    permit(own, 'rate')
    const names = ['country', 'index', 'licence', 'from', 'vintage', 'table'] as const
    const typed = await formLists(c, [], names, ['table'])
    const country = countryIn(context, typed.country)
    const work = async (): Promise<Response> => {
      const { index, licence, from, vintage, table } = typed
      await bringIndex(own, { index, licence, from, vintage, table, name: 'table' })
      return c.redirect(`/${language(c)}/desk/measure/rating?country=${country}`, 303)
    }
    return orShow(c, { context }, work, (lines) => room(c, country, lines, typed), isTold)
  })

  app.get(`${home}/form`, async (c) => {
    const country = countryIn(context, c.req.query('country'))
    const last = (await readRatingRoom(behind(c), country)).own.at(-1)
    const typed = last ? typedOf(last.source, last.answers) : {}
    return c.html(formPage(desktopOf(c, context), { country, typed, today: today(), faults: [] }))
  })
  app.post(`${home}/form`, async (c) => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    permit(own, 'assess')
    const { method } = context.knowledge.codebook.rating
    const typed: Readonly<Record<string, string>> = await formFields(c, formNames(method))
    const country = countryIn(context, typed.country)
    const work = async (): Promise<Response> => {
      const source = FORM_SOURCES.find((one) => one === typed.source)
      if (!source) throw refuse('input.value', { problem: 'source' }, 'source')
      await assess(own, { country, source, asOf: typed.asOf ?? '', answers: typedAnswers(method, typed) })
      return c.redirect(`/${language(c)}/desk/measure/rating?country=${country}`, 303)
    }
    const again = (faults: readonly string[]): string =>
      formPage(desktop, { country, today: today(), typed, faults })
    return orShow(c, { context }, work, again, isTold)
  })

  const one = async (c: Asked, id: string, faults: readonly string[] = [], typed = {}): Promise<string> => {
    const own = behind(c)
    const found = await readRating(own, id)
    const [answer = '', to = ''] = [c.req.query('answer'), c.req.query('to')]
    const isAsked = answer !== '' && /^[0-4]$/.test(to)
    const instead = isAsked
      ? { answer, to, rating: whatIf(found.rating.bundle, { answer, to: Number(to) }) }
      : null
    const mayDecide = mayDo(own, 'rule-rating', null)
    return ratingPage(desktopOf(c, context), { ...found, ...{ faults, typed, instead, mayDecide } })
  }
  app.get(`${home}/:id`, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('id'))
    if (!isJson) return c.html(await one(c, id))
    const { rating, words, isReproduced } = await readRating(behind(c), id)
    return c.json({ ...rating, words, isReproduced })
  })
  // As `bin/aigaq rate --rows` reads it: the same bytes as `--bundle` writes.
  app.get(`${home}/:id/bundle.json`, async (c) => {
    const { rating } = await readRating(behind(c), c.req.param('id'))
    return c.body(`${canonical(rating.bundle)}\n`, 200, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${rating.id}.json"`,
    })
  })
  app.post(`${home}/:id/panel`, async (c) => {
    const [own, id] = [behind(c), c.req.param('id')]
    const sent = await formFields(c, ['kind', 'band', 'words'])
    const kind = PANEL_KINDS.find((each) => each === sent.kind)
    if (!kind) throw refuse('input.value', { problem: 'kind' }, 'kind')
    if (kind === 'decision') {
      const proof = proofFor(c, context, 'rule-rating', `measure/rating/${id}`)
      if (proof) return proof
    }
    const work = async (): Promise<Response> => {
      await speakInPanel(own, id, { ...sent, kind })
      return wantsJson(c) ? c.json({ id }) : c.redirect(`/${language(c)}/desk/measure/rating/${id}`, 303)
    }
    const typed = { ...sent, form: kind === 'decision' ? 'decision' : 'word' }
    return orShow(
      c,
      { context },
      work,
      (lines) => one(c, id, lines, typed),
      ({ code }) => code.startsWith('rating.'),
    )
  })
}
