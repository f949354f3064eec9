/** Where a case stands is worked out of its dated stages: it may turn, it may be unsure, and nothing unknown becomes a no or a nought. */
import { describe, expect, it } from 'vitest'
import type { Pack } from '../pack.ts'
import type { Entry, EntryBody } from './case.ts'
import { custodyOf, termOf } from './custody.ts'
import { casesDue, silenceOf } from './due.ts'
import { fineMultiple } from './fine.ts'
import { foldCase, type Ruling, standing } from './fold.ts'
import { lineOfCase } from './line-of-case.ts'
import { standingOn } from './standing.ts'

const TODAY = '2026-11-23'
let count = 0
const entry = (body: EntryBody, more: Partial<Entry> = {}): Entry => ({
  ...{ id: `e${++count}`, body, source: { kind: 'hand', title: 'a letter' }, people: [], struck: false },
  ...{ by: 'lena', at: '2026-11-01T09:00:00Z', why: null, event: count, earlier: [] },
  ...more,
})
const stage = (name: string, date: string | null): Entry =>
  entry({ kind: 'stage', stage: name as 'trial', date })
const penalty = (type: string, more: object = {}, date: string | null = null): Entry =>
  entry({ kind: 'penalty', penalty: { type: type as 'fine', ...more }, date })

describe('where somebody stands', () => {
  it.each([
    ['nothing is known', [], 'unknown'],
    ['held', [stage('detained', '2024-05-07')], 'held'],
    ['let go', [stage('detained', '2024-05-07'), stage('release', '2024-05-09')], 'released'],
    [
      'taken again after a release that was celebrated',
      [stage('release', '2024-05-09'), stage('detained', '2024-05-07'), stage('detained', '2025-01-17')],
      'held',
    ],
    [
      'let go and taken again on one day, as written',
      [stage('release', '2025-01-17'), stage('detained', '2025-01-17')],
      'held',
    ],
    [
      'let go under restrictions',
      [stage('detained', '2024-05-07'), stage('release_restricted', '2024-05-09')],
      'restricted',
    ],
    [
      'let go with a sentence of restriction',
      [stage('release', '2020-08-12'), penalty('restriction_of_freedom', {}, '2020-08-12')],
      'restricted',
    ],
    [
      'let go by acquittal, the sentence set aside',
      [
        penalty('restriction_of_freedom', {}, '2020-08-12'),
        stage('acquittal', '2021-01-01'),
        stage('release', '2021-01-01'),
      ],
      'released',
    ],
    [
      'taken and let go within one year, no day known',
      [stage('detained', '2020'), stage('release', '2020')],
      'unsure',
    ],
    [
      'a release without any date beside a dated arrest',
      [stage('detained', '2020-03-01'), stage('release', null)],
      'held',
    ],
  ] as const)('%s', (_what, entries, liberty) => expect(standingOn(entries, TODAY).liberty).toBe(liberty))

  it('is under a restriction until its last day, and without a known end for as long as nobody says otherwise', () => {
    const let1 = [
      stage('release', '2024-05-09'),
      entry({ kind: 'restriction', what: 'no_leaving', from: '2024-05-09', until: '2026-11-23' }),
    ]
    expect(standingOn(let1, '2026-11-23').liberty).toBe('restricted')
    expect(standingOn(let1, '2026-11-24').liberty).toBe('released')
    const open = [
      stage('release', '2024-05-09'),
      entry({ kind: 'restriction', what: 'travel_ban', from: null, until: null }),
    ]
    expect(standingOn(open, '2036-01-01').liberty).toBe('restricted')
  })

  it('takes no stage that was struck out, and none that is another person’s', () => {
    const gone = entry({ kind: 'stage', stage: 'release', date: '2024-06-01' }, { struck: true })
    const others = entry({ kind: 'stage', stage: 'release', date: '2024-06-02' }, { people: ['serikova'] })
    const all = [stage('detained', '2024-05-07'), gone, others]
    expect(standingOn(all, TODAY, 'usenov').liberty).toBe('held')
    expect(standingOn(all, TODAY, 'serikova').liberty).toBe('released')
  })

  it('names the last stage of the case, or all that may be it', () => {
    const last = standingOn([stage('appeal', '2025-02'), stage('conviction', '2025-01-10')], TODAY).lastOfCase
    expect(last).toMatchObject({ kind: 'known', entry: { body: { stage: 'appeal' } } })
    expect(standingOn([stage('closed', '2022'), stage('reversal', '2022-07')], TODAY).lastOfCase.kind).toBe(
      'unsure',
    )
  })
})

