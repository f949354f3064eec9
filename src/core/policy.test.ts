/** The table of access answers for one actor and one record at a time; what no line allows is forbidden. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import type { Actor, Role } from './access.ts'
import { may, mayAtAll, type RecordAction, readingReach, type Target } from './policy.ts'
import { STATES } from './state.ts'
import { TIERS } from './tier.ts'

const { policy } = knowledge.codebook
const who = (role: Role, handle = 'lena', organisation = 'home'): Actor => ({
  account: handle,
  handle,
  organisation,
  role,
})
const what = (more: Partial<Target> = {}): Target => ({
  organisation: 'home',
  state: 'coded',
  tier: 'team',
  coders: ['daniyar'],
  assigned: [],
  sharedWith: [],
  ...more,
})

describe('the table of access', () => {
  it.each<[string, Actor, RecordAction, Target, boolean]>([
    ['a colleague reads what the team works on', who('monitor'), 'read', what(), true],
    ['a colleague does not find a sealed record', who('monitor'), 'read', what({ tier: 'sealed' }), false],
    ['its coder reads a sealed record', who('monitor', 'daniyar'), 'read', what({ tier: 'sealed' }), true],
    [
      'its coder elsewhere by now does not',
      who('monitor', 'daniyar', 'abroad'),
      'read',
      what({ tier: 'sealed' }),
      false,
    ],
    ['a monitor does not clear', who('monitor'), 'clear', what({ state: 'verified' }), false],
    ['an editor clears', who('editor'), 'clear', what({ state: 'verified' }), true],
    [
      'an editor of another house does not',
      who('editor', 'lena', 'abroad'),
      'clear',
      what({ state: 'verified' }),
      false,
    ],
    [
      'a monitor takes off what is public',
      who('monitor'),
      'withdraw',
      what({ state: 'published', tier: 'public' }),
      true,
    ],
    [
      'a lawyer reads what was handed over',
      who('lawyer'),
      'read',
      what({ assigned: ['lena'], tier: 'sealed' }),
      true,
    ],
    ['a lawyer opens no report', who('lawyer'), 'file', what({ assigned: ['lena'] }), false],
    [
      'a partner waits until it is cleared',
      who('partner', 'p', 'abroad'),
      'read',
      what({ tier: 'partner', sharedWith: ['abroad'] }),
      false,
    ],
    [
      'a partner reads it then',
      who('partner', 'p', 'abroad'),
      'read',
      what({ state: 'cleared', tier: 'partner', sharedWith: ['abroad'] }),
      true,
    ],
    [
      'a partner never reads the team’s',
      who('partner', 'p', 'abroad'),
      'read',
      what({ state: 'cleared', sharedWith: ['abroad'] }),
      false,
    ],
    [
      'an administrator reads nothing',
      who('administrator'),
      'read',
      what({ state: 'published', tier: 'public' }),
      false,
    ],
  ])('%s', (_says, actor, action, target, expected) => {
    expect(may(policy, actor, action, target)).toBe(expected)
  })

  it('lets a guest do nothing in here', () => {
    for (const action of policy.actions.keys())
      expect(mayAtAll(policy, who('guest'), action), action).toBe(false)
  })

  it('lets administrators and auditors see no record in any state and tier, whatever was handed or shared', () => {
    for (const role of ['administrator', 'auditor'] as const)
      for (const state of STATES)
        for (const tier of TIERS)
          for (const action of ['read', 'history', 'relations', 'file', 'decide', 'export'] as const)
            expect(
              may(
                policy,
                who(role),
                action,
                what({ state, tier, assigned: ['lena'], coders: ['lena'], sharedWith: ['home'] }),
              ),
            ).toBe(false)
  })

  it('never lets anything above the partner tier leave with one person alone', () => {
    const lines = policy.grants.filter((one) => one.actions.includes('export'))
    expect(lines.length).toBeGreaterThan(2)
    for (const one of lines)
      if (one.tiers.some((tier) => tier === 'team' || tier === 'sealed'))
        expect(one.twoPeople, one.id).toBe(true)
  })

  it.each(['share', 'export', 'consent', 'approve-export', 'accounts', 'publish', 'correct'] as const)(
    'asks for a fresh proof before anybody may %s',
    (action) => {
      for (const one of policy.grants.filter((line) => line.actions.includes(action)))
        expect(one.stepUp, one.id).toBe(true)
    },
  )

  it('tells the database no compartment for those who read only what was handed, shared or published', () => {
    expect(readingReach(policy, who('monitor')).has('organisation')).toBe(true)
    for (const role of ['lawyer', 'partner', 'campaigner', 'educator', 'administrator', 'auditor'] as const)
      expect(readingReach(policy, who(role)).has('organisation'), role).toBe(false)
  })
})
