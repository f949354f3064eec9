/** A field may be for fewer readers than its record; what is decided of it holds as it does for records. */
import { describe, expect, it } from 'vitest'
import type { DecidedTier, Tier } from '../tier.ts'
import type { Field } from '../values.ts'
import { fieldTier, heldFields } from './field-tiers.ts'
import { NAMING } from './fixture.ts'

const given = (field: Field, tier: Tier, isNewest: boolean) => ({
  naming: NAMING,
  fieldTiers: new Map([['i', new Map<Field, DecidedTier>([[field, { tier, isNewest }]])]]),
})
const undecided = { naming: NAMING, fieldTiers: new Map() }

describe('the tier of a field', () => {
  it.each([
    ['is public where nobody said another', 'act', undecided, 'public'],
    ['is the rule’s where there is one', 'other_date', undecided, 'team'],
    ['is as narrowed', 'act', given('act', 'partner', true), 'partner'],
    ['stays narrowed in later decisions', 'act', given('act', 'sealed', false), 'sealed'],
    ['is as opened in the newest decision', 'other_date', given('other_date', 'public', true), 'public'],
    ['closes again with a later decision', 'other_date', given('other_date', 'public', false), 'team'],
    ['is not touched by what is decided of another', 'law', given('act', 'sealed', true), 'public'],
  ] as const)('%s', (_what, field, known, tier) => expect(fieldTier('i', field, known)).toBe(tier))
})

describe('what is held back', () => {
  it('is for partners less than for any reader', () => {
    const known = given('act', 'partner', true)
    expect([...heldFields('i', known, 'public').values]).toEqual(['other_date', 'act'])
    expect([...heldFields('i', known, 'partner').values]).toEqual(['other_date'])
  })

  it('by a rule that covers no words leaves them, by a decision covers them', () => {
    expect([...heldFields('i', undecided, 'public').words]).toEqual([])
    expect([...heldFields('i', given('other_date', 'sealed', true), 'public').words]).toEqual(['other_date'])
  })

  it('is told of only when it was decided: what every record holds back says nothing', () => {
    expect(heldFields('i', undecided, 'public').isDecided).toBe(false)
    expect(heldFields('i', given('other_date', 'sealed', true), 'public').isDecided).toBe(false)
    expect(heldFields('i', given('act', 'team', false), 'public').isDecided).toBe(true)
  })

  it('is never the kind by itself: a total would be counted as an event', () =>
    expect([...heldFields('i', given('kind', 'sealed', true), 'public').values]).toEqual(['other_date']))
})
