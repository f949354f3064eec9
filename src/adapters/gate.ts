/** What the door remembers while the program runs: challenges not answered yet, and tries at handles. Nothing of it is stored. */
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { refuse } from '../core/faults.ts'
import { WINDOW_MS, waitFor } from '../core/slow-down.ts'
import type { Clock } from './clock.ts'

export type Gate = {
  /** A new challenge for one purpose; `subject` is who it was made for. */
  readonly challenge: (subject: string) => string
  /** True once, for the subject it was made for, within five minutes. */
  readonly answered: (challenge: string | null, subject: string) => boolean
  /** Returns when this handle may be tried; known and unknown handles wait alike. */
  readonly pass: (handle: string) => Promise<void>
}

const CHALLENGE_MS = 5 * 60_000
/** A flood must not fill the memory: the oldest go first. */
const MOST_CHALLENGES = 10_000
const MOST_HANDLES = 10_000
/** More tries than this waiting at one handle are told to come again: they would wait for nothing but a guess. */
const MOST_WAITING = 8

/** `last`: when the newest try was let through or will be. `waiting`: tries that stand at the door. */
type Tries = { readonly count: number; readonly last: number; waiting: number }

export function openGate(clock: Clock, wait: (ms: number) => Promise<unknown> = sleep): Gate {
  const challenges = new Map<string, { readonly subject: string; readonly until: number }>()
  const tries = new Map<string, Tries>()
  const now = (): number => Date.parse(clock.now())
  return {
    challenge: (subject) => {
      const challenge = randomBytes(32).toString('base64url')
      dropOldest(challenges, MOST_CHALLENGES)
      challenges.set(challenge, { subject, until: now() + CHALLENGE_MS })
      return challenge
    },
    answered: (challenge, subject) => {
      const made = challenges.get(challenge ?? '')
      challenges.delete(challenge ?? '')
      return made !== undefined && made.subject === subject && now() < made.until
    },
    pass: async (handle) => {
      const before = tries.get(handle)
      const count = before && now() - before.last < WINDOW_MS ? before.count : 0
      const delay = waitFor(count)
      const waiting = before?.waiting ?? 0
      if (delay > 0 && waiting >= MOST_WAITING) throw refuse('account.slow')
      // Tries at the same time wait one behind the other, or a hundred at once would wait no longer than one.
      const starts = delay > 0 ? Math.max(now(), before?.last ?? 0) + delay : now()
      tries.delete(handle)
      dropOldest(tries, MOST_HANDLES)
      tries.set(handle, { count: count + 1, last: starts, waiting: waiting + 1 })
      try {
        if (delay > 0) await wait(starts - now())
      } finally {
        const after = tries.get(handle)
        if (after) after.waiting -= 1
      }
    },
  }
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size < most) return
  const oldest = map.keys().next().value
  if (oldest !== undefined) map.delete(oldest)
}
