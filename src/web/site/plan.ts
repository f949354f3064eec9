/** The routes of the planner of a workshop, all below /plan/. They give out and take nothing: there is no address here that anything could be sent to. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { scriptFor } from '../../app.ts'
import { refuse } from '../../core/faults.ts'
import { isLanguage, LANGUAGES, type Language } from '../../core/language.ts'
import { FONTS } from '../../publish/fonts.ts'
import { PLAN_ICON, planManifest, planPage } from '../../publish/plan/page.ts'
import { planPaper } from '../../publish/plan/paper.ts'
import type { PlanView } from '../../publish/plan/view.ts'
import { preferredLanguage } from '../language.ts'
import { planPage as ofPlan, planWorker } from '../middleware/headers.ts'
import { styleSheet } from './assets.ts'
import type { SiteContext } from './views.ts'

const style = readFileSync(new URL('../ui/plan.css', import.meta.url), 'utf8')
const worker = readFileSync(new URL('../islands/plan/worker.js', import.meta.url), 'utf8')
const script = (): Promise<string> => scriptFor('web/islands/plan/main.ts')

const typed = (type: string) => ({ 'Content-Type': type, 'Cache-Control': 'no-cache' })
const JAVASCRIPT = typed('text/javascript; charset=utf-8')
const NO_CACHE = { 'Cache-Control': 'no-cache' }

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
  app.get('/plan/plan.css', (c) => c.body(style, 200, typed('text/css; charset=utf-8')))
  app.get('/plan/icon.svg', (c) => c.body(PLAN_ICON, 200, typed('image/svg+xml; charset=utf-8')))
  app.get('/plan/worker.js', async (c) => {
    const pages = LANGUAGES.flatMap((one) => [planPage(viewIn(one)), planPaper(viewIn(one))])
    const version = createHash('sha256')
      .update([await script(), style, styleSheet, worker, ...pages].join('\n'))
      .digest('hex')
      .slice(0, 16)
    const head = `const VERSION = ${JSON.stringify(version)}\nconst FILES = ${JSON.stringify(FILES)}\n`
    return c.body(head + worker, 200, JAVASCRIPT)
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

/** Everything that the page needs where there is no network. Italics stand nowhere in it. */
const FILES: readonly string[] = [
  ...LANGUAGES.flatMap((one) => [`/plan/${one}`, `/plan/${one}/paper`, `/plan/${one}.webmanifest`]),
  ...['/plan/plan.js', '/plan/plan.css', '/plan/icon.svg', '/assets/style.css'],
  ...Object.keys(FONTS)
    .filter((name) => !name.includes('italic'))
    .map((name) => `/assets/fonts/${name}`),
]
