/** The routes by which somebody tells something: sealed in their browser, or streamed into the encrypter where there is no script. */
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type FormGate, scriptFor } from '../../app/serving.ts'
import { Refusal, refuse } from '../../core/faults.ts'
import { ANSWER_BLOCK, MOST_PARTS } from '../../core/intake.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import { type IntakeView, intakePage, toldPage } from '../../publish/pages/intake.ts'
import { answersIn, takePlain, wordsOfKeyIn } from '../../usecases/intake/plain.ts'
import { answersFor, type Intake, takeTold } from '../../usecases/intake/take.ts'
import { recipientsNow } from '../../usecases/sealed/recipients.ts'
import { faultLines } from '../errors.ts'
import { fewAtOnce } from '../middleware/few-at-once.ts'
import { scripted } from '../middleware/headers.ts'
import { faceOf, type SiteContext } from './views.ts'

export type IntakeOptions = {
  readonly intake: Intake
  /** Only who comes by the onion service may tell anything. */
  readonly onionOnly: boolean
  /** `http://….onion`; empty: there is none. */
  readonly onion: string
  /** Everything sent at once. */
  readonly maxBytes: number
  /** Refuses a network that tells too often, and one that looks for answers too often. */
  readonly limit?: MiddlewareHandler | undefined
  readonly answerLimit?: MiddlewareHandler | undefined
  /** Left out: no work is asked, and nobody waits. */
  readonly gate?: FormGate | undefined
}

const TYPE = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' }
const NO_STORE = { 'Cache-Control': 'no-store' }

/** Bodies that are read at once, and how many of the largest memory has room for: one that comes slowly holds little yet. */
const MOST_AT_ONCE = 64
const LARGEST_AT_ONCE = 8
/** Seconds after which whoever found no room tries again. */
const AGAIN_S = 30

