/** Counts in, the text that a document keeps of them out: a heading for each site, a line for each network, then one for each day. */

import { type MeasuredDay, sumOf } from '../../core/measured-day.ts'
import { dayLine, spanLine } from '../../core/measured-line.ts'
import { compose, type Piece } from '../composing.ts'
import type { Reading } from '../txt.ts'
import type { Tally } from './tally.ts'

export const OONI_READER = 'ooni@1'

export function tell(tally: Pick<Tally, 'days' | 'repeated' | 'kept'>): Reading {
  const days = tally.days()
  return compose([
    { kind: 'paragraph', words: opening(days, tally) },
    ...grouped(days, (one) => one.site ?? '-').flatMap(([site, own]) => [
      { kind: 'heading' as const, words: site === '-' ? 'No site named' : site },
      ...grouped(own, networkOf).flatMap(([, each]): Piece[] => {
        const [first, ...rest] = each
        return first ? [{ kind: 'item', words: spanLine(each, sumOf(first, rest)) }] : []
      }),
      ...own.map((one): Piece => ({ kind: 'item', words: dayLine(one) })),
    ]),
  ])
}

export const networkOf = ({ country, network, test }: MeasuredDay): string =>
  `${country ?? '-'} ${network ?? '-'} ${test}`

/** In the order in which they come first. */
export function grouped<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const own = found.get(nameOf(one))
    if (own) own.push(one)
    else found.set(nameOf(one), [one])
  }
  return [...found]
}

function opening(days: readonly MeasuredDay[], { repeated, kept }: Pick<Tally, 'repeated' | 'kept'>): string {
  const [known, sites] = [days.flatMap((one) => one.day ?? []).sort(), new Set(days.map((one) => one.site))]
  const networks = new Set(days.flatMap((one) => one.network ?? []))
  const n = days.reduce((sum, one) => sum + one.n, 0)
  const when = known.length === 0 ? 'days not told' : `from ${known[0]} to ${known.at(-1)} UTC`
  return `OONI network measurements, ${when}: ${n} counted, ${sites.size} sites, ${networks.size} networks; ${repeated()} came again and count once; ${kept()} rows of a newer analysis are kept in the file and not counted. An anomaly is a sign of interference, not yet blocking.`
}
