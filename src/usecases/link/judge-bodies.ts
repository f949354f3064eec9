/** Two names of bodies in, that they are one or not, or that one followed the other, written down; no record changes. */
import type { JudgeBodies } from '../../core/decided.ts'
import { instant, record } from '../../store/append.ts'
import { SIDES } from '../../store/queries/bodies.ts'
import { type Context, happeningOf } from '../context.ts'

export const judgeBodies = (context: Context, judgement: JudgeBodies): Promise<void> =>
  record(context.store, happeningOf(context, judgement), async (writer) => {
    const { bodies, relation, verdict, by, at, why } = judgement
    const [left = '', right = ''] = relation === 'same' ? bodies.toSorted() : bodies
    const [left_kind, right_kind] = SIDES[relation]
    await writer.append('judgements', [
      {
        ...{ left_kind, left_id: left, right_kind, right_id: right, verdict, score: null },
        ...{ explanation: why, by, at: instant(at) },
      },
    ])
  })
