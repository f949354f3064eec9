/** Roots of surnames that people of an organisation accepted as one, and the names that they judged to be one person. */
import type { Equivalent } from '../../core/names/families.ts'
import type { PersonValue } from '../../core/values.ts'
import type { Store } from '../connect.ts'
import { newestJudgements } from './judgements.ts'

type Reader = Pick<Store, 'selectFrom'>
export const STEM = 'stem'
export type AcceptedEquivalent = Equivalent & {
  readonly by: string
  readonly at: string
  readonly why: string
}

/** What stands: the newest word on each pair, where it says that they are one. The oldest first. */
export async function acceptedEquivalents(store: Reader): Promise<readonly AcceptedEquivalent[]> {
  const rows = await store
    .selectFrom('judgements')
    .select(['left_id as left', 'right_id as right', 'verdict', 'by', 'at', 'explanation as why'])
    .where('left_kind', '=', STEM)
    .orderBy('event')
    .execute()
  const newest = new Map(rows.map((row) => [`${row.left} ${row.right}`, row]))
  return [...newest.values()].flatMap(({ verdict, ...row }) => (verdict === 'same' ? [row] : []))
}

/** Each name of a record that was judged to be somebody, with who. */
export async function judgedSame(
  store: Reader,
): Promise<readonly { readonly name: string; readonly person: string }[]> {
  const same = [...(await newestJudgements(store)).values()].filter((one) => one.verdict === 'same')
  if (same.length === 0) return []
  const claims = await store
    .selectFrom('claims')
    .select(['id', 'value'])
    .where(
      'id',
      'in',
      same.map((one) => one.claim),
    )
    .execute()
  const named = new Map(claims.map((one) => [one.id, (one.value as unknown as PersonValue).name]))
  return same.flatMap(({ claim, person }) => {
    const name = named.get(claim)
    return name === undefined ? [] : [{ name, person }]
  })
}
