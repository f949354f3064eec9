/** Law use and time: half that ended is not half of those that ended, a change divides only what has a day, and nobody's silence is a conviction. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CaseFile, CaseRecord, Entry, EntryBody } from '../../core/cases/case.ts'
import type { Provision } from '../../core/pack.ts'
import { countedFrom } from '../counts/counted.ts'
import { group, incident, PACK, penalty, type Sketch } from '../fixture.ts'
import { fairTrial, outcomesOf } from './fair-trial.ts'
import { kaplanMeier } from './survival.ts'
import { timeToVerdict } from './time-to-verdict.ts'
import { lawUse } from './use.ts'

let count = 0
const entry = (body: EntryBody, more: Partial<Entry> = {}): Entry => ({
  ...{ id: `e${++count}`, body, source: { kind: 'hand', title: 'a letter' }, people: [], struck: false },
  ...{ by: 'lena', at: '2026-11-01T09:00:00Z', why: null, event: count, earlier: [] },
  ...more,
})
const stage = (name: string, date: string | null, more: Partial<Entry> = {}): Entry =>
  entry({ kind: 'stage', stage: name as 'trial', date }, more)
const file = (entries: readonly Entry[], people = ['usenov']): CaseFile => ({
  ...{ kind: 'proceeding', id: `case-${++count}`, tier: 'team', by: 'lena', at: '2026-11-01T09:00:00Z' },
  ...{ country: 'kz', title: null, people, entries },
})

describe('the share that has no verdict yet', () => {
  /** Freireich and others 1963: weeks in remission under 6-MP, the textbook example; + goes on. */
  const SIX_MP = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
    .split(' ')
    .map((one) => ({
      days: Number.parseInt(one, 10),
      ended: !one.endsWith('+'),
    }))

  it('is that of the textbook', () => {
    const { steps, median, interval } = kaplanMeier(SIX_MP)
    expect(steps.map((one) => [one.days, one.atRisk, Number(one.left.toFixed(4))])).toEqual([
      [6, 21, 0.8571],
      [7, 17, 0.8067],
      [10, 15, 0.7529],
      [13, 12, 0.6902],
      [16, 11, 0.6275],
      [22, 7, 0.5378],
      [23, 6, 0.4482],
    ])
    expect(median).toBe(23)
    expect(interval).toEqual([13, null])
    // log-log interval at week 10, as survival packages give it.
    expect([steps[2]?.low, steps[2]?.high].map((one) => one?.toFixed(3))).toEqual(['0.503', '0.889'])
  })

  it('has no median while fewer than half have ended', () => {
    expect(
      kaplanMeier([
        { days: 5, ended: true },
        { days: 9, ended: false },
        { days: 9, ended: false },
      ]).median,
    ).toBeNull()
    expect(kaplanMeier([]).median).toBeNull()
  })

  it('never rises, and stays between its ends', () => {
    const time = fc.record({ days: fc.nat(50), ended: fc.boolean() })
    fc.assert(
      fc.property(fc.array(time, { maxLength: 30 }), (times) => {
        let before = 1
        for (const { left, low, high } of kaplanMeier(times).steps) {
          expect(left).toBeLessThanOrEqual(before)
          expect(low).toBeLessThanOrEqual(left + 1e-12)
          expect(high).toBeGreaterThanOrEqual(left - 1e-12)
          before = left
        }
      }),
    )
  })
})

describe('from detention to verdict', () => {
  const days = (entries: readonly Entry[]) =>
    timeToVerdict([file(entries)]).spells.map((one) =>
      one.kind === 'unknown' ? 'unknown' : `${one.kind} ${one.days}`,
    )

  it.each([
    [
      'held and sentenced',
      [stage('detained', '2024-05-07'), stage('sentence', '2024-05-17')],
      ['verdict 10'],
    ],
    ['held, and nobody wrote of a verdict', [stage('detained', '2026-10-22')], ['pending 10']],
    [
      'let go and taken again before it',
      [
        stage('detained', '2024-05-07'),
        stage('release', '2024-05-08'),
        stage('detained', '2024-06-01'),
        stage('acquittal', '2024-06-06'),
      ],
      ['verdict 30'],
    ],
    [
      'held twice, each time to a verdict',
      [
        stage('detained', '2024-05-01'),
        stage('sentence', '2024-05-02'),
        stage('detained', '2025-05-01'),
        stage('sentence', '2025-05-04'),
      ],
      ['verdict 1', 'verdict 3'],
    ],
    ['closed without one', [stage('detained', '2024-05-01'), stage('closed', '2024-05-21')], ['pending 20']],
    [
      'known by the month alone',
      [stage('detained', '2024-05'), stage('sentence', '2024-06-02')],
      ['unknown'],
    ],
    ['never held', [stage('charged', '2024-05-01'), stage('sentence', '2024-06-01')], []],
    ['struck out as a mistake', [stage('detained', '2024-05-01', { struck: true })], []],
  ] as const)('%s', (_what, entries, expected) => expect(days(entries)).toEqual(expected))

  it('says of how many it knows nothing, and takes no mean of those that ended', () => {
    const all = timeToVerdict([
      file([stage('detained', '2024-05-01'), stage('sentence', '2024-05-11')]),
      file([stage('detained', '2024-05-01')]),
      file([stage('detained', '2024')]),
    ])
    expect(all).toMatchObject({ known: 1, pending: 1, unknown: 1, range: [10, 10] })
    expect(all.survival.median).toBe(10)
  })
})

