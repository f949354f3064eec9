/** Who asks in; people on record who are perhaps one and are not counted as one yet, as counts know them, out. */
import { groupsOf } from '../../core/identity/groups.ts'
import { personCode } from '../../measure/counts/codes.ts'
import type { PerhapsOne } from '../../measure/counts/people.ts'
import type { Context } from '../context.ts'
import { peopleAsOne } from '../link/people-as-one.ts'

/** Judged the same and not cleared yet, or judged and nobody is sure: the lower end of a count must not rest on their being two. */
export async function perhapsOne({ store }: Pick<Context, 'store'>): Promise<PerhapsOne> {
  const { pairs } = await peopleAsOne(store)
  const edges = [...pairs.values()].flatMap(({ left, right, verdict }) =>
    verdict === 'different' ? [] : [{ left, right, said: null }],
  )
  return new Map(
    groupsOf(edges).flatMap(([first = '', ...others]) =>
      others.map((one) => [personCode(one), personCode(first)] as const),
    ),
  )
}
