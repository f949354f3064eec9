/** What stands in an address of pairs in; which pair is asked for, and what was just judged, out. */
import type { PairAsked } from '../../../usecases/link/read-pairs.ts'
import type { Done } from './page.ts'

const ID = '[a-z0-9-]{2,81}'
const IS_ID = new RegExp(`^${ID}$`)
const DONE = new RegExp(`^(${ID})~(${ID})~(same|different|unsure|cleared)(?:~(same|different|unsure|none))?$`)

export const placeIn = (text: string | undefined): number =>
  Math.max(0, Math.min(100_000, Number.parseInt(text ?? '0', 10) || 0))

export const askedIn = ({ at, left, right, blind }: Readonly<Record<string, string>>): PairAsked => ({
  at: placeIn(at),
  ids: IS_ID.test(left ?? '') && IS_ID.test(right ?? '') && left !== right ? [left ?? '', right ?? ''] : null,
  blind: blind === '1' || blind === 'yes',
})

export function doneIn(text: string | undefined): Done | null {
  const [, left = '', right = '', verdict = '', before = null] = DONE.exec(text ?? '') ?? []
  return left === '' ? null : { left, right, verdict, before }
}
