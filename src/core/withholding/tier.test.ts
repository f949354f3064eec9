/** A record of a sensitive subject waits for a decision, and a decision opens no more than was read. */
import { describe, expect, it } from 'vitest'
import type { Claim } from '../claim.ts'
import type { DecidedTier } from '../tier.ts'
import { incidentOf, NAMING } from './fixture.ts'
import { subjectsOf, tierOf } from './tier.ts'

const tierWith = (told: ReturnType<typeof incidentOf>, decided?: DecidedTier) =>
  tierOf(told.incident, {
    naming: NAMING,
    documents: told.documents,
    tiers: new Map(decided ? [[told.incident.id, decided]] : []),
  })
const group = (what: string) => [{ what, min: 1, max: 1, qualifier: 'exact' as const }]

describe('a record that nobody decided on', () => {
  it('of an ordinary subject is public', () =>
    expect(tierWith(incidentOf({ act: ['detention'] }))).toBe('public'))

  it.each([
    ['by its act', incidentOf({ act: ['detention', 'suicide_alleged_driven'] }), 'team'],
    ['by a word of the passage', incidentOf({ act: ['detention'] }, 'She has tuberculosis.'), 'partner'],
    ['by a word of a coder', incidentOf({ act: [], group: group('tuberculosis patients') }), 'partner'],
    ['by an outcome', incidentOf({ act: [], outcome: ['called a suicide'] }), 'team'],
  ] as const)('is held back %s', (_how, told, tier) => expect(tierWith(told)).toBe(tier))

  it('of two subjects is read by the fewer', () =>
    expect(tierWith(incidentOf({ act: ['suicide_alleged_driven'] }, 'She had tuberculosis.'))).toBe('team'))

  it('is not held back by what the text says of others, after the passage', () =>
    expect(tierWith(incidentOf({ act: [] }, 'Police held her.| Another has tuberculosis.'))).toBe('public'))

  it('is held back by words outside the passage if they are shown with it', () => {
    const text = 'Police held her.| Of all with tuberculosis she was the last.'
    const carried = { id: 'c', document: 'd', span: { start: 45, end: 50 } } as unknown as Claim
    expect(tierWith(incidentOf({ act: ['detention'] }, text, [], [carried]))).toBe('partner')
  })
})

describe('a record decided on', () => {
  const told = incidentOf({ act: ['suicide_alleged_driven'] })
  const ordinary = incidentOf({ act: ['detention'] })
  it.each([
    ['opened in its newest decision is public', told, 'public', true, 'public'],
    ['opened before a later decision is not', told, 'public', false, 'team'],
    ['narrowed stays so after later decisions', ordinary, 'sealed', false, 'sealed'],
    ['narrowed less than its subject asks stays at the subject’s', told, 'partner', false, 'team'],
    ['narrowed more than its subject asks is as decided', told, 'sealed', false, 'sealed'],
  ] as const)('%s', (_what, one, tier, isNewest, expected) =>
    expect(tierWith(one, { tier, isNewest })).toBe(expected),
  )

  it('still says which subjects it has', () =>
    expect(
      subjectsOf(told.incident, { naming: NAMING, documents: told.documents }).map((one) => one.id),
    ).toEqual(['sensitive.suicide@1']))
})
