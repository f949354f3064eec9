/** Answers leave with headers that let a page do nothing but be read: no script, no frame, no other origin, no trace. */
import type { MiddlewareHandler } from 'hono'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** For the pages that ask a browser for a passkey and those where reports come in: our own script, which talks to our own server. */
export const SCRIPTED_POLICY = `${CONTENT_SECURITY_POLICY}; script-src 'self'; connect-src 'self'`

/** For every other page behind the door: our own script, which talks to nobody. The key that leaves works on all of them. */
export const ISLAND_POLICY = `${CONTENT_SECURITY_POLICY}; script-src 'self'`

/** For the page that phones install: its own script, which works without a network and may use the camera if the person lets it. */
const FIELD_POLICY = `${SCRIPTED_POLICY}; manifest-src 'self'; worker-src 'self'`.replace(
  "form-action 'self'",
  "form-action 'none'",
)
const FIELD_PERMISSIONS = 'camera=(self), microphone=(), geolocation=(), browsing-topics=()'

/** For the planner of a workshop: its own script, which cannot speak to anybody, the house included; only its worker fetches its own files. */
const PLAN_POLICY = `${ISLAND_POLICY}; manifest-src 'self'; worker-src 'self'`.replace(
  "form-action 'self'",
  "form-action 'none'",
)
const PLAN_WORKER_POLICY = "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"

/** By what a route is marked with. */
const POLICIES: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [true, SCRIPTED_POLICY],
  ['island', ISLAND_POLICY],
  ['field', FIELD_POLICY],
  ['plan', PLAN_POLICY],
  ['plan-worker', PLAN_WORKER_POLICY],
])

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // An address can name a person's case; no other site learns where a reader came from.
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'X-Permitted-Cross-Domain-Policies': 'none',
  // Heard by browsers over TLS alone: on loopback and over an onion service it says nothing.
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
}

export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const own = c.res.headers.get('Content-Security-Policy')
  // Set over an answer that is made already, each header makes the whole answer anew: the first does, the others are set in what it made.
  c.header('X-Content-Type-Options', 'nosniff')
  const { headers } = c.res
  for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value)
  // A page with a script says itself which one, by its hash.
  if (own !== null) headers.set('Content-Security-Policy', own)
  if (c.get('anyOrigin') === true) headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  const policy = POLICIES.get(c.get('scripted'))
  if (policy !== undefined) headers.set('Content-Security-Policy', policy)
  if (c.get('scripted') === 'field') headers.set('Permissions-Policy', FIELD_PERMISSIONS)
}

/** Marks a page as one of the few with a script. */
export const scripted: MiddlewareHandler<{ Variables: { scripted?: true | 'island' } }> = async (c, next) => {
  c.set('scripted', true)
  await next()
}

/** Marks what belongs to the page that phones install. */
export const fieldPage: MiddlewareHandler<{ Variables: { scripted?: 'field' } }> = async (c, next) => {
  c.set('scripted', 'field')
  await next()
}

/** Marks what belongs to the planner of a workshop, and the worker of it. */
export const planPage: MiddlewareHandler<{ Variables: { scripted?: 'plan' | 'plan-worker' } }> = async (
  c,
  next,
) => {
  c.set('scripted', 'plan')
  await next()
}
export const planWorker: MiddlewareHandler<{ Variables: { scripted?: 'plan' | 'plan-worker' } }> = async (
  c,
  next,
) => {
  c.set('scripted', 'plan-worker')
  await next()
}

/** Marks the pages behind the door. */
export const island: MiddlewareHandler<{ Variables: { scripted?: true | 'island' } }> = async (c, next) => {
  c.set('scripted', 'island')
  await next()
}

/** For unpublished pages: nothing is kept by browsers or anything on the way. */
export const notStored: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
}
