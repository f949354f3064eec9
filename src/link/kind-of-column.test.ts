/** What a column is taken for: by what its values look like, then by its heading, in three languages. */
import { describe, expect, it } from 'vitest'
import { openLinkage } from '../app/knowledge.ts'
import { draftComparisons } from './draft-comparisons.ts'
import { kindOfColumn } from './kind-of-column.ts'

const rules = openLinkage()
const many = (values: readonly string[]) =>
  Array.from({ length: 60 }, (_, n) => values[n % values.length] ?? '')
const column = (name: string, sample: readonly string[], distinct = new Set(sample).size) => ({
  name,
  rows: sample.length,
  filled: sample.filter((one) => one !== '').length,
  distinct,
  isUnique: false,
  sample,
})

describe('a column', () => {
  it.each([
    ['x', ['1971-06-24', '1980-01-02', ''], 'date'],
    ['x', ['24.06.1971', '02.01.1980'], 'date'],
    ['date_of_birth', ['19710624', '19800102'], 'date'],
    ['x', ['asan@dala.example', 'a.s@x.example'], 'mail'],
    ['x', ['+7 701 123 45 67', '8 (701) 765-43-21'], 'phone'],
    ['телефон', ["'+7 701 1234567", "'+7 701 7654321"], 'phone'],
    ['x', ['1971', '1980', '2003'], 'year'],
    ['post code', ['1971', '1980', '2003'], 'code'],
    ['x', ['AB12', 'CD93', 'EF01'], 'code'],
    ['жынысы', ['ер', 'әйел'], 'sex'],
    ['gender', ['male', 'female', 'None'], 'sex'],
    ['Фамилия', ['Усенов', 'Сериков'], 'surname'],
    ['тегі', ['Үсенов', 'Серіков'], 'surname'],
    ['имя', ['Асан', 'Айгуль'], 'given'],
    ['ФИО', ['Усенов Асан', 'Серикова Айгуль'], 'name'],
    ['full_name', ['Asan Usenov', 'Aigul Serikova'], 'name'],
    ['city', ['Uralsk', 'Aktobe'], 'place'],
    ['қала', ['Орал', 'Ақтөбе'], 'place'],
    ['notes', ['came by bus, late', 'sat in the third row of seats with a flag', 'said no word'], 'text'],
  ] as const)('%s with %j is %s', (name, values, kind) => {
    expect(kindOfColumn(column(name, many(values)), rules).kind).toBe(kind)
  })

  it('of numbers that no two records share is a number of the record', () => {
    const numbers = column('x', many(['40711', '40712', '40713']))
    expect(kindOfColumn(numbers, rules).kind).toBe('code')
    expect(kindOfColumn({ ...numbers, isUnique: true }, rules).kind).toBeNull()
  })

  it('that is empty, or always the same, is compared by nobody', () => {
    expect(kindOfColumn(column('x', many([''])), rules).kind).toBeNull()
    expect(kindOfColumn(column('x', many(['one'])), rules).kind).toBeNull()
  })
})

describe('several columns', () => {
  it('are one date where year, month and day stand side by side', () => {
    const numbered = (name: string, most: number, from: number) =>
      column(
        name,
        Array.from({ length: 200 }, (_, n) => String(from + ((n * 7) % most))),
      )
    const { comparisons } = draftComparisons(
      [numbered('by', 60, 1940), numbered('bm', 12, 1), numbered('bd', 28, 1)],
      rules,
    )
    expect(comparisons).toMatchObject([{ name: 'birth', columns: ['by', 'bm', 'bd'], kind: 'date' }])
  })

  it('do not count a name twice that stands whole beside its parts', () => {
    const { comparisons, remarks } = draftComparisons(
      [
        column('first name', many(['Asan', 'Aigul', 'Dana'])),
        column('surname', many(['Usenov', 'Serikova', 'Omarova'])),
        column('full name', many(['Asan Usenov', 'Aigul Serikova', 'Dana Omarova'])),
      ],
      rules,
    )
    expect(comparisons.map((one) => one.name)).toEqual(['first name', 'surname'])
    expect(comparisons.map((one) => one.swaps)).toEqual(['surname', 'first name'])
    expect(remarks).toContain('full name: left out (it repeats first name and surname)')
  })
})
