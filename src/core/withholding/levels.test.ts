/** What is recorded of somebody allows a name only as far as the rules of naming let it in that record. */
import { describe, expect, it } from 'vitest'
import { appears, basisOf, incidentOf, NAMING } from './fixture.ts'
import { levelFor, levelsIn } from './levels.ts'

const bases = new Map([['serikova', [basisOf('consent')]]])
const given = { naming: NAMING, bases }

describe('somebody in a record', () => {
  it('is named when a rule allows it and their basis does', () =>
    expect(levelFor('serikova', appears(true, 'activist'), given)).toBe('name'))

  it('is shown no further than their own basis, whatever the rule would allow', () => {
    const initials = new Map([['serikova', [basisOf('consent', 'initials')]]])
    expect(levelFor('serikova', appears(true), { naming: NAMING, bases: initials })).toBe('initials')
  })

  it.each([
    ['nobody recorded who it is', null, appears(true)],
    ['nothing is recorded of them', 'usenov', appears(true)],
    ['a rule above speaks of their role', 'serikova', appears(true, 'his wife')],
  ] as const)('is not named when %s', (_why, person, value) =>
    expect(levelFor(person, value, given)).toBe('never'),
  )

  it('is not named on a ground that no rule speaks of', () => {
    const office = new Map([['serikova', [basisOf('office')]]])
    expect(levelFor('serikova', appears(false), { naming: NAMING, bases: office })).toBe('never')
  })

  it('is not named when there is no rule at all', () =>
    expect(levelFor('serikova', appears(true), { naming: { ...NAMING, rules: [] }, bases })).toBe('never'))

  it('is shown no further than whoever they were judged to be one with', () => {
    const of = (...bound: readonly ReturnType<typeof basisOf>[]) =>
      levelFor('serikova', appears(true), { naming: NAMING, bases: new Map([['serikova', bound]]) })
    expect(of(basisOf('consent'), basisOf('consent', 'initials'))).toBe('initials')
    // The kind of a ground counts as well: what a rule lets an agreement do, an office does not.
    expect(of(basisOf('consent'), basisOf('office'))).toBe('never')
    expect(of()).toBe('never')
  })

  it('who stands in it twice is shown at the lower level both times', () => {
    const { incident } = incidentOf(
      { person: [appears(true, 'activist'), appears(false, 'wife of a prisoner')] },
      'Police held her.',
      ['serikova', 'serikova'],
    )
    expect(levelsIn(incident, given).get('serikova')).toBe('never')
  })
})
