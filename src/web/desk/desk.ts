/** The workspace: the door, then everything behind it, each in the name of whoever is signed in. Bound to loopback unless told otherwise. */
import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { BackupHealth } from '../../core/backup/health.ts'
import { refuse } from '../../core/faults.ts'
import type { ReadingAllowance } from '../../core/reading-allowance.ts'
import type { Staff } from '../../store/wall.ts'
import type { DemoEntrance } from '../../usecases/accounts/demo-entrance.ts'
import { type Gate, newGate } from '../../usecases/accounts/gate.ts'
import { type ActionKeys, openActionKeys } from '../../usecases/actions/keys.ts'
import type { Context } from '../../usecases/context.ts'
import type { Setting } from '../../usecases/set-manuscript.ts'
import { apiFailure } from '../api/routes.ts'
import { faultLines, languageOf, refusalOf, statusOf } from '../errors.ts'
import { ownForm } from '../middleware/form-token.ts'
import { island, notStored, safeHeaders } from '../middleware/headers.ts'
import { ownHost } from '../middleware/own-host.ts'
import { plainAddress } from '../middleware/plain-address.ts'
import type { Refusals } from '../middleware/refusals.ts'
import { roomFirst } from '../middleware/room-first.ts'
import { type DeskEnv, notAway, signedIn, wantsJson } from '../middleware/signed-in.ts'
import { withinAllowance } from '../middleware/within-allowance.ts'
import { assets } from '../site/assets.ts'
import { confirmRoutes } from './accounts/confirm.ts'
import { demoRoutes } from './accounts/demo.ts'
import type { Door } from './accounts/door.ts'
import { joinRoutes } from './accounts/join.ts'
import { leaveRoutes } from './accounts/leave.ts'
import { awayRoutes, manageRoutes } from './accounts/manage.ts'
import { meRoutes, signOutRoute } from './accounts/me.ts'
import { notShut, panicRoutes } from './accounts/panic.ts'
import { signInRoutes } from './accounts/sign-in.ts'
import { actionRoutes } from './actions/routes.ts'
import { analysesRoutes } from './analyses/routes.ts'
import { partnerApi } from './api/routes.ts'
import { behind } from './behind.ts'
import { calendarFeed } from './calendar/feed.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { campaignRoutes } from './campaigns/routes.ts'
import { cardRoutes } from './cards/routes.ts'
import { caseRoutes } from './cases/routes.ts'
import { documentRoutes } from './documents/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { anyFaceOf } from './face.ts'
import { failurePage, writtenIn } from './failure-page.ts'
import { fieldDeskRoutes } from './field/routes.ts'
import { newRecordRoutes } from './hand/new-routes.ts'
import { pickRoute } from './hand/pick-route.ts'
import { rulingRoutes } from './hand/ruling-routes.ts'
import { sourceRoutes } from './hand/source-routes.ts'
import { houseRoutes } from './house/routes.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { intakeDeskRoutes } from './intake/routes.ts'
import { lessonRoutes } from './lessons/routes.ts'
import { bodyRoutes } from './links/body-routes.ts'
import { linkRoutes } from './links/routes.ts'
import { stemRoutes } from './links/stem-routes.ts'
import { agreementRoutes } from './measure/agreement-routes.ts'
import { countRoutes } from './measure/count-routes.ts'
import { coverageRoutes } from './measure/coverage-routes.ts'
import { lawRoutes } from './measure/law-routes.ts'
import { mappingRoutes } from './measure/mapping-routes.ts'
import { ratingRoutes } from './measure/rating/routes.ts'
import { trainingRoutes } from './measure/training/routes.ts'
import { unseenRoutes } from './measure/unseen/routes.ts'
import { watchlistRoutes } from './measure/watchlist/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { questionRoutes } from './questions/routes.ts'
import { recommendationRoutes } from './recommendations/routes.ts'
import { recordRoutes } from './records/routes.ts'
import { scripts } from './scripts.ts'
import { sealedRoutes } from './sealed/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { secondRoutes } from './second/routes.ts'
import { tacticRoutes } from './tactics/routes.ts'
import { todayRoutes } from './today/routes.ts'
import { twicePeopleRoutes } from './twice/people-routes.ts'
import { twiceRoutes } from './twice/routes.ts'
import { voicesRoutes } from './voices/routes.ts'
import { writeRoutes } from './write/routes.ts'
import { signRoutes } from './write/sign-routes.ts'

export type DeskOptions = {
  readonly root: string
  readonly host: string
  /** Address people type to reach the workspace behind TLS; empty: localhost. */
  readonly origin?: string
  readonly demo?: DemoEntrance
  /** Where the public site stands, for links that are given out; left out: their path alone is told. */
  readonly site?: string
  /** The store as each who is signed in may reach it; left out, the whole: for tests that look at the first wall alone. */
  readonly staff?: Pick<Staff, 'behind'>
  readonly gate?: Gate
  /** Keys of campaigns, as this program has them in memory. */
  readonly keys?: ActionKeys | undefined
  /** A drawing in, the same as a PNG out; left out: files of applications tell drawings in words. */
  readonly paint?: Setting['paint']
  /** How the last backup went. */
  readonly backups?: () => BackupHealth
  /** Refuses who sends too many forms; none where no server stands beneath. */
  readonly limit?: MiddlewareHandler | undefined
  /** Counts what is refused; left out: nobody is told. */
  readonly refusals?: Refusals
  /** Gives up room that was kept on the disk, before a step that protects somebody. */
  readonly makeRoom?: () => void
  /** How much an account may be shown in a day; left out: no bound. */
  readonly allowance?: ReadingAllowance | null
  /** Told when somebody shuts the house here: the program forgets its keys at once. */
  readonly onPanic?: () => void
}

