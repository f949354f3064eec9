/** Two records of one event read as one: what is equal is said once, what differs stands beside, and only what cannot both be right is disputed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePartialDate, UNKNOWN_DATE } from '../partial-date.ts'
import { heldOf, type Incident } from '../record.ts'
import { barePenalty, FIELDS, type Field } from '../values.ts'
import { asOne } from './as-one.ts'

type Given = Partial<Record<Field, readonly unknown[]>>
let n = 0
const record = (id: string, given: Given, people: readonly (string | null)[] = []): Incident => ({
  ...{
    id,
    country: 'kz',
    version: 2,
    links: [],
    tellings: [{ document: `d-${id}`, span: { start: 0, end: 9 } }],
  },
  rulings: FIELDS.flatMap((field) =>
    given[field] === undefined
      ? []
      : [
          {
            ...{ field, verdict: 'stands' as const, by: 'lena', at: `2026-11-0${(n++ % 8) + 1}`, why: null },
            values: given[field].map((value, index) => ({
              ...{ field, value, person: field === 'person' ? (people[index] ?? null) : null },
              claims: [{ id: `${id}-${field}-${index}`, field, value, document: `d-${id}`, span: null }],
            })) as never,
          },
        ],
  ),
})
const one = (a: Given, b: Given): Incident => asOne([record('a', a), record('b', b)])
const isDisputed = (incident: Incident, field: Field): boolean =>
  incident.rulings.find((ruling) => ruling.field === field)?.verdict === 'disputed'
const group = (min: number, what = 'people') => ({ what, min, max: min, qualifier: 'exact' })
const fine = (amount: number) => ({ ...barePenalty('fine'), amount })
const day = (text: string) => parsePartialDate(text)
const place = (name: string) => ({ name, canonical: name, place: null })
const person = (name: string) => ({ name, aliases: [], role: null, harmed: true })

describe('of two records', () => {
  it.each([
    ['numbers that differ', 'group', [group(5)], [group(7)], 2, true],
    ['the same number of other words', 'group', [group(5, 'people')], [group(5, 'activists')], 1, false],
    ['a number more', 'group', [group(5)], [group(5), group(2)], 2, false],
    ['two equal fines and one of them', 'penalty', [fine(9), fine(9)], [fine(9)], 2, false],
    ['fines that differ', 'penalty', [fine(9)], [fine(8)], 2, true],
    ['a day and its month', 'date', [day('2024-05')], [day('2024-05-07')], 1, false],
    [
      'a month and one of two days in it',
      'date',
      [day('2024-05')],
      [day('2024-05-07'), day('2024-05-08')],
      3,
      true,
    ],
    ['two days', 'date', [day('2024-05-06')], [day('2024-05-07')], 2, true],
    ['a day and nobody knows', 'date', [UNKNOWN_DATE], [day('2024-05-07')], 1, false],
    ['places that differ', 'place', [place('Almaty')], [place('Oral')], 2, true],
    ['acts that differ: both were done', 'act', ['detention'], ['fine'], 2, false],
    ['one that says nothing of it', 'group', [], [group(7)], 1, false],
  ] as const)('%s', (_, field, a, b, values, disputed) => {
    const merged = one({ [field]: a }, { [field]: b })
    expect([heldOf(merged, field).length, isDisputed(merged, field)]).toEqual([values, disputed])
    const turned = one({ [field]: b }, { [field]: a })
    expect([heldOf(turned, field).length, isDisputed(turned, field)]).toEqual([values, disputed])
  })

  it('the day stands on the words of both, also of the one that knew the month alone', () => {
    const [date] = heldOf(one({ date: [day('2024-05')] }, { date: [day('2024-05-07')] }), 'date')
    expect([date?.value.from, date?.claims.map((claim) => claim.document)]).toEqual([
      '2024-05-07',
      ['d-a', 'd-b'],
    ])
  })

  it.each([
    ['judged to be the same person', 'usenov', 'usenov', 1],
    ['judged to be two people', 'usenov', 'serikova', 2],
    ['of whom one was judged to be nobody', 'usenov', null, 2],
    ['spelt alike, of whom nobody was judged', null, null, 1],
  ])('names %s', (_, left, right, values) => {
    const names = { person: [person('Asan Usenov')] }
    const merged = asOne([record('a', names, [left]), record('b', names, [right])])
    expect([heldOf(merged, 'person').length, isDisputed(merged, 'person')]).toEqual([values, values > 1])
  })

  it('a link of one to the other is gone, and those to others are there once', () => {
    const [a, b] = [record('a', {}), record('b', {})]
    const linked = (incident: Incident, ...to: readonly string[]): Incident => ({
      ...incident,
      links: to.map((other) => ({ kind: 'follows' as const, incident: other })),
    })
    expect(asOne([linked(a, 'b', 'c'), linked(b, 'c')]).links).toEqual([{ kind: 'follows', incident: 'c' }])
  })
})

it('the order of those after the first changes nothing but the order of values, and no claim is lost', () => {
  const some = fc.subarray([group(5), group(7), group(9)])
  const of = fc.record({ group: some, act: fc.subarray(['detention', 'fine', 'arrest']) })
  fc.assert(
    fc.property(of, of, of, (a, b, c) => {
      const [first, second, third] = [record('a', a), record('b', b), record('c', c)]
      const told = (incident: Incident) =>
        incident.rulings.map((ruling) => ({
          ...{ field: ruling.field, verdict: ruling.verdict, values: ruling.values.length },
          claims: ruling.values.flatMap((held) => held.claims.map((claim) => claim.id)).sort(),
        }))
      const merged = told(asOne([first, second, third]))
      expect(told(asOne([first, third, second]))).toEqual(merged)
      const claims = [first, second, third].flatMap((each) =>
        each.rulings.flatMap((ruling) =>
          ruling.values.flatMap((held) => held.claims.map((claim) => claim.id)),
        ),
      )
      expect(merged.flatMap((ruling) => ruling.claims).sort()).toEqual(claims.sort())
    }),
  )
})
