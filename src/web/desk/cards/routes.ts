/** Routes to law cards: the list, one card in one language with its twin as JSON, a review, a test with readers, words tried out. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../app/today.ts'
import { addDays } from '../../../core/partial-date.ts'
import { cardIdOf } from '../../../core/teach/lines.ts'
import type { Context } from '../../../usecases/context.ts'
import { mayDo } from '../../../usecases/permit.ts'
import { type CardAtWork, listCards, readCard, saveOfCard } from '../../../usecases/teach/review-cards.ts'
import { type DeskEnv, wantsJson } from '../../middleware/signed-in.ts'
import { type Behind, withoutEnding } from '../behind.ts'
import { type FormField, faultsOf, type Typed, withIsoDates } from '../cases/fields.ts'
import { desktopOf } from '../desktop.ts'
import { formFields, formLists } from '../form-fields.ts'
import { orShow } from '../or-show.ts'
import { type CardForms, cardPage } from './card-page.ts'
import { reviewFields, reviewOf, testFields, testOf } from './fields.ts'
import { cardsPage } from './list-page.ts'

type Asked = Request<DeskEnv>
const HOME = '/:language/desk/cards'
const ONE = `${HOME}/:country/:card/:of`

export function cardRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const languageOf = (c: Asked) => desktopOf(c, context).face.words.language
  const idOf = (c: Asked, of = c.req.param('of') ?? ''): string =>
    `${c.req.param('country')}/${c.req.param('card')}/${of}`
  /** A review of today, for as long as it may hold. */
  const fresh = (): Typed => {
    const on = todayIs(context.clock)
    const until = addDays(on, context.knowledge.codebook.cards.days)
    return { on, until, tested: on, role: 'lawyer', verdict: 'approved' }
  }
  const page = async (c: Asked, more: Partial<CardForms> = {}): Promise<string> => {
    const own = behind(c)
    const forms = {
      ...{ sent: { form: 'review' as const, typed: fresh() }, faults: [], lines: [], tried: null },
      mayReview: mayDo(own, 'review-card', null),
      ...more,
    }
    return cardPage(desktopOf(c, context), await readCard(own, idOf(c)), forms)
  }

  app.get(HOME, async (c) =>
    c.html(cardsPage(desktopOf(c, context), await listCards(behind(c), languageOf(c)))),
  )
  app.get(`${HOME}.json`, async (c) =>
    c.json({ cards: (await listCards(behind(c), languageOf(c))).map(twin) }),
  )
  app.get(ONE, async (c) => {
    const { id, isJson } = withoutEnding(c.req.param('of') ?? '')
    return isJson ? c.json(twin(await readCard(behind(c), idOf(c, id)))) : c.html(await page(c))
  })

  const save = async (c: Asked, form: 'review' | 'test', fields: readonly FormField[]): Promise<Response> => {
    const [own, desktop] = [behind(c), desktopOf(c, context)]
    const one = await readCard(own, idOf(c))
    const sent = await formFields(c, ['print', ...fields.map((each) => each.name)])
    const typed = withIsoDates(fields, sent)
    const faults = faultsOf(fields, typed, desktop.face.words)
    const shown = { sent: { form, typed } }
    if (faults.length > 0) return c.html(await page(c, { ...shown, faults }), 422)
    const id = cardIdOf(one.of)
    const print = sent.print ?? ''
    const work = async (): Promise<Response> => {
      const { cards } = context.knowledge.codebook
      await saveOfCard(own, form === 'review' ? reviewOf(id, print, typed) : testOf(id, print, typed, cards))
      return wantsJson(c) ? c.json({ id }) : c.redirect(`/${languageOf(c)}/desk/cards/${id}`, 303)
    }
    const isOfForm = ({ code }: { readonly code: string }): boolean =>
      code.startsWith('input.') || code.startsWith('card.')
    return orShow(c, { context }, work, (lines) => page(c, { ...shown, lines }), isOfForm)
  }
  app.post(`${ONE}/review`, (c) => save(c, 'review', reviewFields(desktopOf(c, context))))
  app.post(`${ONE}/test`, (c) => save(c, 'test', testFields(desktopOf(c, context))))
  app.post(`${ONE}/try`, async (c) => {
    const { words } = await formLists(c, [], ['words'], ['words'])
    return c.html(await page(c, { tried: words }))
  })
}

const twin = ({ of, card, standing, history, reads }: CardAtWork): object => ({
  ...of,
  print: card.prints[of.language],
  title: card.title[of.language],
  ...{ standing, history, misses: reads.misses },
})
