/** Rows and a method in, the parts that a score is made of out: forms in force, anchors, the live adjustment. */
import type { RatingMethod, SourceId } from '../../core/rating/method.ts'
import type { Live } from '../../core/rating/result.ts'
import type { FormRow, RatingRows } from '../../core/rating/rows.ts'
import { type Answered, answered, dimensionScores, formsInForce, scoreOf } from './form.ts'
import { liveOf } from './live.ts'
import { type Anchor, anchorsOf, outsideScore } from './outside.ts'
import { clamp, mean } from './scale.ts'

export type Parts = {
  readonly forms: readonly { readonly row: FormRow; readonly answers: Answered }[]
  readonly anchors: readonly Anchor[]
  readonly live: Live
}

export function partsOf(rows: RatingRows, method: RatingMethod): Parts {
  const forms = formsInForce(rows, method).map((row) => ({ row, answers: answered(row) }))
  // A form that answers too little to be scored knows nothing of the months either.
  const scored = forms.filter((one) => scoreOf(dimensionScores(one.answers, method)) !== null)
  const newest =
    scored
      .map((one) => one.row.asOf)
      .sort()
      .at(-1) ?? null
  return {
    forms,
    anchors: anchorsOf(rows.indices, rows.asOf, method),
    live: liveOf(rows.months, rows.asOf, newest, method.live),
  }
}

export type SourceScore = { readonly id: SourceId; readonly share: number; readonly score: number | null }

/** The mean of a source's forms, or the recalibrated mean of the indices; null where it says nothing. */
export const sourceScores = ({ forms, anchors }: Parts, method: RatingMethod): readonly SourceScore[] =>
  method.sources.map(({ id, share }) => {
    if (id === 'outside') return { id, share, score: outsideScore(anchors, method) }
    const own = forms.filter((one) => one.row.source === id)
    return {
      id,
      share,
      score: mean(own.flatMap((one) => scoreOf(dimensionScores(one.answers, method)) ?? [])),
    }
  })

export const livePoints = (live: Live): number => (live.kind === 'counted' ? live.points : 0)

/** Weighed mean of the sources that say something, with what the last months add; null where they are too few. */
export function pointOf(
  scores: readonly SourceScore[],
  live: number,
  least: number,
  weights: readonly number[] = scores.map((one) => one.share),
): number | null {
  let [sum, all, there] = [0, 0, 0]
  for (const [at, { score }] of scores.entries()) {
    if (score === null) continue
    there += 1
    sum += (weights[at] ?? 0) * score
    all += weights[at] ?? 0
  }
  return there < least || all === 0 ? null : clamp(sum / all + live, 0, 100)
}
