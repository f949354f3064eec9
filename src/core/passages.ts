/** What rules proposed and what people said of it since in, the passages as they stand now out. */
import type { Span } from './span.ts'

export const DRAFT_VERDICTS = ['decided', 'rejected', 'split', 'merged', 'undone'] as const
export type DraftVerdict = (typeof DRAFT_VERDICTS)[number]

/** One thing said of a passage; of several the newest counts. */
export type SaidOfPassage = {
  readonly key: string
  readonly verdict: DraftVerdict
  /** Of a split: where the second half begins. */
  readonly begins: number | null
  /** Of a merge: key of the other. */
  readonly with: string | null
  /** Of a decision: the record; null when it was forgotten. */
  readonly incident: string | null
  readonly event: number
  readonly by: string
  readonly at: string
  readonly why: string | null
}

/**
 * `key`: number of the draft, then how it came about: `a` and `b` are the halves of a split, `m` is one with the next. A key
 * never means two passages: what follows a key is made from it alone. `120-345`: words that no rule proposed, from where to
 * where; this key is the same in every reading.
 */
export type PassageCut = {
  readonly key: string
  readonly span: Span
  /** Numbers of the drafts whose claims speak of it. */
  readonly drafts: readonly number[]
  /** The newest that was said of it, other than that it was cut; null: nothing, or what was said was taken back. */
  readonly said: SaidOfPassage | null
  /** True when something was said and taken back: it is open again, whatever else is told of these words. */
  readonly isReopened: boolean
  /** The cut it came from, which can be taken back while nothing was said of the pieces. */
  readonly cut: SaidOfPassage | null
}

const KEY = String.raw`(?:\d{1,6}[abm]{0,40}|\d{1,9}-\d{1,9})`
export const PASSAGE_KEY = new RegExp(`^${KEY}$`)
/** A passage of a reading: the reading and the key. */
export const DRAFT_ID = new RegExp(`^r-[0-9a-f]{16}#${KEY}$`)
const FROM_TO = /^(\d{1,9})-(\d{1,9})$/

export const keyOfSpan = ({ start, end }: Span): string => `${start}-${end}`

/** Null: the key is not one of a passage that somebody marked. */
export function spanOfKey(key: string): Span | null {
  const [, start, end] = FROM_TO.exec(key) ?? []
  return start !== undefined && end !== undefined && Number(start) < Number(end)
    ? { start: Number(start), end: Number(end) }
    : null
}

/** Proposed passages in the order of the rules, then those that somebody marked. */
export function passagesOf(drafts: readonly Span[], said: readonly SaidOfPassage[]): readonly PassageCut[] {
  const newest = new Map(said.map((one) => [one.key, one]))
  const asIs = (
    key: string,
    span: Span,
    numbers: readonly number[],
    cut: SaidOfPassage | null,
  ): PassageCut => {
    const own = newest.get(key)
    const isReopened = own?.verdict === 'undone'
    return { key, span, drafts: numbers, said: own && !isReopened ? own : null, isReopened, cut }
  }
  const halves = (one: PassageCut): readonly PassageCut[] => {
    const { said: own, span, drafts: numbers } = one
    if (own?.verdict !== 'split' || own.begins === null) return [one]
    if (own.begins <= span.start || own.begins >= span.end) return [{ ...one, said: null }]
    return [
      ...halves(asIs(`${one.key}a`, { start: span.start, end: own.begins }, numbers, own)),
      ...halves(asIs(`${one.key}b`, { start: own.begins, end: span.end }, numbers, own)),
    ]
  }
  const marked = [...newest.keys()].flatMap((key) => {
    const span = spanOfKey(key)
    return span ? [asIs(key, span, [], null)] : []
  })
  const proposed = merged(
    drafts.flatMap((span, index) => halves(asIs(String(index), span, [index], null))),
    (one, other, cut) =>
      halves(
        asIs(
          `${one.key}m`,
          { start: Math.min(one.span.start, other.span.start), end: Math.max(one.span.end, other.span.end) },
          [...new Set([...one.drafts, ...other.drafts])],
          cut,
        ),
      ),
  )
  return [...proposed, ...marked]
}

/** Each merge makes a longer key, and there are only so many that something was said of: this ends. */
function merged(
  list: readonly PassageCut[],
  join: (one: PassageCut, other: PassageCut, cut: SaidOfPassage) => readonly PassageCut[],
): readonly PassageCut[] {
  const at = list.findIndex((one) => one.said?.verdict === 'merged')
  const [one, cut] = [list[at], list[at]?.said]
  if (!one || !cut) return list
  const other = list.find(({ key }) => key === cut.with && key !== one.key)
  const rest = list.map((each) => (each === one && !other ? { ...each, said: null } : each))
  if (!other) return merged(rest, join)
  return merged(
    rest.flatMap((each) => (each === one ? join(one, other, cut) : each === other ? [] : [each])),
    join,
  )
}
