/** What staff say of actions in: struck out, let count, taken back, switched on or off, each with its reason; and what stands now, out. */
import type { Actor } from '../../core/access.ts'
import { countsOf } from '../../core/act/counts.ts'
import {
  type ActionRuling,
  type ActionRulingBody,
  type ActionSwitch,
  isNarrowed,
  type Matching,
  matches,
  type RuleOnActions,
  type SwitchState,
  standingOn,
  switchesOf,
  toldApart,
} from '../../core/act/rulings.ts'
import { refuse } from '../../core/faults.ts'
import { instant, record } from '../../store/append.ts'
import type { Store } from '../../store/connect.ts'
import { actionRulings, countedActions } from '../../store/queries/actions.ts'
import { type Context, happeningOf } from '../context.ts'
import { permit } from '../permit.ts'
import { isOfHouse, isOwnCampaign, ownCampaign } from './own-campaign.ts'

/** Comes into force with the next count, a minute later at most: until then whoever slipped can take it back unseen. */
export async function ruleOnActions(context: Context, decided: RuleOnActions): Promise<void> {
  permit(context, 'act-rule')
  const { id, body, by, at, why } = decided
  await refuseForeign(context, body)
  if ((body.kind === 'invalid' || body.kind === 'release') && !isNarrowed(body.of)) throw refuse('action.all')
  const campaign = 'campaign' in body ? body.campaign : null
  await record(context.store, happeningOf(context, decided), (writer) =>
    writer.append('action_rulings', [{ id, kind: body.kind, campaign, body, by, at: instant(at), why }]),
  )
}

/** Of another organisation's campaign and of what it ruled nobody learns that it is there. */
async function refuseForeign(context: Context, body: ActionRulingBody): Promise<void> {
  switch (body.kind) {
    case 'invalid':
    case 'release':
      return ownCampaign(context, body.campaign)
    case 'switch':
      if (!isOfHouse(context)) throw refuse('access.forbidden')
      return
    case 'lift': {
      const unknown = refuse('record.unknown', { id: body.ruling })
      const found = (await actionRulings(context.house)).find((one) => one.id === body.ruling)?.body
      if (!found || found.kind === 'lift') throw unknown
      const isTheirs =
        found.kind === 'switch' ? isOfHouse(context) : await isOwnCampaign(context, found.campaign)
      if (!isTheirs) throw unknown
    }
  }
}

export type Foreseen = {
  /** Rows that it would be about, and how many of them count now. */
  readonly matching: number
  readonly counting: number
  readonly byDay: readonly { readonly day: string; readonly n: number }[]
  readonly byCountry: readonly { readonly country: string | null; readonly n: number }[]
}

/** What a ruling would do, before anybody says it. */
export async function foreseeRuling(context: Context, campaign: string, of: Matching): Promise<Foreseen> {
  await ownCampaign(context, campaign)
  const rulings = await actionRulings(context.house)
  const apart = { ...toldApart([...standingOn(rulings, campaign), of]), days: true }
  const rows = (await countedActions(context.house, campaign, apart)).filter((one) => matches(one, of))
  const sum = (list: readonly { readonly n: number }[]): number => list.reduce((all, one) => all + one.n, 0)
  const by = <K>(key: (one: (typeof rows)[number]) => K) =>
    [...Map.groupBy(rows, key)].map(([value, own]) => [value, sum(own)] as const)
  return {
    matching: sum(rows),
    counting: countsOf(campaign, rows, rulings).reduce((all, one) => all + one.counts, 0),
    byDay: by((one) => one.day)
      .map(([day, n]) => ({ day, n }))
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    byCountry: by((one) => one.country)
      .map(([country, n]) => ({ country, n }))
      .sort((a, b) => b.n - a.n),
  }
}

type Switches = Readonly<Record<ActionSwitch, SwitchState>>
const LASTS_MS = 2_000
const remembered = new WeakMap<Store, { readonly until: number; readonly switches: Promise<Switches> }>()

/** Asked by every form, so it is asked of the database every other second alone. */
export function switchesNow({ store }: { readonly store: Store }): Promise<Switches> {
  const known = remembered.get(store)
  const now = performance.now()
  if (known && known.until > now) return known.switches
  const switches = actionRulings(store).then(switchesOf)
  switches.catch(() => remembered.delete(store))
  remembered.set(store, { until: now + LASTS_MS, switches })
  return switches
}

export type { ActionRuling, Actor }
