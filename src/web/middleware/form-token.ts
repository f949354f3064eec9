/** A session in, the token that its forms carry out; a form without it is refused. The third wall after SameSite and Origin. */
import { createHmac, randomBytes, randomFillSync, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Session } from '../../core/account.ts'
import { refuse } from '../../core/faults.ts'
import { formOf } from '../desk/form-of.ts'
import type { DeskEnv } from './signed-in.ts'

/** New with each start of the program: a page opened before is opened again. */
const KEY = randomBytes(32)
/** Every open page is worth nothing from now on. */
export const forgetFormTokens = (): unknown => randomFillSync(KEY)
export const FIELD = 'form-token'
export const HEADER = 'X-Form-Token'

/** Bound to the session, not to its present token: a confirmation in another tab does not spoil this page. */
export const formToken = (session: Pick<Session, 'id'>): string =>
  createHmac('sha256', KEY).update(session.id).digest('base64url')

/** Nothing changes by GET, so only the other methods are looked at. */
export const ownForm: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
      c.req.header('Content-Type') ?? '',
    )
    const given = c.req.header(HEADER) ?? (isForm ? (await formOf(c)).get(FIELD) : null)
    if (!isSame(String(given ?? ''), c.get('formToken'))) throw refuse('request.forged')
  }
  await next()
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
