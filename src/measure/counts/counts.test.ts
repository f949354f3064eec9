/** Counts as a hostile lawyer reads them: every source allows the lower end, nobody is counted twice in a cell, and what is not known stays not known. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountQuestion } from '../../core/count-table.ts'
import type { Counted, CountFacet, CountUnit } from '../../core/counted.ts'
import type { CountingWords } from '../../core/counting-words.ts'
import { group, incident, named, OFFICIAL, PACK, penalty, type Sketch, WITHHELD } from '../fixture.ts'
import { coveredBy, type Said } from './aggregates.ts'
import { codesOf, personCode, type Vocabularies } from './codes.ts'
import { countedFrom } from './counted.ts'
import { pack, unpacked } from './packed.ts'
import { checkSum, equationsIn, type Told, unexplained } from './sums.ts'
import { countTable } from './table.ts'

const WORDS: CountingWords = {
  roles: [
    { id: 'role.journalist@1', role: 'journalist', words: /journalist/, example: '' },
    { id: 'role.activist@1', role: 'activist', words: /activist/, example: '' },
  ],
  institutions: ['police', 'court'].map((institution) => ({
    id: `institution.${institution}@1`,
    ...{ institution, label: { en: institution, ru: null, kk: null }, words: new RegExp(institution) },
    ...{ reason: { en: 'x', ru: null, kk: null }, example: 'x' },
  })),
}
const VALUES = {
  region: ['KZ-75', 'KZ-71'],
  freedom: ['association', 'assembly', 'expression', 'other'],
  act: ['detention', 'fine', 'website_blocking', 'imprisonment'],
  law: ['p1', 'p2'],
  institution: ['police', 'court'],
  role: ['journalist', 'activist'],
  penalty: ['administrative_detention', 'fine', 'prison'],
}
const VOCABULARIES = Object.fromEntries(
  Object.entries(VALUES).map(([facet, values]) => [facet, codesOf(values)]),
) as Vocabularies

const counted = (sketch: Sketch): Counted => ({
  ...countedFrom(incident(sketch), { pack: PACK, words: WORDS }),
  fingerprint: 1,
})
const ask = (
  sketches: readonly Sketch[],
  unit: CountUnit,
  rows: CountFacet | null = null,
  more: Partial<CountQuestion> = {},
) =>
  countTable(
    sketches.map((one, at) => counted({ id: `i${at}`, ...one })),
    { unit, rows, columns: null, from: null, to: null, only: [], ...more },
  )
/** `row: certain–claimed`, with what nobody says. */
const told = (table: ReturnType<typeof ask>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    table.cells.map((one) => [
      one.row ?? 'all',
      `${one.certain}–${one.claimed ?? '?'}${one.untold > 0 ? ` (${one.untold} untold)` : ''}`,
    ]),
  )

const ARRESTED = group('people arrested', 34, 34)
const TWO_SAY = {
  groups: [group('people killed', 14, 14), group('people killed', 17, 17)],
  disputed: ['group'],
}