describe('days in custody', () => {
  it.each([
    ['between two known days', [stage('detained', '2024-05-07'), stage('release', '2024-05-22')], [15]],
    [
      'twice',
      [
        stage('detained', '2024-05-07'),
        stage('release', '2024-05-08'),
        stage('detained', '2024-06-01'),
        stage('death', '2024-06-03'),
      ],
      [1, 2],
    ],
    ['up to today while it goes on', [stage('detained', '2026-11-20')], [3]],
    [
      'not counted when only the month is known',
      [stage('detained', '2024-05'), stage('release', '2024-06-01')],
      [null],
    ],
  ] as const)('%s', (_what, entries, days) =>
    expect(custodyOf(entries, TODAY).map((one) => one.days)).toEqual(days),
  )

  it('tells what is left of days of administrative detention, and nothing of terms in years', () => {
    const term = penalty('administrative_detention', { days: 10 }, '2026-11-20')
    const entries = [stage('detained', '2026-11-20'), term]
    expect(termOf(entries, term, TODAY, ['usenov'])).toEqual({ served: 3, left: 7 })
    expect(termOf(entries, penalty('prison', { years: 5 }, '2026-11-20'), TODAY, ['usenov'])).toBeNull()
    expect(termOf([term], term, TODAY, ['usenov'])).toBeNull()
  })
})

it('one who was let go ends the days of nobody else', () => {
  const others = { people: ['serikova'] }
  const entries = [
    { ...stage('detained', '2026-11-20'), people: ['usenov', 'serikova'] },
    { ...stage('release', '2026-11-22'), ...others },
  ]
  const term = penalty('administrative_detention', { days: 10 }, '2026-11-20')
  const left = (people: readonly string[]) =>
    termOf(entries, { ...term, people }, TODAY, ['usenov', 'serikova'])
  expect([left(['usenov']), left(['serikova'])]).toEqual([
    { served: 3, left: 7 },
    { served: 2, left: 0 },
  ])
  expect([left([]), left(['usenov', 'serikova'])]).toEqual([null, null])
})

describe('a fine in index units', () => {
  const values = [
    { from: '2020-01-01', to: '2020-03-31', amount: 2651, certainty: 'report', source: null },
    { from: '2020-04-01', to: '2020-12-31', amount: 2778, certainty: 'report', source: null },
  ]
  const pack = { currency: 'KZT', index: { values } } as unknown as Pack
  it.each([
    [
      'by the day of the offence',
      { amount: 132_550 },
      '2020-02-17',
      { kind: 'multiple', n: 50, index: 2651, isWhole: true },
    ],
    [
      'by a month in which one index held',
      { amount: 27_780 },
      '2020-05',
      { kind: 'multiple', n: 10, index: 2778, isWhole: true },
    ],
    [
      'told as no whole number',
      { amount: 132_551 },
      '2020-02-17',
      { kind: 'multiple', n: 50, index: 2651, isWhole: false },
    ],
    ['not known without a day', { amount: 132_550 }, null, { kind: 'unknown', why: 'day' }],
    ['not known in a year of two indices', { amount: 132_550 }, '2020', { kind: 'unknown', why: 'day' }],
    [
      'not known where the pack has none',
      { amount: 132_550 },
      '2019-02-17',
      { kind: 'unknown', why: 'index' },
    ],
    [
      'not told of foreign money',
      { amount: 100, currency: 'USD' },
      '2020-02-17',
      { kind: 'unknown', why: 'currency' },
    ],
    ['nothing where there is no sum', {}, '2020-02-17', null],
  ] as const)('%s', (_what, sum, day, fine) =>
    expect(fineMultiple({ type: 'fine', ...sum }, day, pack)).toEqual(fine),
  )
})

describe('silence', () => {
  const receipt = entry({ kind: 'answer', answer: 'receipt', date: '2026-11-02' })
  const refused = entry({ kind: 'answer', answer: 'refused', date: '2026-11-09' })
  it.each([
    ['no day was set', null, [], { kind: 'none-set' }],
    ['there is time', '2026-11-23', [], { kind: 'waiting', until: '2026-11-23' }],
    ['the day has passed', '2026-11-22', [], { kind: 'silence', since: '2026-11-22', receipt: false }],
    [
      'a receipt is no answer',
      '2026-11-22',
      [receipt],
      { kind: 'silence', since: '2026-11-22', receipt: true },
    ],
  ] as const)('%s', (_what, due, entries, silence) =>
    expect(silenceOf({ due, entries }, TODAY)).toEqual(silence),
  )
  it('ends by an answer, late or not', () =>
    expect(silenceOf({ due: '2026-11-01', entries: [receipt, refused] }, TODAY)).toEqual({
      kind: 'answered',
      entry: refused,
    }))
})

