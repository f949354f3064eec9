/** Russian and Kazakh sentences → the dates, places, laws, counts and penalties in them, and those that must not be read. */
import { describe, expect, test } from 'vitest'
import { kazakh, linesIn, recordsIn, russian } from './fixture.ts'
import { numberSource } from './numbers.ts'

const only = (text: string, reading = russian) => {
  const [line] = linesIn(reading, text, '2031-05-28')
  if (!line) throw new Error('no sentence')
  return line
}

describe('dates', () => {
  test.each([
    ['20.03.2031 его задержали.', '2031-03-20', '2031-03-20'],
    ['С 3 по 5 марта 2031 года задержали двоих.', '2031-03-03', '2031-03-05'],
    ['В ночь с 3 на 4 марта 2031 года.', '2031-03-03', '2031-03-04'],
    ['В ночь на 4 марта 2031 года.', '2031-03-03', '2031-03-04'],
    ['12 января 2031-го его сняли с рейса.', '2031-01-12', '2031-01-12'],
    ['В конце марта 2031 года.', '2031-03-01', '2031-03-31'],
    ['За второе полугодие 2031 года.', '2031-07-01', '2031-12-31'],
    ['Вчера его задержали.', '2031-05-27', '2031-05-27'],
    ['На прошлой неделе его задержали.', '2031-05-19', '2031-05-25'],
    ['В субботу его задержали.', '2031-05-24', '2031-05-24'],
  ])('%s', (text, from, to) => expect(only(text).dates[0]?.value).toMatchObject({ from, to }))
  test.each([
    ['2031 жылғы 3 мамырда ұсталды.', '2031-05-03'],
    ['3 мамыр 2031 жылы ұсталды.', '2031-05-03'],
    ['Сенбі күні ұсталды.', '2031-05-24'],
    ['2031 жылдың екінші жартысында ұсталды.', '2031-07-01'],
  ])('%s', (text, from) => expect(only(text, kazakh).dates[0]?.value.from).toBe(from))
  test.each([
    ['Его задержали 3 мая 2031 года. Через 999999999999 дней его отпустили.', russian],
    ['2031 жылғы 3 мамырда ұсталды. 999999999999 күннен кейін босатты.', kazakh],
  ] as const)('a count of days that nobody means is no date: %s', (text, reading) =>
    expect(linesIn(reading, text).flatMap((line) => line.dates)).toHaveLength(1),
  )
  test('«the day before» counts from the day told last', () => {
    const [, second] = linesIn(russian, 'Его задержали 3 мая 2031 года. Накануне ему угрожали.')
    expect(second?.dates[0]?.value.from).toBe('2031-05-02')
  })
})

describe('places', () => {
  test.each([
    ['Его задержали в Усть-Каменогорске.', 'Oskemen'],
    ['Её осудил Карагандинский городской суд.', 'Karaganda'],
    ['Митинг прошёл в Западно-Казахстанской области.', 'West Kazakhstan Region'],
    ['Его избили в Минске.', 'Minsk'],
    ['Задержание произошло в селе Аксуат.', 'Aksuat'],
  ])('%s', (text, place) => expect(only(text).places.map((one) => one.canonical)).toContain(place))
  test('Kazakh locatives', () =>
    expect(only('Оралда және Қарағандыда ұсталды.', kazakh).places.map((one) => one.canonical)).toEqual([
      'Oral',
      'Karaganda',
    ]))
})

describe('laws', () => {
  test.each([
    ['Его судят по ст. 274 ч. 4 УК РК.', [['criminal', '274', '4']]],
    [
      'Её обвиняют по статьям 405 и 174 Уголовного кодекса.',
      [
        ['criminal', '405', null],
        ['criminal', '174', null],
      ],
    ],
    ['Протокол составлен по ч. 6 ст. 488 КоАП.', [['administrative', '488', '6']]],
  ] as const)('%s', (text, laws) =>
    expect(only(text).laws.map(({ value }) => [value.code, value.article, value.part])).toEqual(laws),
  )
  test('Kazakh articles', () =>
    expect(only('Ол ҚР ҚК 405-бабы 2-бөлігі бойынша сотталды.', kazakh).laws[0]?.value).toMatchObject({
      code: 'criminal',
      article: '405',
      part: '2',
    }))
})