/** Room for the form around the file. */
const FORM_BYTES = 100_000

export function desk(context: Context, options: DeskOptions): Hono<DeskEnv> {
  const { root, host, origin = '' } = options
  const door: Door = { context, gate: options.gate ?? newGate(context), origin, demo: options.demo ?? null }
  const app = new Hono<DeskEnv>()
  app.use(safeHeaders)
  if (options.refusals) app.use(options.refusals.note)
  app.route('/assets', scripts(root))
  app.route('/assets', assets(root))
  app.use(notStored, ownHost(host, origin), plainAddress)
  if (options.limit) app.use(options.limit)
  // A form sent by another site carries another Origin (or none a browser would leave out) and is refused.
  app.use(
    csrf({ origin: (from, c) => from === new URL(c.req.url).origin || (origin !== '' && from === origin) }),
  )
  app.use(
    bodyLimit({
      maxSize: context.maxBytes + FORM_BYTES,
      onError: () => {
        throw refuse('input.too-large', { limit: context.maxBytes })
      },
    }),
  )
  app.get('/favicon.ico', (c) => c.body(null, 204))
  app.get('/', (c) => c.redirect('/desk/', 302))
  app.get('/desk/', (c) => c.redirect(`/${languageOf(c)}/desk/`, 302))
  leaveRoutes(app, door)
  signInRoutes(app, door)
  joinRoutes(app, door)
  demoRoutes(app, door)
  const staff = options.staff ?? { behind: () => context.store }
  partnerApi(app, context, staff)
  calendarFeed(app, context, staff)
  // Before the door, which writes down when a session was used last.
  if (options.makeRoom) app.use(roomFirst(options.makeRoom))
  // The door. Every route below has an actor, a live session and, unless it is a GET, a form of our own.
  app.use(signedIn(context), ownForm, island)
  signOutRoute(app, door)
  app.use(notAway)
  const { allowance = null } = options
  const own = behind(context, staff)
  if (allowance) app.use(withinAllowance(context, own, allowance))
  confirmRoutes(app, door)
  panicRoutes(app, door, options.onPanic ?? (() => {}))
  app.use(notShut(door))
  meRoutes(app, door, own)
  manageRoutes(app, door)
  awayRoutes(app, door, allowance)
  todayRoutes(app, context, own, allowance)
  questionRoutes(app, context, own)
  secondRoutes(app, context, own)
  searchRoutes(app, context, own)
  linkRoutes(app, context, own)
  twiceRoutes(app, context, own)
  twicePeopleRoutes(app, context, own)
  stemRoutes(app, context, own)
  bodyRoutes(app, context, own)
  // Before the records: «new» is no id of one.
  newRecordRoutes(app, context, own)
  sourceRoutes(app, context, own)
  rulingRoutes(app, context, own)
  recordRoutes(app, context, own)
  peopleRoutes(app, context, own)
  caseRoutes(app, context, own)
  calendarRoutes(app, context, own)
  tacticRoutes(app, context, own)
  voicesRoutes(app, context, own)
  campaignRoutes(app, context, own)
  planRoutes(app, context, own, options.paint)
  cardRoutes(app, context, own)
  lessonRoutes(app, context, own)
  analysesRoutes(app, context, own)
  unseenRoutes(app, context, own)
  countRoutes(app, context, own)
  mappingRoutes(app, context, own)
  lawRoutes(app, context, own)
  coverageRoutes(app, context, own)
  agreementRoutes(app, context, own)
  trainingRoutes(app, context, own)
  ratingRoutes(app, context, own)
  watchlistRoutes(app, context, own)
  writeRoutes(app, context, own, options.site ?? '')
  signRoutes(app, context, own, options.site ?? '')
  exportRoutes(app, context, own)
  sealedRoutes(app, context, own)
  intakeDeskRoutes(app, context, own)
  fieldDeskRoutes(app, context, own)
  actionRoutes(app, context, own, options.keys ?? openActionKeys())
  houseRoutes(app, context, own, options.backups)
  pickRoute(app, context, own)
  inboxRoutes(app, context, own)
  recommendationRoutes(app, context, own)
  documentRoutes(app, context, own)
  app.onError(async (error, c) => {
    if (new URL(c.req.url).pathname.startsWith('/api/')) {
      const failure = apiFailure(context, error)
      return c.json(failure, failure.status)
    }
    const refusal = refusalOf(error)
    const face = anyFaceOf(c, context)
    const status = statusOf(refusal)
    const failure = { status, faults: refusal?.faults ?? null, path: new URL(c.req.url).pathname }
    if (!wantsJson(c)) return c.html(failurePage(face, { ...failure, written: await writtenIn(c) }), status)
    const lines = refusal ? faultLines(refusal.faults, face.words) : [face.words.t('fault.unexpected')]
    const confirm = refusal?.code === 'account.confirm' && { to: `/${face.words.language}/desk/confirm` }
    return c.json({ status, code: refusal?.code ?? 'unexpected', messages: lines, ...confirm }, status)
  })
  app.notFound((c) => {
    const face = anyFaceOf(c, context)
    const faults = [{ code: 'page.not-found', params: {} }] as const
    return c.html(
      failurePage(face, { status: 404, faults, path: new URL(c.req.url).pathname, written: [] }),
      404,
    )
  })
  return app
}