it('a hearing that is planned without a day is due on none', () => {
  const hearing = entry({ kind: 'hearing', state: 'planned', date: null })
  const file = {
    kind: 'proceeding',
    id: 'c',
    by: '',
    at: '',
    tier: 'team',
    country: null,
    title: null,
    people: ['a'],
  } as const
  expect(casesDue([{ ...file, entries: [hearing] }], TODAY)).toEqual([])
})

describe('what of a case may be told outside', () => {
  const ruling = (field: string, values: readonly unknown[], event: number): Ruling => ({
    ...{
      record_kind: 'proceeding',
      record: 'case-x',
      field,
      held: values.map((value) => ({ value })) as Ruling['held'],
    },
    ...{ by: 'lena', at: '2026-11-01T09:00:00Z', why: null, event },
  })
  const line = [
    ruling('person', ['usenov'], 1),
    ruling(
      'charge',
      [
        { code: 'criminal', article: '174', status: 'stated' },
        { code: 'criminal', article: '179', status: 'stated' },
      ],
      1,
    ),
    ruling(
      'stage',
      [
        { stage: 'detained', date: '2024-05-07' },
        { stage: 'sentence', date: '2024-06-01', penalty: { type: 'fine', amount: 5 } },
      ],
      1,
    ),
  ]
  const said = (id: string, what: object, more: object = {}): Ruling =>
    ruling(`entry:${id}`, [{ what, source: { kind: 'hand', title: 'x' }, ...more }], 2)
  const toldOf = (...more: Ruling[]) => lineOfCase([...line, ...more])

  it('is the line that was written whole, and no entry of the desk', () => {
    const told = toldOf(said('e1', { kind: 'stage', stage: 'release', date: '2024-07-01' }))
    expect(told?.stages.map((one) => one.stage)).toEqual(['detained', 'sentence'])
    expect(told?.charges).toHaveLength(2)
  })
  it('loses at once what an entry corrected or struck', () => {
    expect(
      toldOf(said('stage-1', { kind: 'stage', stage: 'detained', date: '2024-05-08' }))?.stages.map(
        (one) => one.stage,
      ),
    ).toEqual(['sentence'])
    expect(
      toldOf(said('penalty-2', { kind: 'penalty', penalty: { type: 'fine' }, date: null }, { struck: true }))
        ?.stages[1],
    ).toEqual({ stage: 'sentence', date: '2024-06-01' })
  })
  it.each(['dropped', 'acquitted', 'reclassified'])(
    'does not tell a charge that was %s as if it stood',
    (standing) => {
      const told = toldOf(said('e1', { kind: 'outcome', charge: 'charge-2', standing, date: null }))
      expect(told?.charges.map((one) => one.article)).toEqual(['174'])
    },
  )
  it('keeps what became of a charge to that charge, when the line is written anew without it', () => {
    const dropped = said('e1', { kind: 'outcome', charge: 'charge-1', standing: 'dropped', date: null })
    const anew = (...articles: readonly string[]): Ruling =>
      ruling(
        'charge',
        articles.map((article) => ({ code: 'criminal', article, status: 'stated' })),
        3,
      )
    const left = (...articles: readonly string[]) =>
      toldOf(dropped, anew(...articles))?.charges.map((one) => one.article)
    expect(left('179')).toEqual(['179'])
    expect(left('174', '179')).toEqual(['179'])
    const file = foldCase('proceeding', [...line, dropped, anew('179')])
    expect(file?.kind === 'proceeding' && standing(file.entries, 'outcome')).toEqual([])
  })

  it('is nothing when the case is sealed, is about several people, or about another person than the line', () => {
    const head = (people: readonly string[], tier: string) =>
      ruling('head', [{ country: 'kz', title: 'x', people, tier }], 2)
    expect(toldOf(head(['usenov'], 'sealed'))).toBeNull()
    expect(toldOf(head(['usenov', 'serikova'], 'team'))).toBeNull()
    expect(toldOf(head(['serikova'], 'team'))).toBeNull()
    expect(toldOf(head(['usenov'], 'team'))?.person).toBe('usenov')
  })
})
