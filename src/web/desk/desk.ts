/** The workspace: the door, one's own page, accounts; reports taken in and what the rules propose of each. Bound to loopback unless told otherwise. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { refuse } from '../../core/faults.ts'
import { deskDocument, deskDocuments } from '../../store/queries/desk.ts'
import type { DemoEntrance } from '../../usecases/accounts/demo-entrance.ts'
import { type Gate, newGate } from '../../usecases/accounts/gate.ts'
import { mayManageAccounts } from '../../usecases/accounts/may-manage-accounts.ts'
import type { Context } from '../../usecases/context.ts'
import { importReport } from '../../usecases/import-report.ts'
import { faultLines, languageOf, refusalOf, statusOf } from '../errors.ts'
import { ownForm } from '../middleware/form-token.ts'
import { notStored, safeHeaders } from '../middleware/headers.ts'
import { ownHost } from '../middleware/own-host.ts'
import { type DeskEnv, notAway, signedIn, wantsJson } from '../middleware/signed-in.ts'
import { assets } from '../site/assets.ts'
import { confirmRoutes } from './accounts/confirm.ts'
import { demoRoutes } from './accounts/demo.ts'
import type { Door } from './accounts/door.ts'
import { joinRoutes } from './accounts/join.ts'
import { awayRoutes, manageRoutes } from './accounts/manage.ts'
import { meRoutes, signOutRoute } from './accounts/me.ts'
import { signInRoutes } from './accounts/sign-in.ts'
import { anyFaceOf, faceOf } from './face.ts'
import { deskPage, documentPage, failurePage } from './pages.ts'
import { scripts } from './scripts.ts'
import { sourceOf } from './source-form.ts'

export type DeskOptions = {
  readonly root: string
  readonly host: string
  /** Address people type to reach the workspace behind TLS; empty: localhost. */
  readonly origin?: string
  readonly demo?: DemoEntrance
  readonly gate?: Gate
}

/** Room for the form around the file. */
const FORM_BYTES = 100_000

export function desk(context: Context, options: DeskOptions): Hono<DeskEnv> {
  const { root, host, origin = '' } = options
  const door: Door = { context, gate: options.gate ?? newGate(context), origin, demo: options.demo ?? null }
  const app = new Hono<DeskEnv>()
  app.use(safeHeaders)
  app.route('/assets', scripts(root))
  app.route('/assets', assets(root))
  app.use(notStored, ownHost(host, origin))
  // A form sent by another site carries another Origin (or none a browser would leave out) and is refused.
  app.use(
    csrf({ origin: (from, c) => from === new URL(c.req.url).origin || (origin !== '' && from === origin) }),
  )
  const limit = context.maxBytes + FORM_BYTES
  app.use(
    bodyLimit({
      maxSize: limit,
      onError: () => {
        throw refuse('input.too-large', { limit: context.maxBytes })
      },
    }),
  )
  app.get('/', (c) => c.redirect('/desk/', 302))
  app.get('/desk/', (c) => c.redirect(`/${languageOf(c)}/desk/`, 302))
  signInRoutes(app, door)
  joinRoutes(app, door)
  demoRoutes(app, door)
  // The door. Every route below has an actor, a live session and, unless it is a GET, a form of our own.
  app.use(signedIn(context), ownForm)
  signOutRoute(app, door)
  app.use(notAway)
  confirmRoutes(app, door)
  meRoutes(app, door)
  manageRoutes(app, door)
  awayRoutes(app, door)
  recordRoutes(app, context)
  app.onError((error, c) => {
    const refusal = refusalOf(error)
    const face = anyFaceOf(c, context)
    const lines = refusal ? faultLines(refusal.faults, face.words) : [face.words.t('fault.unexpected')]
    const status = statusOf(refusal)
    if (!wantsJson(c)) return c.html(failurePage(face, lines), status)
    const confirm = refusal?.code === 'account.confirm' && { to: `/${face.words.language}/desk/confirm` }
    return c.json({ status, code: refusal?.code ?? 'unexpected', messages: lines, ...confirm }, status)
  })
  app.notFound((c) => {
    const face = anyFaceOf(c, context)
    return c.html(failurePage(face, [face.words.t('fault.page.not-found')]), 404)
  })
  return app
}

/** Reports and what was proposed of them. */
function recordRoutes(app: Hono<DeskEnv>, context: Context): void {
  // Who decides who comes in sees nothing of what is in here.
  app.use('/:language/desk/*', async (c, next) => {
    if (!mayManageAccounts(c.get('actor'))) return next()
    if (c.req.path === `/${languageOf(c)}/desk/`) return c.redirect(`/${languageOf(c)}/desk/accounts`, 303)
    throw refuse('account.not-allowed')
  })
  app.get('/:language/desk/', async (c) =>
    c.html(
      deskPage(faceOf(c, context), [...context.knowledge.packs.values()], await deskDocuments(context.store)),
    ),
  )
  app.get('/:language/desk/:document', async (c) => {
    const found = await deskDocument(context.store, c.req.param('document'))
    if (!found) return c.notFound()
    return c.html(documentPage(faceOf(c, context), found, context.knowledge.codebook))
  })
  app.post('/:language/desk/documents', async (c) => {
    const form = await c.req.formData()
    const file = form.get('file')
    if (!(file instanceof File)) throw refuse('input.empty')
    const asOf = String(form.get('as-of') ?? '').trim()
    const imported = await importReport(context, {
      bytes: new Uint8Array(await file.arrayBuffer()),
      name: file.name,
      country: String(form.get('pack') ?? ''),
      source: sourceOf(form, file.name),
      asOf: asOf === '' ? null : asOf,
      by: c.get('actor').handle,
    })
    return c.redirect(`/${languageOf(c)}/desk/${imported.document}`, 303)
  })
}
