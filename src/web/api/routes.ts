/** The read API under /api/v1: questions by GET, answers and errors as JSON, for any program anywhere. */
import { Hono } from 'hono'
import { LANGUAGES } from '../../core/language.ts'
import { askedIn } from '../../publish/api/asked.ts'
import { openApi } from '../../publish/api/openapi.ts'
import * as parameters from '../../publish/api/parameters.ts'
import { faultLines, refusalOf, statusOf } from '../errors.ts'
import type { SiteContext } from '../site/views.ts'
import * as read from './read.ts'

/** An answer is asked about each time: a withdrawal must reach every program at once. */
const KEPT = { 'Cache-Control': 'no-cache' }

export function apiRoutes(context: SiteContext, origin: string): Hono {
  const app = new Hono()
  const query = (url: string): URLSearchParams => new URL(url).searchParams
  app.get('/', (c) => {
    askedIn(query(c.req.url), parameters.nothingAsked)
    return c.json(read.home(), 200, KEPT)
  })
  app.get('/openapi.json', (c) => c.json(openApi(origin), 200, KEPT))
  app.get('/countries', async (c) => {
    askedIn(query(c.req.url), parameters.nothingAsked)
    return c.json(await read.countries(context), 200, KEPT)
  })
  app.get('/incidents', async (c) =>
    c.json(await read.incidents(context, askedIn(query(c.req.url), parameters.incidentsAsked)), 200, KEPT),
  )
  app.get('/incidents/:id', async (c) => c.json(await read.incident(context, c.req.param('id')), 200, KEPT))
  app.get('/proceedings', async (c) =>
    c.json(
      await read.proceedings(context, askedIn(query(c.req.url), parameters.proceedingsAsked)),
      200,
      KEPT,
    ),
  )
  app.get('/proceedings/:id', async (c) =>
    c.json(await read.proceeding(context, c.req.param('id')), 200, KEPT),
  )
  app.get('/measures', async (c) =>
    c.json(await read.measures(context, askedIn(query(c.req.url), parameters.measuresAsked)), 200, KEPT),
  )
  app.get('/codebook', (c) => {
    askedIn(query(c.req.url), parameters.nothingAsked)
    return c.json(read.codebook(context), 200, KEPT)
  })
  return app
}

/** An error of the API in three languages, with the place of every fault. */
export function apiFailure({ knowledge }: Pick<SiteContext, 'knowledge'>, error: unknown) {
  const refusal = refusalOf(error)
  const messages = Object.fromEntries(
    LANGUAGES.map((language) => {
      const words = knowledge.words[language]
      return [language, refusal ? faultLines(refusal.faults, words) : [words.t('fault.unexpected')]]
    }),
  )
  const status = statusOf(refusal)
  const faults = (refusal?.faults ?? []).map(({ code, where }) => ({ code, where: where ?? null }))
  return { status, code: refusal?.code ?? 'unexpected', messages, faults }
}
