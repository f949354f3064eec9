/** The routes of the planner of a workshop, all below /plan/. They give out and take nothing: there is no address here that anything could be sent to. */
import type { Hono } from 'hono'
import { scriptFor } from '../../app/serving.ts'
import { refuse } from '../../core/faults.ts'
import { isLanguage, LANGUAGES, type Language } from '../../core/language.ts'
import { PLAN_ICON, planManifest, planPage } from '../../publish/plan/page.ts'
import { planPaper } from '../../publish/plan/paper.ts'
import type { PlanView } from '../../publish/plan/view.ts'
import { preferredLanguage } from '../language.ts'
import { planPage as ofPlan, planWorker } from '../middleware/headers.ts'
import { CSS, JAVASCRIPT, NO_CACHE, SVG, sheetOf, typed, workerOf } from './installed-page.ts'
import type { SiteContext } from './views.ts'

const style = sheetOf('plan')
const script = (): Promise<string> => scriptFor('web/islands/plan/main.ts')
/** Beside its script, style and icon: what it needs where there is no network. */
const KEPT = LANGUAGES.flatMap((one) => [one, `${one}/paper`, `${one}.webmanifest`])

export function planRoutes(app: Hono, { knowledge }: SiteContext): void {
  const viewIn = (language: Language): PlanView => ({
    words: knowledge.words[language],
    sheet: knowledge.codebook.plan,
  })
  app.use('/plan/*', ofPlan)
  app.use('/plan/worker.js', planWorker)
  for (const path of ['/plan', '/plan/'])
    app.get(path, (c) => c.redirect(`/plan/${preferredLanguage(c.req.header('Accept-Language'))}`, 302))
  app.get('/plan/plan.js', async (c) => c.body(await script(), 200, JAVASCRIPT))
  app.get('/plan/plan.css', (c) => c.body(style, 200, CSS))
  app.get('/plan/icon.svg', (c) => c.body(PLAN_ICON, 200, SVG))
  app.get('/plan/worker.js', async (c) => {
    const pages = LANGUAGES.flatMap((one) => [planPage(viewIn(one)), planPaper(viewIn(one))])
    return c.body(workerOf('plan', KEPT, [await script(), style, ...pages]), 200, JAVASCRIPT)
  })
  app.get('/plan/:language/paper', (c) => {
    const language = c.req.param('language')
    if (!isLanguage(language)) throw refuse('page.not-found')
    return c.html(planPaper(viewIn(language)), 200, NO_CACHE)
  })
  app.get('/plan/:page', (c) => {
    const [, language = '', ending] = /^(\w+)(\.webmanifest)?$/.exec(c.req.param('page')) ?? []
    if (!isLanguage(language)) throw refuse('page.not-found')
    if (ending === undefined) return c.html(planPage(viewIn(language)), 200, NO_CACHE)
    return c.body(JSON.stringify(planManifest(viewIn(language))), 200, typed('application/manifest+json'))
  })
}
