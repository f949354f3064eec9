/** Acts and penalties as read sentence by sentence → those that stand for the whole incident. */
import { barePenalty } from '../core/values.ts'
import type { ActMention } from './acts.ts'
import type { Line } from './lines.ts'
import type { PenaltyMention } from './penalties.ts'

const HAS_PENALTY: ReadonlySet<string> = new Set([
  'imprisonment',
  'administrative_detention',
  'fine',
  'warning',
  'suspended_sentence',
  'restriction_of_freedom',
])

/** Each act once; a penalty without number goes where one with a number tells the same; the administrative case goes where its penalty is told. */
export function settledActs(lines: readonly Line[]): {
  readonly acts: readonly ActMention[]
  readonly penalties: readonly PenaltyMention[]
} {
  const all = lines.flatMap((line) => line.penalties)
  const penalties = all.filter((one, index) => {
    if (!one.sized && all.some((other) => other.value.type === one.value.type && other.sized)) return false
    return (
      one.sized || all.findIndex((other) => other.value.type === one.value.type && !other.sized) === index
    )
  })
  const seen = new Set<string>()
  const acts: ActMention[] = []
  const add = (one: ActMention): void => {
    if (!seen.has(one.act)) acts.push(one)
    seen.add(one.act)
  }
  for (const one of lines.flatMap((line) => line.acts)) add(one)
  const disbarred = acts.find((one) => one.act === 'disbarment')
  const penalised = acts.some((one) => HAS_PENALTY.has(one.act))
  // «Detained for five days» is the penalty and not also a police detention; a court that only tried is the case.
  const kept = acts.filter(
    (one) =>
      !(one.act === 'administrative_case' && penalised) &&
      !(
        one.act === 'charge' &&
        acts.some(
          (other) =>
            other.act === 'conviction' &&
            other.span.start <= one.span.start &&
            one.span.end <= other.span.end,
        )
      ),
  )
  const disbarment: PenaltyMention[] = disbarred
    ? [
        {
          span: disbarred.span,
          act: 'disbarment',
          rule: disbarred.rule,
          sized: false,
          value: barePenalty('other'),
        },
      ]
    : []
  return { acts: kept, penalties: [...penalties, ...disbarment] }
}
