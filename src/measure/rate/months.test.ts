/** Months are counted from single events of a known month, at the effort that was made; silence of those who did not look is not known. */
import { describe, expect, it } from 'vitest'
import type { Codebook } from '../../core/codebook.ts'
import { METHOD } from '../../core/rating/fixture.ts'
import { incident } from '../fixture.ts'
import { type Look, lookedIn } from './effort.ts'
import { countedOf, monthRows } from './months.ts'

const gravities = { detention: 2, killing: 4, fine: 1, release: 'star', protest_held: null }
const ACTS = new Map(
  Object.entries(gravities).map(([id, gravity]) => [id, { gravity }]),
) as unknown as Codebook['acts']

describe('what is counted', () => {
  const counted = countedOf([
    incident({ freedoms: ['assembly'], id: 'xx-1', dates: ['2026-05-03'], acts: ['detention', 'killing'] }),
    incident({ freedoms: ['assembly'], id: 'xx-2', dates: ['2026-05'], acts: ['fine'] }),
    incident({ freedoms: ['assembly'], id: 'xx-3', dates: ['2026-05-30..2026-06-02'] }),
    incident({ freedoms: ['assembly'], id: 'xx-4', dates: ['2026'] }),
    incident({ freedoms: ['assembly'], id: 'xx-5', dates: [null] }),
    incident({ freedoms: ['assembly'], id: 'xx-6', dates: ['2026-05-09'], kind: 'aggregate' }),
    incident({ freedoms: ['assembly'], id: 'xx-7', dates: ['2026-05-10'], acts: ['release'] }),
    incident({ freedoms: ['assembly'], id: 'xx-8', dates: ['2026-05-11'], acts: ['protest_held'] }),
  ])

  it('is each event whose month is certain, and no aggregate that repeats others', () => {
    expect(counted.map((one) => one.id)).toEqual(['xx-1', 'xx-2', 'xx-7', 'xx-8'])
  })

  it('weighs by its gravest act, once for each freedom; good news stands apart, and what struck nobody is neither', () => {
    const given = { asOf: '2026-06-15', back: 2, gravity: METHOD.live.gravity }
    const rows = monthRows(counted, () => 3, given, ACTS)
    expect(rows.map((one) => one.month)).toEqual(['2026-04', '2026-05'])
    expect(rows[0]).toMatchObject({ effort: 3, incidents: { assembly: 0 } })
    expect(rows[1]).toMatchObject({
      incidents: { assembly: 2 },
      weighed: { assembly: 9 },
      good: { assembly: 1 },
    })
  })
})

describe('effort', () => {
  const look = (more: Partial<Look> = {}): Look => ({
    ...{ collector: 'A', region: null, from: '2026-01-01', to: '2026-12-31', looked: 'looked' },
    ...more,
  })
  it.each([
    ['nobody says anything', [], null],
    ['one looked everywhere', [look()], 1],
    ['two looked everywhere', [look(), look({ collector: 'B' })], 2],
    ['one says it twice', [look(), look()], 1],
    ['one looked at some of it', [look({ looked: 'partly' })], 0.5],
    ['it is said that nobody looked', [look({ looked: 'not' })], 0],
    ['one looked in two of four regions', [look({ region: 'r1' }), look({ region: 'r2' })], 0.5],
    ['one looked until the middle of it', [look({ to: '2026-02-15' })], null],
    ['one looked to its last day', [look({ from: '2026-02-01', to: '2026-02-28' })], 1],
  ] as const)('of February, when %s, is %3$s', (_, looks, wanted) => {
    expect(lookedIn('2026-02', looks, 4)).toBe(wanted)
  })
})
