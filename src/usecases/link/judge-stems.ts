/** Two roots of surnames in, that they are one, or are one no longer, written down. */
import type { JudgeStems } from '../../core/decided.ts'
import { instant, record } from '../../store/append.ts'
import { STEM } from '../../store/queries/equivalents.ts'
import { type Context, happeningOf } from '../context.ts'

/** No record changes: from now on names with these surnames are found to be alike, and people judge who is who as before. */
export const judgeStems = (
  context: Context,
  { stems, verdict, by, at, why, ...said }: JudgeStems,
): Promise<void> =>
  record(context.store, happeningOf(context, { stems, verdict, by, at, why, ...said }), async (writer) => {
    const [left, right] = stems.toSorted()
    await writer.append('judgements', [
      {
        ...{ left_kind: STEM, left_id: left ?? '', right_kind: STEM, right_id: right ?? '', verdict },
        ...{ score: null, explanation: why, by, at: instant(at) },
      },
    ])
  })