describe('a cell', () => {
  it.each([
    ['one incident', [{}], 'incidents', null, { all: '1–1' }],
    ['two sources that disagree, 14 or 17', [TWO_SAY], 'persons', null, { all: '14–17' }],
    [
      'an estimate with an open end',
      [{ groups: [group('people detained', 300, null)] }],
      'persons',
      null,
      { all: '300–?' },
    ],
    [
      'people of whom nobody says how many',
      [{ acts: ['detention'] }],
      'persons',
      null,
      { all: '0–0 (1 untold)' },
    ],
    [
      'an act that only some sources tell',
      [{ acts: ['detention', 'fine'], disputed: ['act'] }, { acts: ['detention'] }],
      'incidents',
      'act',
      { detention: '1–2', fine: '0–1' },
    ],
    [
      'an incident without a place',
      [{ regions: ['KZ-75'] }, {}],
      'incidents',
      'region',
      { 'KZ-75': '1–1', unknown: '1–1' },
    ],
    [
      'people in two regions, whom nobody divides',
      [{ regions: ['KZ-75', 'KZ-71'], groups: [ARRESTED] }],
      'persons',
      'region',
      { 'KZ-75': '0–34', 'KZ-71': '0–34' },
    ],
    [
      'journalists among the arrested',
      [{ groups: [ARRESTED, group('journalists detained', 5, 5)] }],
      'persons',
      'role',
      { journalist: '5–5' },
    ],
    [
      'an act that strikes nobody',
      [{ acts: ['website_blocking'], people: [WITHHELD] }],
      'persons',
      'act',
      {},
    ],
    ['an official who acts', [{ people: [WITHHELD, OFFICIAL] }], 'persons', 'role', { activist: '1–1' }],
    [
      'three people with five days each, and one with an unknown term',
      [
        {
          penalties: [
            penalty('administrative_detention', { days: 5, persons: 3 }),
            penalty('administrative_detention'),
          ],
        },
      ],
      'days',
      null,
      { all: '15–?' },
    ],
    [
      'a term of a year and a half',
      [{ penalties: [penalty('prison', { years: 1, months: 6 })] }],
      'months',
      'penalty',
      { prison: '18–18' },
    ],
    [
      'a fine whose index nobody knows',
      [
        { penalties: [penalty('fine', { amount: 265_100, currency: 'KZT', indexMultiple: 100 })] },
        { penalties: [penalty('fine', { amount: 50_000, currency: 'KZT' })] },
      ],
      'index',
      null,
      { all: '100–?' },
    ],
    [
      'fines of which nobody knows under which of two laws',
      [{ provisions: ['p1', 'p2'], penalties: [penalty('fine', { amount: 100, currency: 'KZT' })] }],
      'money',
      'law',
      { p1: '0–100', p2: '0–100' },
    ],
    [
      'days, where no days were given',
      [{ penalties: [penalty('fine', { amount: 1, currency: 'KZT' })] }],
      'days',
      null,
      {},
    ],
    [
      'either a fine or a prison term',
      [{ penalties: [penalty('fine'), penalty('prison')], disputed: ['penalty'] }],
      'penalties',
      'penalty',
      { fine: '0–1', prison: '0–1' },
    ],
  ] as const)('counts %s', (_what, sketches, unit, rows, expected) => {
    expect(told(ask(sketches as readonly Sketch[], unit, rows))).toEqual(expected)
  })

  it('holds of two groups of one whole no fewer than must be in both', () => {
    const people = Array.from({ length: 8 }, () => WITHHELD)
    const sketch = {
      people,
      groups: [group('people arrested', 10, 10)],
      penalties: [penalty('fine', { persons: 5 })],
    }
    const table = ask([sketch], 'persons', 'role', { columns: 'penalty' })
    // Ten people, eight activists among them, five fined: at least three activists were fined, at most five.
    expect(table.cells.map((one) => [one.row, one.column, one.certain, one.claimed])).toEqual([
      ['activist', 'fine', 3, 5],
    ])
  })
})

describe('people', () => {
  const held = (...ids: readonly string[]): Sketch => ({ acts: ['detention'], people: ids.map(named) })
  const crowd = (n: number): Sketch => ({
    acts: ['detention'],
    groups: [group('people detained', n, n)],
  })
  it.each([
    ['one on record in three incidents', [held('asan'), held('asan'), held('asan')], '1–1', '3–3'],
    ['two on record, met in turn', [held('asan'), held('aigul'), held('asan', 'aigul')], '2–2', '4–4'],
    [
      'names that nobody judged: any of them may be another of them',
      [
        { acts: ['detention'], people: [WITHHELD] },
        { acts: ['detention'], people: [WITHHELD] },
      ],
      '1–2',
      '2–2',
    ],
    ['one on record beside a crowd that may hold them', [held('asan'), crowd(40)], '40–41', '41–41'],
    ['crowds of which the larger may hold the smaller', [crowd(40), crowd(30)], '40–70', '70–70'],
    [
      'one of a crowd by name, and by name again',
      [{ ...crowd(40), people: [named('asan')] }, held('asan')],
      '40–40',
      '41–41',
    ],
    [
      'either of two, as sources disagree who it was',
      [{ ...held('asan', 'aigul'), disputed: ['person'] }, held('asan')],
      '1–3',
      '2–3',
    ],
  ] as const)('counts %s', (_what, sketches, persons, times) => {
    expect(told(ask(sketches, 'persons'))).toEqual({ all: persons })
    expect(told(ask(sketches, 'times'))).toEqual({ all: times })
  })

  it('are told apart in each cell by itself', () => {
    const sketches = [
      { ...held('asan'), dates: ['2020-02-17'] },
      { ...held('asan'), dates: ['2020-03-01'] },
      { ...held('asan'), dates: ['2021-03-01'] },
    ]
    expect(told(ask(sketches, 'persons', 'year'))).toEqual({ '2020': '1–1', '2021': '1–1' })
    expect(ask(sketches, 'persons', 'year').total).toMatchObject({ certain: 1, claimed: 1, incidents: 3 })
  })

  it('who are perhaps one are one for the lower end alone, in one incident too', () => {
    const rows = [held('asan', 'asan-2'), held('asan-2')].map(counted)
    const asked = { unit: 'persons', rows: null, columns: null, from: null, to: null, only: [] } as const
    const perhapsOne = new Map([[personCode('asan-2'), personCode('asan')]])
    expect(countTable(rows, asked).total).toMatchObject({ certain: 2, claimed: 2 })
    expect(countTable(rows, asked, perhapsOne).total).toMatchObject({ certain: 1, claimed: 2 })
  })

  it('of a part of an incident are surely those on record only where the part holds everybody', () => {
    const sketch = {
      people: [named('asan'), named('aigul')],
      acts: ['detention', 'fine'],
      penalties: [penalty('fine', { persons: 1 })],
    }
    // Which of the two was fined is not said: twice fined may be one person or two.
    expect(told(ask([sketch, sketch], 'persons', 'penalty'))).toEqual({ fine: '1–2' })
  })

  it('are never fewer than those whom any incident holds, nor more than all of them each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ ids: fc.subarray(['a', 'b', 'c', 'd']), crowd: fc.nat(5), hidden: fc.nat(3) }), {
          minLength: 1,
          maxLength: 6,
        }),
        (all) => {
          const sketches = all.map(({ ids, crowd: n, hidden }) => ({
            acts: ['detention'],
            people: [...ids.map(named), ...Array.from({ length: hidden }, () => WITHHELD)],
            groups: n > 0 ? [group('people detained', n, n)] : [],
          }))
          const persons = ask(sketches, 'persons').total
          const times = ask(sketches, 'times').total
          const each = sketches.map((one) => ask([one], 'times').total.certain)
          expect(persons.certain).toBeGreaterThanOrEqual(Math.max(...each))
          expect(persons.certain).toBeGreaterThanOrEqual(new Set(all.flatMap((one) => one.ids)).size)
          expect(persons.claimed).toBeLessThanOrEqual(times.claimed ?? 0)
          expect(persons.claimed).toBeGreaterThanOrEqual(persons.certain)
          expect(ask([...sketches].reverse(), 'persons').total).toEqual(persons)
        },
      ),
    )
  })
})

