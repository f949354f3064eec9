/** Drafts of rules and drafts of a model in, both beside each other out: no value of a rule is touched. */
import type { Draft, Proposal } from '../../core/claim.ts'
import { canonical } from '../../core/json.ts'
import { overlap, type Span } from '../../core/span.ts'

const lengthOf = (span: Span): number => span.end - span.start
/** Half of the shorter of two passages: they mean the same. */
const isSame = (a: Span, b: Span): boolean =>
  overlap(a, b) * 2 >= Math.min(lengthOf(a), lengthOf(b)) && overlap(a, b) > 0

/** What a model says of a passage that rules found stands there; what it found alone is a draft of its own, after them. */
export function beside(rules: readonly Draft[], model: readonly Draft[]): readonly Draft[] {
  const near = (one: Draft): number =>
    rules.reduce(
      (best, rule, index) =>
        isSame(rule.span, one.span) &&
        overlap(rule.span, one.span) > overlap(rules[best]?.span ?? NOWHERE, one.span)
          ? index
          : best,
      -1,
    )
  const joined = rules.map((rule, index) => {
    const more = model.filter((one) => near(one) === index).flatMap((one) => one.proposals)
    // A model that is asked again says much of it again.
    const known = new Set(rule.proposals.map(nameOf))
    const fresh = new Map(more.map((one) => [nameOf(one), one]))
    return {
      ...rule,
      proposals: [...rule.proposals, ...[...fresh].flatMap(([name, one]) => (known.has(name) ? [] : [one]))],
    }
  })
  return [...joined, ...model.filter((one) => near(one) < 0)]
}
const NOWHERE: Span = { start: 0, end: 0 }

const nameOf = ({ field, value, span, rule }: Proposal): string => canonical({ field, value, span, rule })