describe('counts', () => {
  test.each([
    ['Задержали более 300 человек.', [300, null]],
    ['Собрались около 40 участников.', [40, 40]],
    ['Пришли от 20 до 30 человек.', [20, 30]],
    ['Двоих оштрафовали.', [2, 2]],
    ['Задержали до 50 человек.', [null, 50]],
    ['Задержали не более 50 человек.', [null, 50]],
    ['Задержали не менее чем 50 человек.', [50, null]],
    ['Задержали 3 тысячи человек.', [3000, 3000]],
    ['Задержали 2,5 тыс. человек.', [2500, 2500]],
    ['Вышли полторы тысячи человек.', [1500, 1500]],
    ['Задержали более тысячи человек.', [1000, null]],
    ['Задержали 1\u00a0200 человек.', [1200, 1200]],
  ] as const)('%s', (text, [min, max]) => expect(only(text).groups[0]?.value).toMatchObject({ min, max }))
  test.each([
    'Его держали 15 суток.',
    'Задержали десятки человек.',
    'Ему 25 лет.',
    'Штраф — 132 550 тенге.',
    'Тысячи человек вышли на площадь.',
    'Вышли десятки тысяч человек.',
    'Задержали 1.200 человек.',
  ])('%s counts nobody', (text) => expect(only(text).groups).toEqual([]))
  test.each([
    ['3 мың адам ұсталды.', [3000, 3000]],
    ['50 адамнан астам ұсталды.', [50, null]],
    ['100 адамға дейін ұсталды.', [null, 100]],
  ] as const)('%s', (text, [min, max]) =>
    expect(only(text, kazakh).groups[0]?.value).toMatchObject({ min, max }),
  )
  test('no number is tried at the length of a whole text of number words', () => {
    const found = new RegExp(numberSource(russian.lexicon), 'u').exec('двадцать пять тысяч '.repeat(500))
    expect(found?.[0].split(' ').length).toBeLessThan(12)
  })
})

describe('penalties', () => {
  test.each([
    ['Суд назначил ему 15 суток административного ареста.', { type: 'administrative_detention', days: 15 }],
    ['Её оштрафовали на 50 МРП (183 800 тенге).', { type: 'fine', amount: 183800, currency: 'KZT' }],
    ['Его приговорили к пяти годам лишения свободы.', { type: 'prison', years: 5 }],
    ['Ей дали два года ограничения свободы.', { type: 'restriction_of_freedom', years: 2 }],
    ['Он осуждён на три года условно.', { type: 'suspended', years: 3 }],
    ['Его приговорили к полутора годам лишения свободы.', { type: 'prison', years: 1.5 }],
    ['Её оштрафовали на 1 200,5 тенге.', { type: 'fine', amount: 1200.5 }],
    ['Её оштрафовали на 1 млн 200 тыс. тенге.', { type: 'fine', amount: 1_200_000 }],
    ['Её оштрафовали на 2 тысячи 500 тенге.', { type: 'fine', amount: 2500 }],
    ['Её оштрафовали на полтора миллиона тенге.', { type: 'fine', amount: 1_500_000 }],
    // Nobody knows what these signs between figures are.
    ['Её оштрафовали на 1.500.000 тенге.', { type: 'fine', amount: null }],
    ['Её оштрафовали на 132,550 тенге.', { type: 'fine', amount: null }],
    ['Её оштрафовали на тысячи тенге.', { type: 'fine', amount: null }],
  ])('%s', (text, value) => expect(only(text).penalties.map((one) => one.value)).toMatchObject([value]))
  test.each(['Прокурор просил семь лет лишения свободы.', 'Статья предусматривает штраф до 100 МРП.'])(
    '%s imposes none',
    (text) => expect(only(text).penalties).toEqual([]),
  )
})

describe('acts', () => {
  test.each([
    'Никого не задержали.',
    'Его могут арестовать.',
    'Полиция пыталась её задержать.',
    'Участники потребовали освободить заключённых.',
    'Ешкім ұсталмады.',
  ])('%s tells none', (text) =>
    expect(only(text, /[ұқ]/.test(text) ? kazakh : russian).acts.map((one) => one.act)).toEqual([]),
  )
  test('a court penalty is not an arrest by the police', () =>
    expect(only('Суд арестовал её на 10 суток.').acts.map((one) => one.act)).toEqual([
      'administrative_detention',
    ]))
})

test('a month, two people and two tellings stay apart', () => {
  const told = recordsIn(
    russian,
    '• 4 марта 2031 года в Астане оштрафована Сауле Нурланова.\n• 7 марта в Таразе задержан Асан Усенов.',
  )
  expect(told.map((one) => [one.date.from, one.places[0]?.canonical, one.people[0]?.name, one.acts])).toEqual(
    [
      ['2031-03-04', 'Astana', 'Сауле Нурланова', ['fine']],
      ['2031-03-07', 'Taraz', 'Асан Усенов', ['detention']],
    ],
  )
})
