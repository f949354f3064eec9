/** A record stands for some years from its newest decision, or to a day of its own, and then waits for somebody. */
import { describe, expect, it } from 'vitest'
import { isKept, keptUntil } from './standing.ts'
import { incidentOf, STANDING } from './withholding/fixture.ts'

/** Decided on 1 November 2026. */
const event = incidentOf({ kind: ['event'] }).incident
const policy = incidentOf({ kind: ['policy'] }).incident
const leap = { ...event, rulings: event.rulings.map((one) => ({ ...one, at: '2028-02-29T10:00:00Z' })) }

describe('a record stands', () => {
  it.each([
    ['an event for ten years', event, null, '2036-11-01'],
    ['a policy for longer', policy, null, '2051-11-01'],
    ['a record decided on a leap day to the end of February', leap, null, '2038-02-28'],
    ['to a sooner day of its own', event, '2027-01-01', '2027-01-01'],
    ['to a later day of its own', event, '2040-01-01', '2040-01-01'],
    ['by the rule again once decided after its own day', event, '2026-10-31', '2036-11-01'],
    ['to its own day if decided on that day', event, '2026-11-01', '2026-11-01'],
  ] as const)('%s', (_what, incident, named, until) =>
    expect(keptUntil(incident, named, STANDING.retention)).toBe(until),
  )

  it('for no time at all when no rule speaks of it', () => expect(keptUntil(event, null, [])).toBeNull())

  it.each([
    ['2027-01-01', '2026-12-31', true],
    ['2027-01-01', '2027-01-01', true],
    ['2027-01-01', '2027-01-02', false],
    [null, '2026-12-31', false],
    [undefined, '2026-12-31', false],
  ] as const)('until %s: on %s %s', (until, today, kept) => expect(isKept(until, today)).toBe(kept))
})
