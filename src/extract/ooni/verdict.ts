/** Counts of one site on one network and the thresholds in, what may be said of it out, with every condition that does not hold. */
import { type MeasuredDay, ranked, sumOf } from '../../core/measured-day.ts'
import {
  CONDITIONS,
  type Condition,
  type Interception,
  type MeasurementRules,
  type Verdict,
  type VerdictWord,
} from '../../core/measurement-rules.ts'

/** Lower end of the 95 % interval of a share (Wilson): of few measurements it stays low, however uniform they are. */
export function wilsonLower(part: number, n: number): number {
  if (n === 0) return 0
  const [z, share] = [1.959_963_985, part / n]
  const middle = share + (z * z) / (2 * n)
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n)
  return (middle - spread) / (1 + (z * z) / n)
}

/** `days` are all of one test, site, country and network, one at least. */
export function verdictOf(
  first: MeasuredDay,
  rest: readonly MeasuredDay[],
  rules: MeasurementRules,
  roots: readonly Interception[],
): Verdict {
  const days = [first, ...rest]
  const sum = sumOf(first, rest)
  const [told, signs] = [sum.n - sum.failure, sum.anomaly + sum.confirmed]
  const known = new Set(days.flatMap((one) => (one.n > one.failure && one.day) || []))
  const struck = days.flatMap((one) => (one.anomaly + one.confirmed > 0 && one.day) || []).sort()
  const words = ranked(new Map([...sum.failures, ...blockPages(sum)]))
  const [failure = null, most = 0] = words[0] ?? []
  const found = {
    sum,
    told,
    signs,
    days: known.size,
    lower: wilsonLower(signs, told),
    failure,
    same: signs === 0 ? 0 : most / signs,
    from: struck[0] ?? null,
    to: struck.at(-1) ?? null,
  }
  const detail = words.reduce((n, [, count]) => n + count, 0)
  const unmet = unmetOf(found, detail, rules)
  const root = roots.find((one) => seenOf(one, sum) >= rules.interception.measurements)?.id ?? null
  const verdict: VerdictWord =
    root !== null && !unmet.includes('key') ? 'interception' : wordOf(found, unmet, rules)
  return { ...found, verdict, rule: rules.verdicts[verdict].id, root, unmet }
}

/** A page that OONI knows for a block page is a failure of its own, and needs no control. */
const blockPages = ({ confirmed }: MeasuredDay): readonly (readonly [string, number])[] =>
  confirmed > 0 ? [['block page', confirmed]] : []

const seenOf = (root: Interception, { issuers }: MeasuredDay): number =>
  [...issuers].reduce(
    (n, [issuer, count]) => (root.names.some((name) => issuer.includes(name)) ? n + count : n),
    0,
  )

type Found = Pick<Verdict, 'sum' | 'told' | 'signs' | 'days' | 'lower' | 'same'>

function unmetOf(
  found: Found,
  detail: number,
  { blocked, unjudged }: MeasurementRules,
): readonly Condition[] {
  const { sum, told, signs, days, lower, same } = found
  const holds: Readonly<Record<Condition, boolean>> = {
    key: sum.site !== null && sum.network !== null && sum.country !== null,
    test: !unjudged.includes(sum.test),
    measurements: told >= blocked.measurements,
    days: days >= blocked.days,
    share: told > 0 && signs / told >= blocked.share,
    lower: lower >= blocked.lower,
    same: same >= blocked.same,
    detail: signs === 0 || detail / signs >= blocked.same,
    control: signs > 0 && (sum.control + sum.confirmed) / signs >= blocked.control,
  }
  return CONDITIONS.filter((one) => !holds[one])
}

/** Data that do not say which failure it was, or on which network, are too few whatever their number. */
function wordOf(found: Found, unmet: readonly Condition[], rules: MeasurementRules): VerdictWord {
  if (unmet.length === 0) return 'likely-blocked'
  const lacks = (...some: readonly Condition[]): boolean => some.some((one) => unmet.includes(one))
  if (lacks('key', 'test', 'measurements', 'days')) return 'too-few'
  if (found.signs / found.told <= rules.accessible.share) return 'accessible'
  return lacks('detail') && !lacks('share', 'lower') ? 'too-few' : 'mixed'
}
