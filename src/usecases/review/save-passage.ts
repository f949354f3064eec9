/** A reviewer's form in; a decision on the passage recorded in their name out, or every fault, or what a colleague decided meanwhile. */
import { newTail } from '../../adapters/chance.ts'
import { today } from '../../adapters/clock.ts'
import type { Decided, DecideIncident } from '../../core/decided.ts'
import { type Fault, Refusal } from '../../core/faults.ts'
import type { Target } from '../../core/policy.ts'
import type { ReviewRow, RowFault } from '../../core/review-row.ts'
import { narrower, TIERS, type Tier } from '../../core/tier.ts'
import { FIELDS, type Field, SINGLE_FIELDS } from '../../core/values.ts'
import { anchorsOf } from '../../review/anchors.ts'
import { recordRow } from '../../store/queries/records.ts'
import { type Context, organisationOf } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit, targetOf } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'
import { type Answered, type Answers, answered } from './answers.ts'
import { understood } from './foresee.ts'
import type { PassageView } from './read-passage.ts'

export type ReviewForm = Answers & {
  readonly rows: readonly ReviewRow[]
  readonly disputed: readonly string[]
  /** The newest entry on this passage when the form was drawn. */
  readonly seen: number
  /** The record to change; empty: make one. */
  readonly record: string
}
export type Saved =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'faults'; readonly rows: readonly RowFault[]; readonly faults: readonly Fault[] }
  | { readonly kind: 'between' }

/** A record that nobody has made yet: of the own compartment, and no wider than the team. */
export const newRecord = (context: Pick<Context, 'actor'>): Target => ({
  organisation: organisationOf(context),
  state: 'draft',
  tier: 'team',
  coders: [],
  assigned: [],
  sharedWith: [],
})

export async function savePassage(context: Context, view: PassageView, form: ReviewForm): Promise<Saved> {
  const changed = form.record === '' ? null : await recordRow(context.store, form.record)
  permit(
    context,
    'decide',
    form.record === ''
      ? { id: view.draft, target: newRecord(context) }
      : { id: form.record, target: changed && targetOf(changed) },
  )
  if (view.seen > form.seen || (form.record === '' && view.passage.state === 'decided'))
    return { kind: 'between' }
  const line = understood(context, view, form.rows, form.disputed)
  const own = await answered(context, form.record, form)
  const decided = decisionOf(context, view, form, line, own.parts)
  const opens = changed !== null && own.parts.tier && isWider(own.parts.tier.value, targetOf(changed).tier)
  const checked = [
    ...(opens ? [{ code: 'hand.open', params: {}, where: 'tier' } as const] : []),
    ...faultsIn(context, decided),
  ]
  if (line.faults.length > 0 || own.faults.length > 0 || checked.length > 0)
    return { kind: 'faults', rows: line.faults, faults: [...own.faults, ...checked] }
  try {
    await replayDecisions(context, [parse(context, decided)])
  } catch (error) {
    if (error instanceof Refusal && error.code === 'review.between') return { kind: 'between' }
    throw error
  }
  return { kind: 'saved', id: decided.id }
}

function decisionOf(
  context: Context,
  { document, passage, draft }: PassageView,
  form: ReviewForm,
  { lists, evidence }: ReturnType<typeof understood>,
  parts: Answered['parts'],
): DecideIncident {
  const beside = besideOf(form) ?? []
  const disputed = form.disputed.filter((one): one is Field => FIELDS.some((field) => field === one))
  return {
    record: 'incident',
    id: form.record === '' ? idFor(document.country, lists.date, parts.tiers) : form.record,
    country: document.country,
    document: document.id,
    ...anchorsOf(document.text, passage.span),
    ...lists,
    ...(disputed.length > 0 && { disputed }),
    ...(beside.length > 0 && { beside }),
    ...parts,
    ...(evidence.length > 0 && { evidence }),
    draft: { id: draft, seen: form.seen },
    by: context.actor?.handle ?? 'operator',
    at: context.clock.now(),
  }
}

/** Country, the day as far as it is known, and a tail by chance: of two ids nobody can say how many lie between. */
export const newIncidentId = (country: string, day: string): string =>
  [country, ...(/^\d{4}(-\d\d){0,2}$/.test(day) ? [day] : []), newTail()].join('-')

/** What was narrowed is opened on the page of the record alone, which asks for a fresh proof of who opens it. */
const isWider = (tier: Tier, than: Tier): boolean => TIERS.indexOf(tier) < TIERS.indexOf(than)

/** An id is for ever: it tells no day that is held back. */
export const idFor = (
  country: string,
  date: string | null,
  tiers: Answered['parts']['tiers'] = [],
): string => {
  const isHeld = tiers.some((one) => one.field === 'date' && narrower(one.value, 'public') !== 'public')
  return newIncidentId(country, isHeld ? '' : (date?.split('..').find((one) => one !== '') ?? ''))
}

/** A list of a decision holds one value of a single field; where sources disagree on it, the claims of the others stand beside. */
const besideOf = ({ rows, disputed }: ReviewForm): DecideIncident['beside'] =>
  disputed.flatMap((name) => {
    const field = [...SINGLE_FIELDS].find((one) => one === name)
    const kept = rows.filter((one) => one.field === field && one.keep).slice(1)
    return field ? kept.map((one) => ({ field, claim: one.origin })) : []
  })

const parse = (context: Context, decided: object): Decided =>
  parseDecided(decided, context.knowledge.codebook, today(context.clock), 'form')

export function faultsIn(context: Context, decided: object): readonly Fault[] {
  try {
    parse(context, decided)
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.faults
    throw error
  }
}
