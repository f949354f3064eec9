/** Public campaigns and recommendations in, the days ahead that readers may know of out: hearings, events, answers that are owed, last days. */
import type { PublicRecommendation } from '../recommendation/recommendation.ts'
import type { EventKind } from './lines.ts'
import type { PublicCampaign } from './public-campaign.ts'

/**
 * hearing: of a person whose journey is public, written into their campaign by somebody · event: that whoever holds it tells of ·
 * answer: an authority owes one · closes: the last day of a campaign · demand: it was to be done by then.
 */
export const PUBLIC_DAY_KINDS = ['hearing', 'event', 'answer', 'closes', 'demand'] as const
export type PublicDay = {
  readonly kind: (typeof PUBLIC_DAY_KINDS)[number]
  readonly day: string
  /** What tells of it. */
  readonly of: { readonly kind: 'campaign' | 'recommendation'; readonly id: string }
  /** The entry of the campaign; null: it is of its text. */
  readonly entry: string | null
  readonly event: EventKind | null
  readonly place: string | null
  /** Who holds it; of a hearing the court. */
  readonly host: string | null
  /** Who owes an answer, as the pack names it. */
  readonly authority: string | null
}
export type PublicDays = {
  /** The day on which what readers may see was last made; null: there is no campaign, and days of demands are told without one. */
  readonly asOf: string | null
  readonly days: readonly PublicDay[]
}

const NONE = { entry: null, event: null, place: null, host: null, authority: null } as const

/** Nothing is worked out here that a page does not tell already: this is the same, by day. */
export function publicDays(
  campaigns: readonly PublicCampaign[],
  demands: readonly PublicRecommendation[],
): PublicDays {
  const asOf =
    campaigns
      .map((one) => one.asOf)
      .toSorted()
      .at(-1) ?? null
  const days = [
    ...campaigns.flatMap(daysOf),
    ...demands.flatMap(({ id, due }): readonly PublicDay[] =>
      due === null ? [] : [{ ...NONE, kind: 'demand', day: due, of: { kind: 'recommendation', id } }],
    ),
  ].filter((one) => asOf === null || one.day >= asOf)
  return { asOf, days: days.toSorted((a, b) => order(a).localeCompare(order(b))) }
}

const order = ({ day, kind, of, entry }: PublicDay): string => `${day} ${kind} ${of.id} ${entry ?? ''}`

function daysOf({ id, state, closes, events, deliveries }: PublicCampaign): readonly PublicDay[] {
  const of = { kind: 'campaign', id } as const
  return [
    ...events.map(
      ({ entry, event, on, place, host }): PublicDay => ({
        ...{ ...NONE, kind: event === 'hearing' ? 'hearing' : 'event', day: on, of, entry, event },
        ...{ place: place ?? null, host: host === '' ? null : host },
      }),
    ),
    ...deliveries.flatMap(({ entry, authority, due, replies }): readonly PublicDay[] =>
      due === null || replies.length > 0 ? [] : [{ ...NONE, kind: 'answer', day: due, of, entry, authority }],
    ),
    ...(closes !== null && state === 'open' ? [{ ...NONE, kind: 'closes', day: closes, of } as const] : []),
  ]
}
