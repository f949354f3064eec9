/** Consent is given toward somebody: whoever stands further away sees no more than was agreed for them. */
import { describe, expect, it } from 'vitest'
import { type Basis, basisOn, levelToward, type ShowLevel, strictestOf } from './person.ts'
import type { Audience } from './tier.ts'
import { basisOf } from './withholding/fixture.ts'

const given = (level: ShowLevel, to: Audience, beyond: ShowLevel): Basis => ({
  ...basisOf('consent', level),
  to,
  beyond,
})

describe('a basis', () => {
  it.each([
    ['name', 'public', 'never', ['name', 'name', 'name']],
    ['name', 'partner', 'never', ['never', 'name', 'name']],
    ['name', 'partner', 'initials', ['initials', 'name', 'name']],
    ['name', 'team', 'pseudonym', ['pseudonym', 'pseudonym', 'name']],
    ['initials', 'partner', 'never', ['never', 'initials', 'initials']],
    // More for those further away than for those nearer would be a slip of the pen.
    ['initials', 'partner', 'name', ['initials', 'initials', 'initials']],
    ['never', 'public', 'never', ['never', 'never', 'never']],
  ] as const)(
    'of %s to %s, beyond that %s, gives %j to any reader, partners and the team',
    (level, to, beyond, seen) =>
      expect(
        (['public', 'partner', 'team'] as const).map((one) => levelToward(given(level, to, beyond), one)),
      ).toEqual(seen),
  )

  it('is the newest, and holds to the end of its review day', () => {
    const newer = { ...basisOf('consent', 'initials'), reviewBy: '2027-01-01' }
    expect(basisOn([basisOf('consent'), newer], '2027-01-01')?.level).toBe('initials')
    expect(basisOn([basisOf('consent'), newer], '2027-01-02')).toBeNull()
    expect(strictestOf([basisOf('consent'), newer])).toBe(newer)
    expect(strictestOf([])).toBeNull()
  })
})
