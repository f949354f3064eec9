/** A fine and the day of its offence in; how many index units of that day it is out, or why nobody can say. */
import type { DecidedPenalty } from '../decided.ts'
import { indexOn, type Pack } from '../pack.ts'
import type { Entry } from './case.ts'
import { standing } from './fold.ts'
import { dateOfEntry } from './standing.ts'

export type FineMultiple =
  | { readonly kind: 'multiple'; readonly n: number; readonly index: number; readonly isWhole: boolean }
  /** day: of the offence · index: of that day · currency: foreign money. */
  | { readonly kind: 'unknown'; readonly why: 'day' | 'index' | 'currency' }

/** Null: no sum of money. A date of months counts when one index held in all of it; otherwise the day is not known. */
export function fineMultiple(
  { amount, currency }: DecidedPenalty,
  offence: string | null,
  pack: Pack | null,
): FineMultiple | null {
  if (amount === undefined) return null
  const { from, to } = dateOfEntry(offence)
  if (from === null || to === null) return { kind: 'unknown', why: 'day' }
  if (pack === null) return { kind: 'unknown', why: 'index' }
  if (currency !== undefined && currency !== pack.currency) return { kind: 'unknown', why: 'currency' }
  const [first, last] = [indexOn(pack, from), indexOn(pack, to)]
  if (first === null || last === null) return { kind: 'unknown', why: 'index' }
  if (first !== last) return { kind: 'unknown', why: 'day' }
  const n = Math.round((amount / first.amount) * 100) / 100
  return { kind: 'multiple', n, index: first.amount, isWhole: amount % first.amount === 0 }
}

/** The day of the offence is the charge's; a penalty tied to no charge has none, even where the case has a single one. */
export function offenceOf(entries: readonly Entry[], charge: string | undefined): string | null {
  return standing(entries, 'charge').find((one) => one.id === charge)?.body.offence ?? null
}
