/** What staff said of actions that came in, in the order of the log; which of them count. The same whatever order the actions came in. */
import type { OnlineKind } from './actions.ts'

/** Which actions of a campaign: every condition that is given must hold, and one at least must be given. */
export type Matching = {
  readonly kinds?: readonly OnlineKind[] | undefined
  /** Two letters; null: not told. */
  readonly countries?: readonly (string | null)[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Groups of one domain on one day. */
  readonly cohorts?: readonly string[] | undefined
}

/** What can be switched off while the program runs. */
export const ACTION_SWITCHES = ['signing', 'others', 'mail', 'counts'] as const
/**
 * signing: signatures are taken · others: what needs no address is taken · mail: letters to those who sign leave ·
 * counts: numbers are shown.
 */
export type ActionSwitch = (typeof ACTION_SWITCHES)[number]

export type ActionRulingBody =
  | { readonly kind: 'invalid'; readonly campaign: string; readonly of: Matching }
  /** Those that wait because of a burst count after all. */
  | { readonly kind: 'release'; readonly campaign: string; readonly of: Matching }
  /** A ruling is taken back: before it was carried out that is a cancellation, after it a reversal. */
  | { readonly kind: 'lift'; readonly ruling: string }
  | { readonly kind: 'switch'; readonly switch: ActionSwitch; readonly on: boolean }

/** Said in one go; it has a reason always. */
export type RuleOnActions = {
  readonly record: 'action-ruling'
  readonly id: string
  readonly body: ActionRulingBody
  readonly by: string
  readonly at: string
  readonly why: string
}

export type ActionRuling = {
  readonly id: string
  readonly body: ActionRulingBody
  readonly by: string
  readonly at: string
  readonly why: string
  /** Its place in the log. */
  readonly event: number
}

/** Rows that are alike in everything that a ruling can ask for, and how many they are. */
export type CountedActions = {
  readonly campaign: string
  readonly kind: OnlineKind
  readonly country: string | null
  readonly day: string
  readonly cohort: string
  /** They came in a burst, and count once a person has looked. */
  readonly held: boolean
  readonly n: number
}

export const matches = (one: Omit<CountedActions, 'n' | 'held'>, of: Matching): boolean =>
  (of.kinds ?? [one.kind]).includes(one.kind) &&
  (of.countries ?? [one.country]).includes(one.country) &&
  (of.from ?? one.day) <= one.day &&
  (of.to ?? one.day) >= one.day &&
  (of.cohorts ?? [one.cohort]).includes(one.cohort)

export const isNarrowed = (of: Matching): boolean => Object.values(of).some((one) => one !== undefined)

/** Those that nobody took back, of one campaign and kind. */
export function standing<K extends 'invalid' | 'release'>(
  rulings: readonly ActionRuling[],
  kind: K,
  campaign: string,
): readonly Matching[] {
  const lifted = new Set(rulings.flatMap(({ body }) => (body.kind === 'lift' ? [body.ruling] : [])))
  return rulings.flatMap(({ id, body }) =>
    body.kind === kind && body.campaign === campaign && !lifted.has(id) ? [body.of] : [],
  )
}

/** What a sum must keep apart so that rulings count the same on it: all days or none, and the groups of domains that they name. */
export type ToldApart = { readonly days: boolean; readonly cohorts: readonly string[] }
export const toldApart = (all: readonly Matching[]): ToldApart => ({
  days: all.some((of) => of.from !== undefined || of.to !== undefined),
  cohorts: [...new Set(all.flatMap((of) => of.cohorts ?? []))],
})

/** Every condition of a campaign that stands. */
export const standingOn = (rulings: readonly ActionRuling[], campaign: string): readonly Matching[] => [
  ...standing(rulings, 'invalid', campaign),
  ...standing(rulings, 'release', campaign),
]

export type Standing = 'counts' | 'waits' | 'invalid'
/** An invalidation outweighs a release. */
export function standingOf(
  one: Omit<CountedActions, 'n'>,
  { invalid, release }: Readonly<Record<'invalid' | 'release', readonly Matching[]>>,
): Standing {
  if (invalid.some((of) => matches(one, of))) return 'invalid'
  return one.held && !release.some((of) => matches(one, of)) ? 'waits' : 'counts'
}

export type SwitchState = { readonly on: boolean; readonly by: string | null; readonly why: string | null }
/** Everything is on until somebody says otherwise; of each the last word counts. */
export const switchesOf = (rulings: readonly ActionRuling[]): Readonly<Record<ActionSwitch, SwitchState>> =>
  Object.fromEntries(
    ACTION_SWITCHES.map((name) => {
      const last = rulings
        .toSorted((a, b) => a.event - b.event)
        .findLast(({ body }) => body.kind === 'switch' && body.switch === name)
      const on = last?.body.kind === 'switch' ? last.body.on : true
      return [name, { on, by: last?.by ?? null, why: last?.why ?? null }]
    }),
  ) as Readonly<Record<ActionSwitch, SwitchState>>
