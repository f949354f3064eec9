/** What a form says of a record besides its values in; the parts of a decision out (tiers, links, reason), and what is wrong with them. */
import type { DecideIncident } from '../../core/decided.ts'
import type { Fault } from '../../core/faults.ts'
import { LINK_KINDS } from '../../core/record.ts'
import { TIERS, type Tier } from '../../core/tier.ts'
import { FIELDS } from '../../core/values.ts'
import { recordRow, recordRows } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { mayRead, targetOf } from '../permit.ts'

export type TypedTier = { readonly field: string; readonly value: string; readonly why: string }
export type TypedLink = { readonly kind: string; readonly to: string }
/** What was typed beside no field: it says nothing yet, and stays in the form until it does. */
export type Stray = { readonly value: string; readonly words: string }
export const strayFaults = (stray: readonly Stray[]): readonly Fault[] =>
  stray.map(({ value, words }) => ({ code: 'review.field', params: { typed: value || words } }))

export type Answers = {
  readonly tier: string
  readonly tierWhy: string
  readonly tiers: readonly TypedTier[]
  readonly links: readonly TypedLink[]
  readonly why: string
  readonly stray: readonly Stray[]
}
export const NO_ANSWERS: Answers = { tier: '', tierWhy: '', tiers: [], links: [], why: '', stray: [] }

export type Answered = {
  readonly parts: Pick<DecideIncident, 'tier' | 'tiers' | 'links' | 'why'>
  readonly faults: readonly Fault[]
}

export async function answered(context: Context, id: string, typed: Answers): Promise<Answered> {
  const faults: Fault[] = [...strayFaults(typed.stray)]
  const reason = (value: string, why: string, where: string): void => {
    if (value !== '' && why.trim() === '') faults.push({ code: 'review.reason', params: {}, where })
  }
  reason(typed.tier, typed.tierWhy, 'tier')
  const tier = tierOf(typed.tier)
  const tiers = typed.tiers.flatMap(({ field, value, why }) => {
    const [known, chosen] = [FIELDS.find((one) => one === field), tierOf(value)]
    if (!known || !chosen) {
      if (field !== '' || value !== '')
        faults.push({ code: 'review.unknown', params: { field, typed: value }, where: 'tiers' })
      return []
    }
    reason(value, why, field)
    return why.trim() === '' ? [] : [{ field: known, value: chosen, why: why.trim() }]
  })
  const links: { kind: (typeof LINK_KINDS)[number]; incident: string }[] = []
  for (const { kind, to } of typed.links) {
    if (to.trim() === '') continue
    const found = await recordMeant(context, to, id)
    const known = LINK_KINDS.find((one) => one === kind)
    if (found.length === 1 && found[0] !== undefined && known) links.push({ kind: known, incident: found[0] })
    else if (found.length > 1)
      faults.push({ code: 'hand.links', params: { typed: to, found: found.join(', ') }, where: 'links' })
    else faults.push({ code: 'hand.link', params: { typed: to }, where: 'links' })
  }
  return {
    parts: {
      ...(tier && typed.tierWhy.trim() !== '' && { tier: { value: tier, why: typed.tierWhy.trim() } }),
      ...(tiers.length > 0 && { tiers }),
      ...(links.length > 0 && { links }),
      ...(typed.why.trim() !== '' && { why: typed.why.trim() }),
    },
    faults,
  }
}

const tierOf = (text: string): Tier | undefined => TIERS.find((one) => one === text)

const MOST = 6

/** By id, else by words of its id or of its passages; among those that whoever asks may read, and never itself. */
async function recordMeant(context: Context, typed: string, own: string): Promise<readonly string[]> {
  const [id = ''] = typed.trim().split(/\s/)
  const row = await recordRow(context.store, id)
  if (row && row.id !== own && mayRead(context, 'team', targetOf(row))) return [row.id]
  const rows = await recordRows(context.store, { words: typed.trim(), limit: MOST * 4, offset: 0 })
  return rows
    .filter((one) => one.id !== own && mayRead(context, 'team', targetOf(one)))
    .slice(0, MOST)
    .map((one) => one.id)
}
