/** The table of access read anew, line by line, from the file itself: what the program must answer. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Actor } from '../../src/core/access.ts'
import { ROOT } from '../world.ts'
import type { Kept } from './world.ts'

type Line = {
  readonly roles: readonly string[]
  readonly actions: readonly string[]
  readonly reach: string | null
  readonly states: readonly string[]
  readonly tiers: readonly string[]
}
const LINES: readonly Line[] = parse(readFileSync(`${ROOT}/codebook/access.yaml`, 'utf8')).grants

const WITHIN: Readonly<Record<string, (who: Actor, what: Kept) => boolean>> = {
  own: (who, what) => what.coder === who.handle && what.organisation === who.organisation,
  assigned: (who, what) => what.assigned.includes(who.handle),
  organisation: (who, what) => what.organisation === who.organisation,
  shared: (who, what) => what.sharedWith.includes(who.organisation),
  published: () => true,
}

export const allows = (who: Actor, action: string, what: Kept, reaches?: readonly string[]): boolean =>
  LINES.some(
    ({ roles, actions, reach, states, tiers }) =>
      reach !== null &&
      (reaches === undefined || reaches.includes(reach)) &&
      roles.includes(who.role) &&
      actions.includes(action) &&
      states.includes(what.state) &&
      tiers.includes(what.tier) &&
      WITHIN[reach]?.(who, what) === true,
  )

export const allowsInHouse = (who: Actor, action: string): boolean =>
  LINES.some(
    ({ roles, actions, reach }) => reach === null && roles.includes(who.role) && actions.includes(action),
  )

/** The widest form in which somebody reads a record; null: they do not learn that it is there. */
export function formFor(who: Actor, what: Kept): 'team' | 'partner' | 'public' | null {
  if (allows(who, 'read', what, ['own', 'assigned', 'organisation'])) return 'team'
  if (allows(who, 'read', what, ['shared'])) return 'partner'
  return allows(who, 'read', what, ['published']) ? 'public' : null
}
