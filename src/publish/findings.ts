/** Findings as data: what may stand as a headline, in the order of how much it says, with what each needs. */
import { addDays } from '../core/partial-date.ts'
import { facetOf } from './filter.ts'
import { ratio, type Seen, type Share, share } from './share.ts'
import { dateOf } from './telling/when.ts'

type Found = {
  readonly key: string
  readonly shares: readonly Share[]
  readonly day?: string
  readonly law?: string
}

export type FindingRule = {
  /** `name@version`; the meaning of an id never changes. */
  readonly id: string
  readonly reason: string
  readonly example: string
  readonly find: (seen: Seen) => Found | null
}

/** Acts that take somebody's liberty, for hours or for years. */
export const CUSTODY =
  'detention,arrest,preventive_detention,administrative_detention,pretrial_detention,imprisonment,house_arrest,incommunicado'

/** Fewer rows on either side of a day say nothing. */
const LEAST = 8

/** First day of an emergency, where its date is known to the day. */
function emergencyOf({ incidents }: Seen): string | null {
  const days = incidents
    .filter(
      (one) =>
        one.fields.kind === 'policy' && one.fields.acts.some((act) => act.value === 'emergency_measure'),
    )
    .flatMap((one) => (dateOf(one).precision === 'day' ? (dateOf(one).from ?? []) : []))
  return days.sort()[0] ?? null
}

function turnToWords(seen: Seen): Found | null {
  const day = emergencyOf(seen)
  if (day === null) return null
  const before = share(seen, { freedom: 'expression' }, { to: addDays(day, -1) })
  const after = share(seen, { freedom: 'expression' }, { from: day })
  const enough = before.of.length >= LEAST && after.of.length >= LEAST
  if (!enough || ratio(after) <= 0.5 || ratio(after) - ratio(before) < 0.25) return null
  return { key: 'turn-to-words', shares: [after, before], day }
}

function custody(seen: Seen): Found | null {
  const held = share(seen, { act: CUSTODY }, {})
  return held.of.length >= LEAST && ratio(held) >= 1 / 3 ? { key: 'custody', shares: [held] } : null
}

function lawMostUsed(seen: Seen): Found | null {
  const uses = new Map<string, number>()
  for (const one of seen.incidents)
    for (const law of new Set(facetOf(one, 'law', seen.pack))) uses.set(law, (uses.get(law) ?? 0) + 1)
  const [first, second] = [...uses].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  if (!first || first[1] < 3 || first[1] === second?.[1]) return null
  return {
    key: 'law-most-used',
    shares: [share(seen, { law: first[0] }, { law: [...uses.keys()].sort().join(',') })],
    law: first[0],
  }
}

export const FINDING_RULES: readonly FindingRule[] = [
  {
    id: 'finding.turn-to-words@1',
    reason:
      'When an emergency begins, what people say may become the case. Needs eight incidents on each side, more than half after, and 25 points of difference.',
    example: '15 of 19 incidents after the day touch expression, 19 of 61 before it.',
    find: turnToWords,
  },
  {
    id: 'finding.custody-share@1',
    reason:
      'Loss of liberty is the plainest harm. Needs eight incidents and a third of them with somebody held.',
    example: '45 of 98 incidents have an act that takes liberty.',
    find: custody,
  },
  {
    id: 'finding.law-most-used@1',
    reason:
      'One law that is used more than any other shows the instrument. Needs three incidents and no tie.',
    example: '8 of 26 incidents that name a provision name the same one.',
    find: lawMostUsed,
  },
  {
    id: 'finding.recorded@1',
    reason: 'Without a share that says something, the page says only how many incidents are recorded.',
    example: '5 incidents are recorded.',
    find: (seen) => ({ key: 'recorded', shares: [share(seen, {}, {})] }),
  },
]