describe('outcomes and observations', () => {
  it('of charges: one of which nothing was written is unknown', () => {
    const charge = (id: string): Entry =>
      entry(
        { kind: 'charge', law: { code: 'criminal', article: '174' }, basis: 'stated', offence: null },
        { id },
      )
    const outcome = (of: string, standing: 'acquitted' | 'convicted' | 'reclassified'): Entry =>
      entry({ kind: 'outcome', charge: of, standing, date: null })
    const all = outcomesOf([
      file([
        charge('a'),
        charge('b'),
        charge('c'),
        outcome('a', 'convicted'),
        outcome('a', 'acquitted'),
        outcome('c', 'reclassified'),
      ]),
    ])
    expect(all).toEqual({
      cases: 1,
      charges: 2,
      convicted: 0,
      acquitted: 1,
      dropped: 0,
      pending: 0,
      unknown: 1,
    })
  })

  it('of trials: what nobody asked is no no', () => {
    const observation = (kind: 'no' | 'unknown' | null): CaseRecord => ({
      ...{
        kind: 'observation',
        id: 'o',
        tier: 'team',
        by: 'lena',
        at: '2026-11-01T09:00:00Z',
        sheet: 'trial',
      },
      ...{ about: {}, on: null, hour: null, observer: 'x', source: { kind: 'hand', title: 'x' } },
      answers:
        kind === null
          ? []
          : [{ question: 'public', answer: { kind }, by: 'x', at: 'x', why: null, earlier: [] }],
    })
    const all = fairTrial([observation('no'), observation('unknown'), observation(null)])
    expect(all.find((one) => one.question === 'public')?.answers).toEqual({
      ...{ yes: 0, no: 1, partly: 0, unknown: 1, not_asked: 0, missing: 1, observations: 3 },
    })
  })
})

describe('the use of a law', () => {
  const CHANGED = new Map([
    [
      'p1',
      { changes: [{ date: '2020-06', event: 'reworded', certainty: 'verified' }] } as unknown as Provision,
    ],
  ])
  const row = (sketch: Sketch) => ({
    ...countedFrom(incident(sketch), { pack: PACK, words: { roles: [], institutions: [] } }),
    fingerprint: 1,
  })

  it('is divided by a change into before, after, and what nobody can tell', () => {
    const dates = ['2019-03-01', '2020-05-31', '2020-06-15', '2020-07-01', '2020', null]
    const [use] = lawUse(
      dates.map((date) => row({ dates: [date], provisions: ['p1'] })),
      CHANGED,
    )
    const [change] = use?.changes ?? []
    expect([change?.before.incidents, change?.after.incidents, change?.unclear]).toEqual([2, 1, 3])
  })

  it('says whom and with what, and leaves what two laws share uncertain in each', () => {
    const uses = lawUse(
      [
        row({
          provisions: ['p1'],
          groups: [group('people fined', 3, 3)],
          penalties: [penalty('fine', { persons: 3 })],
        }),
        row({
          provisions: ['p1', 'p2'],
          groups: [group('people fined', 2, 2)],
          penalties: [penalty('fine', { persons: 2 })],
        }),
        row({ kind: 'aggregate', provisions: ['p1'] }),
      ],
      CHANGED,
    )
    expect(
      uses.map((one) => [one.provision, one.incidents.incidents, one.persons.certain, one.persons.claimed]),
    ).toEqual([
      ['p1', 2, 3, 5],
      ['p2', 1, 0, 2],
    ])
    expect(uses[0]?.penalties).toMatchObject([{ row: 'fine', certain: 3, claimed: 5 }])
  })
})
