/** The public site: reads only, from public tables only, without script, cookies or any trace of the reader. */
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { refuse } from '../../core/faults.ts'
import { LANGUAGES } from '../../core/language.ts'
import { pathAndQuery, servedAt } from '../../publish/links.ts'
import { extentName } from '../../publish/open/extent.ts'
import { savedAs } from '../../publish/open/files.ts'
import { errorPage } from '../../publish/pages/error.ts'
import { publicVersion } from '../../store/queries/public-state.ts'
import { apiFailure, apiRoutes } from '../api/routes.ts'
import { faultLines, languageOf, refusalOf, statusOf } from '../errors.ts'
import { preferredLanguage } from '../language.ts'
import { anyOrigin } from '../middleware/any-origin.ts'
import { cacheRule } from '../middleware/cache-rule.ts'
import { embeddable } from '../middleware/embeddable.ts'
import { safeHeaders } from '../middleware/headers.ts'
import { onionLocation } from '../middleware/onion-location.ts'
import { ownForms } from '../middleware/own-forms.ts'
import { plainPath } from '../middleware/plain-address.ts'
import { remembered } from '../middleware/remembered.ts'
import { type Acting, actRoutes } from './act.ts'
import { parseAddress } from './address.ts'
import { assets } from './assets.ts'
import { type FieldOptions, fieldRoutes } from './field.ts'
import { type IntakeOptions, intakeRoutes } from './intake.ts'
import { type Letters, letterRoutes } from './letters.ts'
import { planRoutes } from './plan.ts'
import { type Rendered, render } from './render.ts'
import { type SigningOptions, signRoutes } from './sign.ts'
import { faceOf, type SiteContext } from './views.ts'
import { workRoutes } from './work.ts'

export type SiteOptions = {
  readonly root: string
  /** Public origin for feeds; empty: that of the request. */
  readonly origin: string
  /** Refuses who asks too often; none where no server stands beneath. */
  readonly limit?: MiddlewareHandler | undefined
  /** Keeps pages in memory between requests, as long as nothing public changes. */
  readonly remembers?: boolean | undefined
  /** True while the house is shut: pages are read, nothing is taken from anybody, and no link shows a text before it is out. */
  readonly isShut?: (() => boolean) | undefined
  /** Left out: no letters are sent, and the site takes nothing from anybody. */
  readonly letters?: Letters | undefined
  /** Left out: nobody can tell anything here. */
  readonly intake?: IntakeOptions | undefined
  /** Left out: there is no page for phones. */
  readonly field?: FieldOptions | undefined
  /** Left out: nobody can take part here. */
  readonly acting?: Acting | undefined
  /** Left out: no text can be signed here. */
  readonly signing?: SigningOptions | undefined
  /** `http://….onion`, told to Tor Browser with each page; left out or empty: there is none. */
  readonly onion?: string | undefined
}

