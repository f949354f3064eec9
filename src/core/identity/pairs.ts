/** What persons said of pairs, in the order of the log, in; what stands of each pair out. */

/** cleared: whoever may publish found that readers may be shown the two as one. none: all that was said is taken back. */
export const SAID_OF_PAIR = ['same', 'different', 'unsure', 'none', 'cleared'] as const
export type PairVerdict = (typeof SAID_OF_PAIR)[number]
export type Verdict = 'same' | 'different' | 'unsure'

/** `blind`: said by somebody who had not seen what was said before. */
export type SaidOfPair = {
  readonly left: string
  readonly right: string
  readonly verdict: PairVerdict
  readonly by: string
  readonly at: string
  readonly why: string
  readonly blind: boolean
}
export type PairStanding = {
  readonly left: string
  readonly right: string
  readonly verdict: Verdict
  readonly first: SaidOfPair
  /** The blind judgement of a second person; where it differs the two are unsure until somebody settles it. */
  readonly second: SaidOfPair | null
  readonly cleared: SaidOfPair | null
}

/** A pair has no direction: the smaller id stands left. */
export const ordered = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])
export const keyOf = (a: string, b: string): string => ordered(a, b).join(' ')

/**
 * Who judges with open eyes has read what stands, so their word takes its place. A blind judgement stands beside it. A clearance
 * holds for the very judgement it was given to: it ends with it, and with every doubt.
 */
export function standingPairs(said: readonly SaidOfPair[]): ReadonlyMap<string, PairStanding> {
  const standing = new Map<string, PairStanding>()
  for (const one of said) {
    const key = keyOf(one.left, one.right)
    const now = standing.get(key)
    const next = after(now, one)
    if (next) standing.set(key, next)
    else standing.delete(key)
  }
  return standing
}

function after(now: PairStanding | undefined, said: SaidOfPair): PairStanding | undefined {
  const { left, right, verdict, blind } = said
  if (verdict === 'none') return undefined
  if (verdict === 'cleared') return now?.verdict === 'same' ? { ...now, cleared: said } : now
  if (blind) {
    if (!now || now.first.by === said.by) return now
    const agrees = now.first.verdict === verdict
    return {
      ...now,
      second: said,
      verdict: agrees ? verdict : 'unsure',
      cleared: agrees ? now.cleared : null,
    }
  }
  const cleared = now?.verdict === 'same' && verdict === 'same' ? now.cleared : null
  return { left, right, verdict, first: said, second: null, cleared }
}

/** Each blind judgement beside the one it was made without seeing: what agreement between judges is counted from. */
export function judgedTwice(said: readonly SaidOfPair[]): readonly (readonly [Verdict, Verdict])[] {
  const firsts = new Map<string, SaidOfPair>()
  return said.flatMap((one): readonly (readonly [Verdict, Verdict])[] => {
    const key = keyOf(one.left, one.right)
    const first = firsts.get(key)
    if (one.verdict === 'none') firsts.delete(key)
    else if (one.verdict !== 'cleared' && !one.blind) firsts.set(key, one)
    return one.blind && first && first.by !== one.by
      ? [[first.verdict as Verdict, one.verdict as Verdict]]
      : []
  })
}
