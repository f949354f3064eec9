/** What Russian and Kazakh prose does beyond plain sentences: verbs that ask for a case, victims who speak, towns told by an adjective. */
import { describe, expect, test } from 'vitest'
import { kazakh, recordsIn, russian } from './fixture.ts'

const only = (text: string, reading = russian) => {
  const [record] = recordsIn(reading, text, '2031-05-28')
  if (!record) throw new Error('no incident')
  return record
}
const people = (text: string, reading = russian) =>
  only(text, reading).people.map((one) => `${one.name} ${one.harmed}`)

describe('the case that a verb asks for', () => {
  test.each([
    ['Полиция задержала Гулсару Усенову 3 мая 2031 года.', ['Гулсара Усенова true']],
    ['Суд назначил Руслану Усенову штраф 3 мая 2031 года.', ['Руслан Усенов true']],
    ['3 мая 2031 года оштрафовали преподавателя Асана Клевца.', ['Асан Клевец true']],
    ['3 мая 2031 года оштрафовали пастора Виктора Ланге.', ['Виктор Ланге true']],
    ['Братьев Асана и Адама Усеновых похитили 3 мая 2031 года.', ['Асан Усенов true', 'Адам Усенов true']],
    ['3 мая 2031 года учительницу из Павлодара Алтын Усенову оштрафовали.', ['Алтын Усенова true']],
    ['Гомельчанке Дане Усеновой дали 10 суток 3 мая 2031 года.', ['Дана Усенова true']],
  ])('%s', (text, told) => expect(people(text)).toEqual(told))
})

test('who tells of themselves is harmed, and who speaks of others is not', () => {
  expect(
    people(
      '«Меня продержали в отделе шесть часов», – говорит адвокат Дана Усенова. Это было 3 мая 2031 года.',
    ),
  ).toEqual(['Дана Усенова true'])
  expect(people('«Асана Усенова задержали 3 мая 2031 года», – говорит адвокат Дана Серикова.')).toEqual([
    'Асан Усенов true',
    'Дана Серикова false',
  ])
})

describe('places', () => {
  test.each([
    ['3 мая 2031 года саратовскую активистку Дану Усенову оштрафовали.', ['Saratov']],
    ['3 мая 2031 года преподавателя казанского университета Асана Усенова уволили.', ['Kazan']],
    ['3 мая 2031 года в Новочеркасске задержали Асана Усенова.', ['Novocherkassk']],
    ['3 мая 2031 года Асана Усенова выслали в Литву.', []],
  ])('%s', (text, told) => expect(only(text).places.map((one) => one.canonical)).toEqual(told))
})

describe('days', () => {
  test('the day on which it became known only bounds the act', () =>
    expect(only('Как стало известно 3 мая 2031 года, в Гомеле задержан Асан Усенов.').date).toMatchObject({
      from: null,
      to: '2031-05-03',
    }))
  test('a post has a day of its own, and a ruling that of the act', () => {
    expect(only('Асана Усенова оштрафовали. Постановление от 22.11.2030.').date.from).toBe('2030-11-22')
  })
  test('an appeal and the sentence it left standing are one case', () =>
    expect(
      recordsIn(
        russian,
        'Суд отказал в пересмотре дела Асана Усенова 8 февраля 2031 года. Напомним, в 2029 году его осудили на пять лет лишения свободы.',
      ),
    ).toHaveLength(1))
})

describe('acts', () => {
  test.each([
    ['её лишён и лишен – одно', 'Асан Усенов лишен свиданий с 3 мая 2031 года.', ['incommunicado']],
    [
      'a count of cases',
      'За первое полугодие 2031 года зафиксировано 12 уголовных дел и 9 нападений.',
      ['criminal_case_opened', 'physical_attack'],
    ],
  ])('%s', (_, text, acts) => expect(only(text).acts.toSorted()).toEqual(acts))
  test.each([
    ['Через сутки, 4 мая 2031 года, Асана Усенова отпустили.', 'administrative_detention'],
    ['3 мая 2031 года Асана Усенова поместили в ШИЗО на 14 суток.', 'administrative_detention'],
    ['3 мая 2031 года Асана Усенова перевели в штрафной изолятор.', 'fine'],
  ])('%s tells no %s', (text, act) => expect(only(text).acts).not.toContain(act))
})

describe('Kazakh', () => {
  test('a surname of several is that of each', () =>
    expect(people('2031 жылғы 3 мамырда Ерлан мен Самат Үсеновтердің үйінде тінту жүрді.', kazakh)).toEqual([
      'Ерлан Үсенов true',
      'Самат Үсенов true',
    ]))
  test('a town that says where is no given name', () =>
    expect(people('2031 жылғы 3 мамырда Петропавлда Ирина Үсенова ұсталды.', kazakh)).toEqual([
      'Ирина Үсенова true',
    ]))
  test('to hold a poster is no detention', () =>
    expect(
      only('2031 жылғы 3 мамырда Асан Үсенов плакат ұстап тұрған, оған айыппұл салынды.', kazakh).acts,
    ).toEqual(['protest_held', 'fine']))
})
