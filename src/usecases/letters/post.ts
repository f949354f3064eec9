/** What every use case about letters is handed: the store, the key that seals addresses, the words, where the site stands. */
import type { Clock } from '../../adapters/clock.ts'
import type { Sealing } from '../../adapters/sealing.ts'
import type { Store } from '../../store/connect.ts'
import type { ActionKeys } from '../actions/keys.ts'
import type { Knowledge } from '../context.ts'

/** Nothing of who gets letters stands in the log: it is kept for ever, and an address must not be. */
export type Post = {
  readonly store: Store
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly sealing: Sealing
  /** Of the public site: letters lead to it. */
  readonly origin: string
  /** By which those are read who have to confirm an action; left out: letters to them wait. */
  readonly keys?: ActionKeys
}

export type Step = 'confirm' | 'leave'

/** What stands in a letter: nothing of it is kept, and only the key can make it. */
export const codeOf = ({ sealing }: Pick<Post, 'sealing'>, step: Step, id: string): string =>
  `${id}.${sealing.mark(`${step} ${id}`)}`

/** The subscription that a code is of; null for one that was not made here. */
export function idOfCode({ sealing }: Pick<Post, 'sealing'>, step: Step, code: string): string | null {
  const [id = '', mark = ''] = code.split('.')
  return /^[0-9a-f]{32}$/.test(id) && sealing.isMark(`${step} ${id}`, mark) ? id : null
}