export function site(given: SiteContext, options: SiteOptions): Hono {
  const {
    root,
    origin,
    limit,
    remembers,
    letters,
    isShut,
    intake,
    field,
    acting,
    signing,
    onion = '',
  } = options
  const context: SiteContext = {
    ...{ ...given, filesAt: servedAt(origin), sendsLetters: letters !== undefined },
    ...{ asksWork: letters?.gate?.asks === true, takesPart: acting !== undefined },
    tellsAt: intake && ((language) => `${intake.onionOnly ? onion : ''}/${language}/tell`),
  }
  const app = new Hono()
  // Before the headers of every answer, so that it has the last word.
  app.use(`/:language{${LANGUAGES.join('|')}}/embed/*`, embeddable)
  app.use(safeHeaders, cacheRule, ownForms, plainPath)
  if (onion !== '') app.use(onionLocation(onion))
  // Pages alone: what answers a form is short, and how well it packs could tell what was in it.
  app.on('GET', '*', compress())
  app.route('/assets', assets(root))
  if (limit) app.use(limit)
  if (isShut)
    app.post('*', async (_c, next) => {
      if (isShut()) throw refuse('house.shut')
      await next()
    })
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/robots.txt', (c) => c.text('User-agent: *\nAllow: /\n'))
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language')
    return c.redirect(`/${preferredLanguage(c.req.header('Accept-Language'))}/`, 302)
  })
  workRoutes(
    app,
    [letters?.gate, intake?.gate, acting?.gate].flatMap((one) => one ?? []),
  )
  if (letters) letterRoutes(app, context, letters)
  if (intake) intakeRoutes(app, context, intake)
  if (field) fieldRoutes(app, context, field)
  planRoutes(app, context)
  if (acting) actRoutes(app, context, acting)
  if (signing) signRoutes(app, context, signing, isShut)
  if (remembers) app.use(remembered({ version: () => publicVersion(context.store), mayKeep: holdsNoWords }))
  app.use(etag())
  app.use('/api/*', anyOrigin)
  app.use('/data/*', anyOrigin)
  app.get('/api/v1', (c) => c.redirect('/api/v1/', 308))
  app.route('/api/v1/', apiRoutes(context, origin))
  app.get('*', async (c) => {
    const url = new URL(c.req.url)
    const asked = parseAddress(url.pathname, url.searchParams)
    if (!asked) return c.notFound()
    // Feeds are read away from the site, so their links need an origin; pages work on any.
    const own = origin || url.origin
    const isAway = asked.form === 'atom' || asked.page.kind === 'feed'
    const base = isAway ? own : asked.page.kind === 'file' ? origin : ''
    const rendered = await render(
      context,
      faceOf(context, asked.language, servedAt(base, own, context.paint !== undefined)),
      asked.page,
      asked.form,
    )
    if (!rendered) return c.notFound()
    // An address that somebody quoted leads on for as long as the record is shown within another; it may be its own again.
    if (rendered.movedTo) c.header('Location', pathAndQuery(asked.language, rendered.movedTo, asked.form))
    // A withdrawal must reach every reader at once: copies are kept, and asked about each time.
    return c.body(bodyOf(rendered), rendered.movedTo ? 302 : 200, {
      'Content-Type': rendered.type,
      'Cache-Control': 'no-cache',
      ...(rendered.policy !== undefined && { 'Content-Security-Policy': rendered.policy }),
      // A file is the same in every language, and is saved under a name that says what it holds.
      ...(asked.page.kind === 'file'
        ? {
            'Content-Disposition': `attachment; filename="${savedAs(extentName(asked.page.of), asked.page.name)}"`,
          }
        : { 'Content-Language': asked.language }),
    })
  })
  const failed = (c: Parameters<typeof languageOf>[0], error: unknown): Response => {
    const refusal = refusalOf(error)
    const face = faceOf(context, languageOf(c), servedAt(''))
    const status = statusOf(refusal)
    const [code, params] = [refusal?.faults[0]?.code, refusal?.faults[0]?.params ?? {}]
    c.header('Cache-Control', 'no-store')
    if (new URL(c.req.url).pathname.startsWith('/api/')) return c.json(apiFailure(context, error), status)
    if (new URL(c.req.url).pathname.endsWith('.json')) {
      const messages = refusal ? faultLines(refusal.faults, face.words) : [face.words.t('fault.unexpected')]
      return c.json({ status, code: code ?? 'unexpected', messages }, status)
    }
    return c.html(errorPage({ ...face, status, code: code ?? null, params }), status)
  }
  app.onError((error, c) => failed(c, error))
  app.notFound((c) => failed(c, refuse('page.not-found')))
  return app
}

/** What somebody looked for is kept nowhere, and what they asked the read API for is theirs. */
const holdsNoWords = (url: URL): boolean =>
  !url.searchParams.has('q') && !/^\/(?:api|assets)\/|\/search(?:\.json)?$/.test(url.pathname)

/** Bytes in a buffer of their own, as a Response takes them. */
const bodyOf = ({ body }: Rendered): string | ArrayBuffer =>
  typeof body === 'string' ? body : (body.slice().buffer as ArrayBuffer)
