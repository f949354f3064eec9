/** Cells as monitors write them, in three languages: what each says, and what none is taken for. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import type { DateOrder, HeldByColumn } from '../../core/list.ts'
import { readCell } from './cell.ts'

const { codebook } = knowledge
const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('no pack')

type More = {
  readonly heading?: string
  readonly order?: DateOrder
  readonly part?: string
  readonly role?: string
  readonly keepPlaces?: boolean
}
const read = (holds: HeldByColumn, words: string, more: More = {}) => {
  const one = readCell(words, {
    heading: '',
    order: null,
    keepPlaces: false,
    role: '',
    part: '',
    ...more,
    holds,
    codebook,
    pack,
  })
  return one.kind === 'fault' ? one.code : one.values.map((each) => each.value)
}
/** What is written of a penalty, and nothing of what is not. */
const filled = (values: unknown): unknown =>
  Array.isArray(values)
    ? values.map((one: object) =>
        Object.fromEntries(Object.entries(one).filter(([name, value]) => value !== null && name !== 'who')),
      )
    : values

describe('penalties', () => {
  it.each<[string, string, unknown]>([
    ['15 суток', '', [{ type: 'administrative_detention', days: 15 }]],
    ['15 суток административного ареста', '', [{ type: 'administrative_detention', days: 15 }]],
    ['15', 'Срок (суток)', [{ type: 'administrative_detention', days: 15 }]],
    ['штраф 50 МРП', '', [{ type: 'fine', amount: 50, currency: 'MCI' }]],
    ['20', 'Штраф, МРП', [{ type: 'fine', amount: 20, currency: 'MCI' }]],
    ['штраф 132 550 тенге', '', [{ type: 'fine', amount: 132550, currency: 'KZT' }]],
    ['fine 132,550 KZT', '', [{ type: 'fine', amount: 132550, currency: 'KZT' }]],
    ['20 АЕК айыппұл', '', [{ type: 'fine', amount: 20, currency: 'MCI' }]],
    ['10 тәулік қамақ', '', [{ type: 'administrative_detention', days: 10 }]],
    ['5 лет лишения свободы', '', [{ type: 'prison', years: 5 }]],
    ['3 года 6 месяцев ограничения свободы', '', [{ type: 'restriction_of_freedom', months: 42 }]],
    ['2 года условно', '', [{ type: 'suspended', years: 2 }]],
    [
      '15 суток; штраф 20 МРП',
      '',
      [
        { type: 'administrative_detention', days: 15 },
        { type: 'fine', amount: 20, currency: 'MCI' },
      ],
    ],
    ['предупреждение', '', [{ type: 'warning' }]],
    ['домашний арест', '', [{ type: 'house_arrest' }]],
    ['лишение права заниматься деятельностью 3 года', '', [{ type: 'ban', years: 3 }]],
    ['штраф 50000', '', 'unknown'],
    ['15', 'Наказание', 'unknown'],
    ['5 лет', '', 'unknown'],
    ['нет данных', '', 'unknown'],
  ])('«%s» below «%s»', (words, heading, said) => {
    expect(filled(read('penalty', words, { heading }))).toEqual(said)
  })
})

describe('laws', () => {
  const code = 'administrative'
  it.each<[string, More, unknown]>([
    ['488 ч. 6', { heading: 'Статья КоАП' }, [{ code, article: '488', part: '6' }]],
    ['ст. 488 ч. 6 КоАП РК', {}, [{ code, article: '488', part: '6' }]],
    ['488', { heading: 'Статья КоАП', part: 'ч. 6' }, [{ code, article: '488', part: '6' }]],
    [
      'ст. 174, 405 УК',
      {},
      [
        { code: 'criminal', article: '174' },
        { code: 'criminal', article: '405' },
      ],
    ],
    ['Article 174 of the Criminal Code', {}, [{ code: 'criminal', article: '174' }]],
    ['ҚР ҚК 405-бабы', {}, [{ code: 'criminal', article: '405' }]],
    ['488', { heading: 'Статья' }, 'unknown'],
    ['за правду', {}, 'unknown'],
  ])('«%s» %j', (words, more, said) => {
    expect(filled(read('law', words, more))).toEqual(said)
  })
})

