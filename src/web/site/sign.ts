/** The routes of a link by which an organisation signs a text: the text as it stands is shown, and nothing happens until the form is sent. */
import type { Hono, MiddlewareHandler, Context as Request } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal, refuse } from '../../core/faults.ts'
import { isLanguage, type Language } from '../../core/language.ts'
import { servedAt } from '../../publish/links.ts'
import { type SignView, signJson, signPage, signPath } from '../../publish/pages/sign.ts'
import type { Context } from '../../usecases/context.ts'
import { type Answer, answerAtLink, atLink, isAskedAnew } from '../../usecases/signing/at-link.ts'
import { faultLines, statusOf } from '../errors.ts'
import { faceOf, type SiteContext } from './views.ts'

/** `context`: the whole house; the tables of signatures are closed to the login that the pages are read with. */
export type SigningOptions = { readonly context: Context; readonly limit?: MiddlewareHandler | undefined }

const MOST_BYTES = 10_000
const NO_STORE = { 'Cache-Control': 'no-store' }

/** `isShut`: a link may show words that are not out yet, and tells who was asked: it opens nothing while the house is shut. */
export function signRoutes(
  app: Hono,
  site: SiteContext,
  { context, limit }: SigningOptions,
  isShut: () => boolean = () => false,
): void {
  const path = '/:language/sign/:token'
  const languageIn = (c: Request): Language => {
    const language = c.req.param('language')
    if (!isLanguage(language)) throw refuse('page.not-found')
    return language
  }
  const tokenIn = (c: Request): string => c.req.param('token') ?? ''
  const view = async (
    c: Request,
    lines: readonly string[] = [],
    typed: Readonly<Record<string, string>> = {},
  ): Promise<SignView> => {
    const read = await atLink(context, tokenIn(c))
    const face = faceOf(site, languageIn(c), servedAt(''))
    return { ...face, ...read, token: tokenIn(c), isAnew: isAskedAnew(read), lines, typed }
  }
  const small = bodyLimit({
    maxSize: MOST_BYTES,
    onError: () => {
      throw refuse('input.too-large', { limit: MOST_BYTES })
    },
  })
  // Who tries links is slowed down, whatever they send.
  if (limit) app.use(`${path}/*`, limit)
  app.use(`${path}/*`, async (_c, next) => {
    if (isShut()) throw refuse('house.shut')
    await next()
  })
  app.get(`${path}/data.json`, async (c) => c.json(signJson(await view(c)), 200, NO_STORE))
  app.get(`${path}/text`, async (c) => {
    const { text } = await atLink(context, tokenIn(c))
    return c.body(text, 200, { ...NO_STORE, 'Content-Type': 'text/plain; charset=utf-8' })
  })
  app.get(path, async (c) => c.html(signPage(await view(c)), 200, NO_STORE))
  app.post(path, small, async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, value.slice(0, 200)]))
    try {
      await answerAtLink(context, tokenIn(c), answerIn(typed))
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'sign.link') throw error
      const lines = faultLines(error.faults, faceOf(site, languageIn(c), servedAt('')).words)
      return c.html(signPage(await view(c, lines, typed)), statusOf(error), NO_STORE)
    }
    return c.redirect(signPath(languageIn(c), tokenIn(c)), 303)
  })
}

function answerIn(typed: Readonly<Record<string, string>>): Answer {
  if (typed.do === 'decline' || typed.do === 'withdraw') return { do: typed.do }
  if (typed.do !== 'sign') throw refuse('input.value', { problem: 'do' }, 'do')
  const words = (name: string): string | null => typed[name]?.trim() || null
  const country = words('country')
  if (country !== null && !/^[A-Z]{2}$/.test(country))
    throw refuse('input.value', { problem: 'country' }, 'country')
  const names = { en: words('name-en'), ru: words('name-ru'), kk: words('name-kk') }
  return {
    do: 'sign',
    version: Number(typed.version),
    signature: {
      names: typed.hold === 'yes' ? null : names,
      ...{ country, place: words('place'), role: words('role') },
    },
  }
}
