/** A record with the day it was last decided in, the last day it stands before somebody must decide anew out; and whose side must be heard. */
import type { Rule } from './codebook.ts'
import { heldOf, type Incident } from './record.ts'
import type { Harmed, IncidentKind } from './values.ts'

/** Somebody is said to have done wrong when one of these holds; they get `days` to answer. */
export type ReplyRule = Rule & {
  readonly needed: { readonly harmed: readonly Harmed[]; readonly fields: readonly 'actor'[] }
  readonly days: number
}
export type RetentionRule = Rule & { readonly kind: IncidentKind; readonly years: number }

/** What lawyers and monitors own of how long a record stands and who is asked; each kind has one rule of retention. */
export type Standing = {
  readonly reply: readonly ReplyRule[]
  readonly retention: readonly RetentionRule[]
}

const yearsLater = (day: string, years: number): string => {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0')
  const rest = day.slice(4)
  // The day after 28 February does not come every year.
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`
}

/**
 * The day somebody named, unless that day has passed and somebody decided anew after it; else the years of the rule after
 * the newest decision. Null only where no rule speaks of the kind, which the codebook does not let happen.
 */
export function keptUntil(
  incident: Incident,
  named: string | null,
  rules: readonly RetentionRule[],
): string | null {
  const decided = incident.rulings
    .map((one) => one.at.slice(0, 10))
    .sort()
    .at(-1)
  return keptFrom({ decided, kind: heldOf(incident, 'kind')[0]?.value ?? 'event', named }, rules)
}

/** The same of a record of which only its kind and the day of its newest decision were read. */
export function keptFrom(
  {
    decided,
    kind,
    named,
  }: { readonly decided: string | undefined; readonly kind: string; readonly named: string | null },
  rules: readonly RetentionRule[],
): string | null {
  if (named !== null && (decided === undefined || decided <= named)) return named
  const rule = rules.find((one) => one.kind === kind)
  return rule && decided !== undefined ? yearsLater(decided, rule.years) : null
}

/** The last day is still inside; a record of which nobody knows how long it stands is not shown. */
export const isKept = (until: string | null | undefined, today: string): boolean =>
  until !== null && until !== undefined && until >= today
