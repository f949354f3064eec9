/** Requests in; those of a network that asks too often are refused for some seconds. Nothing of an address is kept, written or told. */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from '../../core/faults.ts'
import { type Believed, networkAsked } from './network.ts'

export type Allowance = {
  /** Requests of one network within `seconds`. */
  readonly each: number
  /** Requests of all who come from this machine: behind a proxy or an onion service readers cannot be told apart. Null: work holds them back. */
  readonly together: number | null
  readonly seconds: number
  /** Methods that are counted; null counts all. */
  readonly methods: readonly string[] | null
}

/** A page has one style sheet and two typefaces, which are not counted: thirty pages a second are nobody's reading. */
export const SITE_ALLOWANCE: Allowance = { each: 300, together: 3_000, seconds: 10, methods: null }
/** Each of these may carry a report of megabytes and is read by rules. */
export const DESK_ALLOWANCE: Allowance = {
  each: 30,
  together: 60,
  seconds: 10,
  methods: ['POST', 'PUT', 'PATCH', 'DELETE'],
}

/** Each of these may send somebody a letter. */
export const LETTERS_ALLOWANCE: Allowance = { each: 5, together: null, seconds: 600, methods: ['POST'] }

/** Each of these may bring files. */
export const INTAKE_ALLOWANCE: Allowance = { each: 12, together: null, seconds: 600, methods: ['POST'] }

/** Each of these may be a guess at a receipt; behind an onion service all share the second number. */
export const ANSWERS_ALLOWANCE: Allowance = { each: 12, together: 120, seconds: 600, methods: ['POST'] }

/** Each of these may sign: a school that signs together shares an address, and so does everybody who comes by the onion service. */
export const ACTIONS_ALLOWANCE: Allowance = { each: 60, together: 600_000, seconds: 600, methods: ['POST'] }

/** A phone that was days without a network sends hundreds of pieces at once. */
export const FIELD_ALLOWANCE: Allowance = { each: 600, together: 3_000, seconds: 60, methods: ['POST'] }

const DAY = 86_400_000

/** A key of the day that is in memory alone: what was counted yesterday cannot be turned back into a network. */
export function dailyKey(now: () => number = Date.now): (network: string) => string {
  const newKey = () => createSecretKey(randomBytes(32))
  let [day, key] = [-1, newKey()]
  return (network) => {
    const current = Math.floor(now() / DAY)
    if (current !== day) [day, key] = [current, newKey()]
    return createHmac('sha256', key).update(network).digest('base64url')
  }
}

export function rateLimit(
  allowance: Allowance,
  believed: Believed = 'none',
  keyOf: (network: string) => string = dailyKey(),
): MiddlewareHandler {
  const { seconds: duration, methods } = allowance
  const each = new RateLimiterMemory({ points: allowance.each, duration })
  const together =
    allowance.together === null ? null : new RateLimiterMemory({ points: allowance.together, duration })
  return async (c, next) => {
    if (methods === null || methods.includes(c.req.method)) {
      // Without a server beneath there is no socket: then the request came from this process.
      const incoming = (c.env as { readonly incoming?: IncomingMessage } | undefined)?.incoming
      const network = networkAsked(incoming?.socket?.remoteAddress, c.req.header('X-Forwarded-For'), believed)
      const wait = await (network === null
        ? secondsToWait(together, 'here')
        : secondsToWait(each, keyOf(network)))
      if (wait > 0) {
        c.header('Retry-After', String(wait))
        throw refuse('request.too-many', { seconds: wait })
      }
    }
    await next()
  }
}

/** 0 when there is room. */
async function secondsToWait(limiter: RateLimiterMemory | null, key: string): Promise<number> {
  try {
    await limiter?.consume(key)
    return 0
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
    throw refused
  }
}