describe('dates', () => {
  const on = (day: string) => [{ from: day, to: day, precision: 'day' }]
  it.each<[string, DateOrder | null, unknown]>([
    ['03.05.2024', 'dmy', on('2024-05-03')],
    ['03/05/2024', 'mdy', on('2024-03-05')],
    ['03.05.2024', 'mdy', 'date'],
    ['03.05.24 г.', 'dmy', on('2024-05-03')],
    ['2024-05-03 10:30', 'iso', on('2024-05-03')],
    ['45415', 'serial', on('2024-05-03')],
    ['03.05.2024 – 05.05.2024', 'dmy', [{ from: '2024-05-03', to: '2024-05-05', precision: 'day' }]],
    ['2024-05', null, [{ from: '2024-05-01', to: '2024-05-31', precision: 'month' }]],
    ['05.05.2024 – 03.05.2024', 'dmy', 'date'],
    ['31.02.2024', 'dmy', 'date'],
    ['в мае', 'dmy', 'date'],
  ])('«%s» as %s', (words, order, said) => {
    expect(read('date', words, { ...(order && { order }) })).toEqual(said)
  })
})

describe('places', () => {
  const names = (words: string, more: More = {}): unknown => {
    const found = read('place', words, more)
    return Array.isArray(found) ? found.map((one) => (one as { canonical: string }).canonical) : found
  }
  it.each<[string, unknown]>([
    ['г. Алматы', ['Almaty']],
    ['Алматы қ.', ['Almaty']],
    ['Уральск', ['Oral']],
    ['Алматы, Астана', ['Almaty', 'Astana']],
    ['Астана и Орал', ['Astana', 'Oral']],
    ['Нигдеградская обл., г. Алматы', ['Almaty']],
    ['Нигдеград', 'unknown'],
  ])('«%s»', (words, said) => {
    expect(names(words)).toEqual(said)
  })
  it('that the data does not know are kept as they are written, when somebody says so', () => {
    expect(names('Нигдеград', { keepPlaces: true })).toEqual(['Нигдеград'])
  })
})

describe('people and numbers', () => {
  const names = (words: string): unknown =>
    (read('person', words) as { name: string }[]).map((one) => one.name)
  it.each<[string, readonly string[]]>([
    ['Асан Усенов', ['Асан Усенов']],
    ['Асан Усенов, Айгуль Серикова', ['Асан Усенов', 'Айгуль Серикова']],
    ['Асан Усенов және Айгүл Серікова', ['Асан Усенов', 'Айгүл Серікова']],
    ['Усенов, Асан', ['Усенов, Асан']],
    ['Усенов А.С.; Серикова А.', ['Усенов А.С.', 'Серикова А.']],
    ['1) Асан Усенов 2) Айгуль Серикова', ['Асан Усенов', 'Айгуль Серикова']],
  ])('«%s»', (words, said) => {
    expect(names(words)).toEqual(said)
  })
  it('have the role that stands beside them', () => {
    expect(read('person', 'Асан Усенов', { role: 'журналист' })).toEqual([
      { name: 'Асан Усенов', aliases: [], role: 'journalist', harmed: true },
    ])
  })
  it.each<[string, unknown]>([
    ['12', [{ what: '', min: 12, max: 12, qualifier: 'exact' }]],
    ['12 человек', [{ what: 'человек', min: 12, max: 12, qualifier: 'exact' }]],
    ['3-5', [{ what: '', min: 3, max: 5, qualifier: 'exact' }]],
    ['около 50', 'number'],
    ['много', 'number'],
    ['2,5', 'number'],
  ])('«%s»', (words, said) => {
    expect(read('count', words)).toEqual(said)
  })
})

it('an act is what its term is called in any language, or several of them', () => {
  expect(read('act', 'задержание')).toEqual(['detention'])
  expect(read('act', 'Detention; fine')).toEqual(['detention', 'fine'])
  expect(read('act', 'увезли')).toBe('unknown')
})
