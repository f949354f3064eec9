/** Keys with which a partner's program reads what was shared with the partner: how long they last and who may have one. */
import type { Role } from './access.ts'

/** Found by scanners of leaked secrets when somebody puts it into a repository. */
export const TOKEN_BEGINS = 'aigaq_'
export const TOKEN_DAYS = 180
export const MOST_TOKENS = 5
export const LONGEST_LABEL = 60

/** A session of anybody else reaches names; a key in a file on a server must not. */
export const HOLDS_TOKENS: ReadonlySet<Role> = new Set(['partner'])

export type ApiToken = {
  readonly id: string
  readonly label: string
  readonly since: string
  readonly ends: string
}