describe('a period', () => {
  const dated = ['2020-03-18', '2020-03', '2020', '2020-03-30..2020-04-02', null]
  it('holds what lies wholly in it, and says of the rest why it does not', () => {
    const table = ask(
      dated.map((date) => ({ dates: [date] })),
      'incidents',
      'month',
      {
        from: '2020-03-01',
        to: '2020-03-31',
      },
    )
    expect(told(table)).toEqual({ '2020-03': '2–2' })
    expect(table.outside).toEqual({ maybe: 2, undated: 1, aggregates: 0 })
  })

  it('keeps the place of a month without records, and leaves a date of two months in none', () => {
    const table = ask(
      [{ dates: ['2020-01-05'] }, { dates: ['2020-03-05'] }, { dates: ['2020-01..2020-02'] }],
      'incidents',
      'month',
    )
    expect(table.rowValues).toEqual(['2020-01', '2020-02', '2020-03', 'unknown'])
    expect(table.cells.some((one) => one.row === '2020-02')).toBe(false)
  })
})

describe('a total that a source gives', () => {
  const said: Said = {
    ...{ id: 'a', from: '2020-02-22', to: '2020-02-22', regions: ['KZ-75'], what: 'people detained' },
    ...{ min: 300, max: 300, qualifier: 'about' },
  }
  const singles = [
    {
      acts: ['detention'],
      regions: ['KZ-75'],
      groups: [group('people detained', 40, 40)],
      dates: ['2020-02-22'],
    },
    { acts: ['detention'], regions: ['KZ-75'], people: [WITHHELD], dates: ['2020-02-22'] },
    {
      acts: ['detention'],
      regions: ['KZ-71'],
      groups: [group('people detained', 9, 9)],
      dates: ['2020-02-22'],
    },
    { acts: ['detention'], regions: ['KZ-75'], people: [WITHHELD], dates: ['2020-02-23'] },
    { acts: ['fine'], regions: ['KZ-75'], people: [WITHHELD], dates: ['2020-02-22'] },
    {
      kind: 'aggregate' as const,
      acts: ['detention'],
      groups: [group('people detained', 300, 300)],
      dates: ['2020-02-22'],
    },
  ].map((one) => counted(one))

  it('is laid beside single incidents of its time, place and acts: they cover 41 of 300', () => {
    expect(coveredBy(said, [], singles)).toMatchObject({
      kind: 'covered',
      by: { certain: 41, claimed: 41 },
      incidents: 2,
    })
  })

  it('is never in a sum', () => {
    const table = countTable(singles, {
      unit: 'times',
      rows: null,
      columns: null,
      from: null,
      to: null,
      only: [],
    })
    expect(table.total).toMatchObject({ certain: 52, incidents: 5 })
    expect(table.outside.aggregates).toBe(1)
  })

  it('that counts cases is laid beside nothing', () => {
    expect(coveredBy({ ...said, what: 'criminal cases' }, [], singles)).toEqual({ kind: 'unlike' })
  })
})

