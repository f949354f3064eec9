/** The course of one person through several cases: what is served, what was turned back, how many days in all. */
import { describe, expect, it } from 'vitest'
import type { CaseFile, Entry, EntryBody } from './case.ts'
import { courseOf } from './course.ts'

const TODAY = '2024-12-31'
let n = 0
const entry = (body: EntryBody, people: readonly string[] = []): Entry => ({
  ...{ id: `e${n++}`, body, people, struck: false, source: { kind: 'hand', title: 'seen' } },
  ...{ by: 'lena', at: '2024-01-01T00:00:00.000Z', why: null, event: n, earlier: [] },
})
type Stage = Extract<EntryBody, { kind: 'stage' }>['stage']
const stage = (name: Stage, date: string | null, people?: readonly string[]) =>
  entry({ kind: 'stage', stage: name, date }, people)
const days = (number: number, date: string) =>
  entry({ kind: 'penalty', penalty: { type: 'administrative_detention', days: number }, date })
const file = (id: string, entries: readonly Entry[], people = ['usenov']): CaseFile => ({
  ...{
    kind: 'proceeding',
    id,
    tier: 'team',
    by: 'lena',
    at: '',
    country: 'kz',
    title: null,
    people,
    entries,
  },
})
const course = (...files: readonly CaseFile[]) => courseOf(files, 'usenov', TODAY)

describe('a person in several cases', () => {
  it('days in custody that two cases tell are counted once', () => {
    const one = file('a', [stage('detained', '2020-03-01'), stage('release', '2020-03-16')])
    const two = file('b', [stage('detained', '2020-03-10'), stage('release', '2020-03-20')])
    const three = file('c', [stage('detained', '2021-05-01'), stage('release', '2021-05')])
    const found = course(one, two, three)
    expect([found.spans, found.daysHeld, found.uncounted]).toEqual([
      [{ from: '2020-03-01', to: '2020-03-20' }],
      19,
      1,
    ])
  })

  it.each([
    [
      'served',
      [stage('detained', '2024-12-01'), days(10, '2024-12-01'), stage('release', '2024-12-11')],
      10,
      0,
    ],
    ['serving', [stage('detained', '2024-12-26'), days(15, '2024-12-26')], 5, 10],
  ] as const)('a term of days is %s', (kind, entries, served, left) => {
    expect(course(file('a', entries)).penalties[0]?.state).toEqual({ kind, served, left })
  })

  it.each([
    [
      'holds',
      [
        stage('sentence', '2020-01-01'),
        entry({ kind: 'penalty', penalty: { type: 'ban', years: 5 }, date: '2020-01-01' }),
      ],
    ],
    ['unknown', [entry({ kind: 'penalty', penalty: { type: 'fine', amount: 100 }, date: '2020-01-01' })]],
    ['unknown', [entry({ kind: 'penalty', penalty: { type: 'prison', years: 2 }, date: '2020-01-01' })]],
    ['set-aside', [days(15, '2020-01-01'), stage('appeal_granted', '2020-02-01')]],
  ] as const)('a penalty %s is not told as served', (kind, entries) => {
    expect(course(file('a', entries)).penalties[0]?.state).toEqual({ kind })
  })

  it('a first conviction in a case that had been closed is not told as one more', () => {
    const one = file('a', [
      stage('closed', '2022-07-22'),
      stage('reversal', '2025-01-17'),
      stage('conviction', '2025-04-11'),
    ])
    expect(course(one).turns.map((turn) => turn.kind)).toEqual(['set-aside'])
  })

  it('an arrest after a release, in whatever case, turns it back, as a court turns back a sentence', () => {
    const one = file('a', [
      stage('detained', '2020-01-01'),
      stage('conviction', '2020-02-01'),
      stage('reversal', '2020-06-01'),
      stage('release', '2020-06-02'),
      stage('conviction', '2021-01-01'),
    ])
    const two = file('b', [stage('detained', '2020-07-01'), stage('detained', null)])
    expect(course(one, two).turns.map((turn) => [turn.kind, turn.file])).toEqual([
      ['set-aside', 'a'],
      ['held-again', 'b'],
      ['convicted-again', 'a'],
    ])
  })

  it('nothing of another defendant of the same case is theirs', () => {
    const shared = file(
      'a',
      [stage('detained', '2020-01-01', ['serikova']), stage('release', '2020-01-05', ['serikova'])],
      ['usenov', 'serikova'],
    )
    const { penalties, turns, daysHeld } = course(shared)
    expect([penalties, turns, daysHeld]).toEqual([[], [], 0])
  })
})
