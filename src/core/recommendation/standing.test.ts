/** What stands of recommendations and grades after everything that was said of them. */
import { describe, expect, it } from 'vitest'
import { standingDemands, standingGrades } from './standing.ts'

const demand = { words: 'Repeal it.' } as never
const row = (id: string, event: number, given: object = {}) => ({
  ...{ id, event, organisation: null, demand },
  ...given,
})

describe('recommendations as they stand', () => {
  it('shows the newest line of an id, and nothing of one that was ended', () => {
    const rows = [row('a', 1), row('b', 2), row('a', 3), row('b', 4, { demand: null })]
    expect(standingDemands(rows).map((one) => [one.id, one.event])).toEqual([['a', 3]])
  })

  it('never lets another organisation take the place of a line under the same id', () => {
    const rows = [row('a', 1), row('a', 2, { organisation: 'abroad', demand: null })]
    expect(standingDemands(rows).map((one) => one.event)).toEqual([1])
  })
})

const said = (grader: string, on: string, grade: string | null) => ({ grader, on, grade }) as never
type Given = Parameters<typeof standingGrades>[0]

describe('grades as they stand', () => {
  it.each<[string, Given, readonly string[]]>([
    [
      'keeps those of different graders on one day apart',
      [said('us', '2020-01-01', 'E'), said('state', '2020-01-01', 'A')],
      ['us E', 'state A'],
    ],
    [
      'puts the newest word of one grader and day in the place of the one before',
      [said('us', '2020-01-01', 'E'), said('us', '2020-01-01', 'D')],
      ['us D'],
    ],
    [
      'leaves nothing of one that was taken back',
      [said('us', '2020-01-01', 'E'), said('us', '2020-01-01', null)],
      [],
    ],
    [
      'keeps an older grade beside a newer one, so that a step back is seen',
      [said('us', '2022-01-01', 'B'), said('us', '2020-01-01', 'E')],
      ['us E', 'us B'],
    ],
  ])('%s', (_, given, stands) => {
    expect(standingGrades(given).map((one) => `${one.grader} ${one.grade}`)).toEqual(stands)
  })
})
