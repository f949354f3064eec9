/** What was last said of each name and each person, as far as the wall lets whoever asks see. */
import type { Judged } from '../../core/decided.ts'
import type { Store } from '../connect.ts'
import { saidOfNames } from './pairs.ts'

export type Judgement = {
  readonly claim: string
  readonly person: string
  readonly verdict: Judged
  readonly by: string
  readonly at: string
}

export const pairOf = ({ claim, person }: Pick<Judgement, 'claim' | 'person'>): string => `${claim} ${person}`

/** What was last said of each pair by somebody who saw what stood. */
export async function newestJudgements(
  store: Pick<Store, 'selectFrom'>,
): Promise<ReadonlyMap<string, Judgement>> {
  const said = (await saidOfNames(store)).filter((one) => !one.blind)
  return new Map(
    said.map(({ left, right, verdict, by, at }) => {
      const one = { claim: left, person: right, verdict: verdict as Judged, by, at }
      return [pairOf(one), one] as const
    }),
  )
}
