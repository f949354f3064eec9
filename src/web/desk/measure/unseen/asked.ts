/** What a page or a form asks of the room in, the question out; what is left out is asked as it is most often wanted. */
import type { AskedCaptures } from '../../../../usecases/measure/read-captures.ts'
import { CAPTURE_UNITS, periodFrom } from '../../../../usecases/measure/read-captures.ts'

export const FIELDS = ['unit', 'country', 'from', 'to', 'unverified'] as const
export type Typed = Readonly<Record<(typeof FIELDS)[number], string>>

export const typedIn = (
  given: Readonly<Record<string, string | undefined>>,
  country: string,
  year: string,
): Typed => ({
  unit: given.unit ?? 'persons',
  country: given.country || country,
  from: given.from ?? year,
  to: given.to ?? given.from ?? year,
  unverified: given.unverified ?? '',
})

/** Refuses with `input.date`, naming the field. */
export const askedBy = (typed: Typed): AskedCaptures => ({
  unit: CAPTURE_UNITS.find((one) => one === typed.unit) ?? 'persons',
  country: typed.country,
  ...periodFrom(typed.from, typed.to),
  unverified: typed.unverified !== '',
})

/** The question as an address carries it: codes and days, no name. */
export const addressOf = ({ unit, country, from, to, unverified }: AskedCaptures): string =>
  new URLSearchParams({ unit, country, from, to, ...(unverified && { unverified: 'yes' }) }).toString()