export function intakeRoutes(app: Hono, context: SiteContext, options: IntakeOptions): void {
  const { intake, onion, onionOnly, maxBytes, limit, answerLimit, gate } = options
  const page = '/:language/tell'
  const languageIn = (c: Context): Language => {
    const language = c.req.param('language')
    if (!isLanguage(language)) throw refuse('page.not-found')
    return language
  }
  const faceIn = (c: Context) => faceOf(context, languageIn(c), servedAt(''))
  // The name that a browser asked for: whoever lies about it lies to themselves.
  const isOnion = (c: Context): boolean =>
    onion !== '' && new URL(c.req.url).hostname === new URL(onion).hostname
  const view = async (c: Context, lines: readonly string[] = []): Promise<IntakeView> => {
    const { kind, signed } = await recipientsNow(intake, intake.sealingRoot)
    const open = kind === 'holds' && signed !== null
    return {
      ...faceIn(c),
      ...{ open, plain: isOnion(c) },
      ...{ signed: JSON.stringify(signed), root: intake.sealingRoot, onion, lines },
      asksWork: gate?.asks === true,
      words8: open ? wordsOfKeyIn(intake.sealingRoot) : '',
    }
  }
  const refused = async (c: Context, plain: boolean, error: unknown): Promise<Response> => {
    if (!(error instanceof Refusal)) throw error
    const lines = faultLines(error.faults, faceIn(c).words)
    const status = error.code === 'intake.busy' ? 503 : 422
    if (status === 503) c.header('Retry-After', String(AGAIN_S))
    if (!plain) return c.json({ code: error.code, messages: lines }, status, NO_STORE) as Response
    // What was told is not written back: it would stay on the screen of a shared computer.
    return c.html(intakePage(await view(c, lines)), status, NO_STORE) as Response
  }
  const few = fewAtOnce({
    most: MOST_AT_ONCE,
    bytes: LARGEST_AT_ONCE * maxBytes,
    full: (c) => refused(c, c.req.path.endsWith('/plain'), busy()),
    gone: busy,
    broken: () => refuse('intake.shape'),
  })
  const small = bodyLimit({ maxSize: 4_000, onError: () => tooLarge(4_000) })
  const whole = bodyLimit({ maxSize: maxBytes, onError: () => tooLarge(maxBytes) })

  app.get('/assets/tell.js', async (c) => c.body(await scriptFor('web/islands/sealed/tell.ts'), 200, TYPE))
  app.use(page, scripted)
  if (onionOnly)
    app.use(`${page}/*`, async (c, next) => {
      if (c.req.method !== 'GET' && !isOnion(c)) throw refuse('intake.plain')
      await next()
    })
  if (limit) app.on('POST', [page, `${page}/plain`], limit)
  app.on('POST', [page, `${page}/plain`], few.guard)
  if (answerLimit) app.on('POST', `${page}/answers/*`, answerLimit)
  app.get(page, async (c) => {
    if (onionOnly && !isOnion(c)) return c.redirect(`${onion}/${languageIn(c)}/tell`, 302)
    return c.html(intakePage(await view(c)), 200, NO_STORE)
  })
  app.get(`${page}.json`, async (c) => {
    const { open, signed, root, words8 } = await view(c)
    return c.json({ open, root, words: words8, signed: JSON.parse(signed), onion, onionOnly }, 200, NO_STORE)
  })
  app.post(page, whole, async (c) => {
    if (onionOnly && !isOnion(c)) throw refuse('intake.plain')
    try {
      const { work, ...told } = await toldIn(c)
      few.read(c)
      await gate?.pass(work)
      await takeTold(intake, told)
      return c.json({ done: true }, 200, NO_STORE)
    } catch (error) {
      return refused(c, false, error)
    }
  })
  app.post(`${page}/plain`, whole, async (c) => {
    // Elsewhere than in an onion service others than the server could read it on its way.
    if (!isOnion(c)) throw refuse('intake.plain')
    try {
      // Nothing works without script, so this form waits, once it is sealed.
      const turn = async (): Promise<unknown> => {
        few.read(c)
        return gate?.pass('')
      }
      const receipt = await takePlain(intake, c.req.raw, { parts: MOST_PARTS, bytes: maxBytes }, turn)
      return c.html(toldPage(faceIn(c), { receipt }), 200, NO_STORE)
    } catch (error) {
      return refused(c, true, error)
    }
  })
  app.post(`${page}/answers`, small, async (c) => {
    const mailbox = new URLSearchParams(await c.req.text()).get('mailbox') ?? ''
    try {
      const sealed = await answersFor(intake, mailbox)
      const answers = sealed.map((one) => Buffer.from(one).toString('base64'))
      const text = JSON.stringify({ answers })
      // Whole blocks, whether there is an answer or none: the length alone would tell.
      const length = Math.ceil((text.length + 1) / ANSWER_BLOCK) * ANSWER_BLOCK
      return c.body(text.padEnd(length), 200, {
        ...NO_STORE,
        'Content-Type': 'application/json',
        'Content-Encoding': 'identity',
      })
    } catch (error) {
      return refused(c, false, error)
    }
  })
  app.post(`${page}/answers/plain`, small, async (c) => {
    if (!isOnion(c)) throw refuse('intake.plain')
    try {
      const typed = new URLSearchParams(await c.req.text()).get('receipt') ?? ''
      return c.html(toldPage(faceIn(c), { answers: await answersIn(intake, typed) }), 200, NO_STORE)
    } catch (error) {
      return refused(c, true, error)
    }
  })
}

const busy = (): Refusal => refuse('intake.busy', { seconds: AGAIN_S })

const tooLarge = (limit: number): never => {
  throw refuse('input.too-large', { limit })
}

async function toldIn(c: Context) {
  const form = await c.req.formData().catch((error: unknown) => {
    if (error instanceof Refusal) throw error
    return null
  })
  if (!form) throw refuse('intake.shape')
  const text = (name: string): string => String(form.get(name) ?? '')
  const files = form.getAll('part').filter((one): one is File => one instanceof File)
  const parts = await Promise.all(
    files.map(async (one) => ({ what: one.name, body: new Uint8Array(await one.arrayBuffer()) })),
  )
  return {
    mailbox: text('mailbox'),
    replyTo: text('reply'),
    list: Number(text('list')),
    parts,
    work: text('work'),
  }
}
