/** Routes to the watchlist of a country: the month's signal, and what people say to it. */
import type { Hono, Context as Request } from 'hono'
import { todayIs } from '../../../../app/today.ts'
import { refuse } from '../../../../core/faults.ts'
import { WATCH_VERDICTS } from '../../../../core/rating/watch.ts'
import type { Context } from '../../../../usecases/context.ts'
import { mayDo, permit } from '../../../../usecases/permit.ts'
import { speakOfWatch } from '../../../../usecases/rating/say.ts'
import { watchCountry } from '../../../../usecases/rating/watch-country.ts'
import { type DeskEnv, wantsJson } from '../../../middleware/signed-in.ts'
import { proofFor } from '../../../middleware/stepped-up.ts'
import type { Behind } from '../../behind.ts'
import { desktopOf } from '../../desktop.ts'
import { formFields } from '../../form-fields.ts'
import { orShow } from '../../or-show.ts'
import { countryIn } from '../rating/routes.ts'
import { watchlistPage } from './page.ts'

type Asked = Request<DeskEnv>
const VERDICTS = ['alert', ...WATCH_VERDICTS] as const
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

export function watchlistRoutes(app: Hono<DeskEnv>, context: Context, behind: Behind): void {
  const home = '/:language/desk/measure/watchlist'
  const dayIn = (asked: string | undefined): string =>
    asked !== undefined && isDay(asked) ? asked : todayIs(context.clock)
  const page = async (
    c: Asked,
    asked: { readonly country: string; readonly asOf: string },
    faults: readonly string[] = [],
    typed = {},
  ): Promise<string> => {
    const own = behind(c)
    permit(own, 'assess')
    const watched = mayDo(own, 'rate', null) ? await watchCountry(own, asked) : null
    const mayDecide = mayDo(own, 'rule-rating', null)
    return watchlistPage(desktopOf(c, context), { ...asked, watched, mayDecide, faults, typed })
  }
  const askedIn = (c: Asked) => ({
    country: countryIn(context, c.req.query('country')),
    asOf: dayIn(c.req.query('as-of')),
  })
  app.get(home, async (c) => c.html(await page(c, askedIn(c))))
  app.get(`${home}.json`, async (c) => {
    const own = behind(c)
    permit(own, 'rate')
    return c.json(await watchCountry(own, askedIn(c)))
  })
  app.post(home, async (c) => {
    const own = behind(c)
    const sent = await formFields(c, ['country', 'asOf', 'verdict', 'words'])
    const verdict = VERDICTS.find((one) => one === sent.verdict)
    if (!verdict) throw refuse('input.value', { problem: 'verdict' }, 'verdict')
    if (verdict !== 'alert') {
      const proof = proofFor(c, context, 'rule-rating', 'measure/watchlist')
      if (proof) return proof
    }
    const asked = { country: countryIn(context, sent.country), asOf: dayIn(sent.asOf) }
    const work = async (): Promise<Response> => {
      await speakOfWatch(own, { ...asked, verdict, words: sent.words })
      if (wantsJson(c)) return c.json({ verdict })
      const { language } = desktopOf(c, context).face.words
      return c.redirect(
        `/${language}/desk/measure/watchlist?country=${asked.country}&as-of=${asked.asOf}`,
        303,
      )
    }
    const again = (lines: readonly string[]): Promise<string> => page(c, asked, lines, sent)
    return orShow(c, { context }, work, again, ({ code }) => code.startsWith('rating.'))
  })
}
