/** What was said of the quotations of a testimony in, the words that may be quoted on a day out. */
import type { Consent, RecordQuotation, WithdrawQuotation } from './lines.ts'

/** `event`: its place in the log. */
export type SaidQuotation = Pick<RecordQuotation, 'quotation' | 'said' | 'wording' | 'shown' | 'consent'> & {
  readonly event: number
}
export type Withdrawn = Pick<WithdrawQuotation, 'on'> & {
  /** Null: all of the testimony. */
  readonly quotation: string | null
  readonly event: number
}
export type Quotable = Omit<SaidQuotation, 'consent'> & { readonly consent: Consent }

export type QuotationState = 'asked' | 'stands' | 'ended' | 'withdrawn'
export type QuotationStanding = {
  /** As it was last said. */
  readonly newest: SaidQuotation
  /** What its speaker last agreed to; null: nothing yet. */
  readonly agreed: Quotable | null
  readonly state: QuotationState
}

const isAgreed = (one: SaidQuotation): one is Quotable => one.consent !== null

/**
 * A consent is to words: new words wait for their own, and until they have it those that were agreed to stand. After a
 * withdrawal only a consent of a later day stands, so that an old paper that is typed in late brings nothing back.
 */
export function quotationsStanding(
  said: readonly SaidQuotation[],
  withdrawn: readonly Withdrawn[],
  today: string,
): ReadonlyMap<string, QuotationStanding> {
  const byName = Map.groupBy(
    said.toSorted((a, b) => a.event - b.event),
    (one) => one.quotation,
  )
  return new Map(
    [...byName].flatMap(([name, all]): readonly (readonly [string, QuotationStanding])[] => {
      const newest = all.at(-1)
      if (!newest) return []
      const agreed = all.findLast(isAgreed) ?? null
      const ends = withdrawn.filter((one) => one.quotation === null || one.quotation === name)
      return [[name, { newest, agreed, state: stateOf(agreed, ends, today) }]]
    }),
  )
}

function stateOf(agreed: Quotable | null, ends: readonly Withdrawn[], today: string): QuotationState {
  if (agreed === null) return ends.length > 0 ? 'withdrawn' : 'asked'
  const { on, until } = agreed.consent
  if (ends.some((one) => one.event > agreed.event || one.on >= on)) return 'withdrawn'
  return on <= today && (until === null || until >= today) ? 'stands' : 'ended'
}
