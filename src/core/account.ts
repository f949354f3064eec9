/** An account and what signs it in, as nouns: a pseudonym with a role, its ways in, its sessions. */
import type { Actor, Role } from './access.ts'

/** A handle is all that anybody learns of an account: the pseudonym in the log and in decisions. */
const HANDLE = /^[a-z0-9][a-z0-9-]{1,40}$/
export const isHandle = (text: string): boolean => HANDLE.test(text)

export type Way = 'passkey' | 'passphrase' | 'totp' | 'recovery'

/** Minutes without a request after which a session is dead; the value of GlobaLeaks. */
export const IDLE_MINUTES = 20
export const LONGEST_HOURS = 12
/** A sensitive act needs a confirmation that is not older than this. */
export const STEP_UP_MINUTES = 5
/** Who edits is signed in at one place: a second sign-in ends the first, so that a stolen session is noticed. */
export const ONE_SESSION: ReadonlySet<Role> = new Set(['editor'])

export const INVITATION_HOURS = 48
export const FIRST_ADMINISTRATOR_MINUTES = 15
export const RECOVERY_CODES = 10

export type Session = {
  /** What forms and lists call it; says nothing of the token. */
  readonly id: string
  /** SHA-256 of the token, which only the browser has. */
  readonly hash: string
  readonly started: string
  readonly seen: string
  readonly ends: string
  readonly steppedUpAt: string | null
  readonly device: string
}

/** Somebody with a session. `away` is travel mode: nothing is shown until a colleague lifts it; `awayFrom` a day it is planned for. */
export type Visitor = {
  readonly actor: Actor
  readonly session: Session
  readonly away: boolean
  readonly awayFrom: string | null
}

export const isAlive = (session: Pick<Session, 'seen' | 'ends'>, now: string): boolean =>
  now < session.ends && Date.parse(now) < Date.parse(session.seen) + IDLE_MINUTES * 60_000

export const isSteppedUp = (session: Pick<Session, 'steppedUpAt'>, now: string): boolean =>
  session.steppedUpAt !== null &&
  Date.parse(now) <= Date.parse(session.steppedUpAt) + STEP_UP_MINUTES * 60_000

/** Nobody needs to know to the second when somebody worked. */
export const toMinute = (iso: string): string => `${iso.slice(0, 16)}:00.000Z`

export const later = (iso: string, minutes: number): string =>
  new Date(Date.parse(iso) + minutes * 60_000).toISOString()