describe('sums', () => {
  const numbers = (all: Readonly<Record<string, number>>): readonly Told[] =>
    Object.entries(all).map(([what, n]) => ({ what, n }))

  it.each([
    [30, [18, 12], { kind: 'adds-up' }],
    [26, [19, 3], { kind: 'rest', by: 4 }],
    [26, [19, 10], { kind: 'over', by: 3 }],
  ] as const)('%s beside %j', (whole, parts, expected) => {
    expect(checkSum(whole, parts)).toEqual(expected)
  })

  it('finds which numbers add up to which, over two levels', () => {
    const told = numbers({ opened: 80, decided: 49, pending: 31, held: 20, fined: 8, warned: 21 })
    const equations = equationsIn(told).map(
      (one) => `${one.whole.n}=${one.parts.map((each) => each.n).join('+')}`,
    )
    expect(equations).toEqual(['80=49+31', '49=20+8+21'])
    expect(unexplained(told, equationsIn(told))).toEqual([])
  })

  it('flags what adds up with nothing, and mends nothing', () => {
    const told = numbers({ brought: 50, held: 20, fined: 13 })
    expect(equationsIn(told)).toEqual([])
    expect(unexplained(told, [])).toEqual(told)
  })
})

describe('a row of numbers', () => {
  const range = fc.oneof(
    fc.constant(null),
    fc.nat(9000).map((certain) => ({ certain, claimed: null })),
    fc.tuple(fc.nat(9000), fc.nat(9000)).map(([certain, more]) => ({ certain, claimed: certain + more })),
  )
  const membersOf = <F extends keyof typeof VALUES>(facet: F) =>
    fc.uniqueArray(
      fc.record({
        facet: fc.constant(facet),
        value: fc.constantFrom(...VALUES[facet]),
        sure: fc.boolean(),
        persons: range,
      }),
      { maxLength: 2, selector: (one) => one.value },
    )
  const known = range.filter((one) => one !== null)
  const row = fc.record({
    version: fc.nat(500),
    fingerprint: fc.nat({ max: 2 ** 31 }).map((n) => n * 2 ** 17),
    kind: fc.constantFrom('event' as const, 'aggregate' as const, 'policy' as const),
    from: fc.constantFrom(null, 20200217),
    to: fc.constantFrom(null, 20200218),
    persons: range,
    known: fc.uniqueArray(fc.constantFrom(...['p-1', 'p-2', 'p-3'].map(personCode)), { maxLength: 2 }),
    members: fc.record({
      region: membersOf('region'),
      freedom: membersOf('freedom'),
      act: membersOf('act'),
      law: membersOf('law'),
      institution: membersOf('institution'),
      role: membersOf('role'),
      penalty: membersOf('penalty'),
    }),
    penalties: fc.array(
      fc.record({
        type: fc.constantFrom('fine' as const, 'prison' as const),
        persons: known,
        days: range,
        months: range,
        money: range,
        index: range,
      }),
      { maxLength: 2 },
    ),
  })

  it('comes back as it went in, whatever stands beside it', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const bytes = rows.map((one) => pack(one))
        expect(unpacked(Uint8Array.from(bytes.flatMap((one) => [...one])), VOCABULARIES)).toEqual(rows)
      }),
    )
  })

  it('is counted the same in any order, and a cell never holds less than its certain end', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom<CountUnit>('incidents', 'times', 'penalties', 'money'),
        (rows, unit) => {
          const asked = { unit, rows: 'act', columns: 'region', from: null, to: null, only: [] } as const
          const [one, other] = [countTable(rows, asked), countTable([...rows].reverse(), asked)]
          expect(other.total).toEqual(one.total)
          expect(new Set(other.cells.map((cell) => JSON.stringify(cell)))).toEqual(
            new Set(one.cells.map((cell) => JSON.stringify(cell))),
          )
          for (const { certain, claimed, incidents } of one.cells) {
            expect(claimed === null || claimed >= certain).toBe(true)
            expect(incidents).toBeGreaterThan(0)
          }
        },
      ),
    )
  })

  it('leaves out a value that the codebook no longer has, and nothing else of the row', () => {
    const one = counted({ acts: ['detention', 'gone'], regions: ['KZ-75'] })
    const [back] = unpacked(pack(one), VOCABULARIES)
    expect(back?.members.region.map((each) => each.value)).toEqual(['KZ-75'])
    expect(back?.members.act.map((each) => each.value)).toEqual(['detention'])
  })

  it('refuses two values that cannot be told apart', () => {
    // Two words that FNV-1a, folded to 28 bits, gives one number: found by search.
    expect(() => codesOf(['v17i', 'vk70'])).toThrow(/cannot be told apart/)
    expect(() => codesOf(['a', 'a'])).not.toThrow()
  })
})
