/** What was last said of each name and each person, as far as the wall lets whoever asks see. */
import type { Judged } from '../../core/decided.ts'
import type { Store } from '../connect.ts'

export type Judgement = {
  readonly claim: string
  readonly person: string
  readonly verdict: Judged
  readonly by: string
  readonly at: string
}

export const pairOf = ({ claim, person }: Pick<Judgement, 'claim' | 'person'>): string => `${claim} ${person}`

export async function newestJudgements(
  store: Pick<Store, 'selectFrom'>,
): Promise<ReadonlyMap<string, Judgement>> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_id as claim', 'right_id as person', 'verdict', 'by', 'at'])
    .where('left_kind', '=', 'claim')
    .where('right_kind', '=', 'person')
    .orderBy('event')
    .execute()
  return new Map(rows.map((row) => [pairOf(row), { ...row, verdict: row.verdict as Judged }]))
}
