/** Manners of telling that reports of many countries share: what is read in them, and what must not be. */
import { describe, expect, test } from 'vitest'
import { recordsOf } from './fixture.ts'

const first = (text: string, asOf: string | null = null) => {
  const [one] = recordsOf(text, asOf)
  if (!one) throw new Error(`nothing is read in: ${text}`)
  return one
}
const size = (text: string): string[] =>
  first(text).penalties.map(({ type, days, months, years, min, max, amount }) =>
    [type, days && `${days}d`, years && `${years}y`, months && `${months}m`, min && `${min}-${max}`, amount]
      .filter((part) => part !== null && part !== 0)
      .join(' '),
  )

describe('penalties', () => {
  test.each([
    [
      'Dana Omarova got nine days of arrest on 4 May 2031, Asan Usenov seven.',
      ['administrative_detention 9d', 'administrative_detention 7d'],
    ],
    ['On 4 May 2031 Dana Omarova was sentenced to 1 year, 3 months and 2 days in prison.', ['prison 1y 3m']],
    ['On 4 May 2031 Dana Omarova was given life in prison for treason.', ['prison']],
    [
      'On 4 May 2031 the court handed down sentences of between two and eight years to eleven defendants.',
      ['prison 2-8'],
    ],
    [
      'On 4 May 2031 Asan Usenov got five years in prison, to be followed by three years of house arrest.',
      ['house_arrest 3y', 'prison 5y'],
    ],
    [
      'On 4 May 2031 Asan Usenov was freed after serving his full term of two and a half years.',
      ['prison 2.5y'],
    ],
    ['On 4 May 2031 Dana Omarova was ordered to pay 9,000 lari in fines.', ['fine 9000']],
    ['On 4 May 2031 two teachers were warned by police in Semey.', ['warning']],
  ])('%s', (text, told) => expect(size(text).sort()).toEqual(told.toSorted()))

  test.each([
    'On 4 May 2031 Asan Usenov was charged with sedition, which carries up to ten years in prison.',
    'On 4 May 2031 Asan Usenov was jailed pending trial.',
    'On 4 May 2031 Asan Usenov was held for 48 hours and released without charge.',
  ])('none is imposed: %s', (text) => expect(size(text)).toEqual([]))
})

describe('laws', () => {
  const laws = (text: string): string[] => first(text).laws.map(({ code, article }) => `${code} ${article}`)
  test.each([
    [
      'On 4 May 2031 Asan Usenov was charged under Articles 174-176 of the Criminal Code.',
      ['criminal 174', 'criminal 175', 'criminal 176'],
    ],
    ['On 4 May 2031 Asan Usenov was charged under Article 41-2 of the Criminal Code.', ['criminal 41-2']],
    [
      'On 4 May 2031 Asan Usenov was convicted of hooliganism (Art. 19.1 CAO) and Dana Omarova of disobedience (Art. 24.3).',
      ['administrative 19.1', 'administrative 24.3'],
    ],
    [
      'On 4 May 2031 Asan Usenov was fined under Article 130 of the Code on Offences.',
      ['administrative 130'],
    ],
  ])('%s', (text, told) => expect(laws(text)).toEqual(told))
})

describe('counts', () => {
  const counts = (text: string): string[] => first(text).groups.map(({ min, max }) => `${min}..${max}`)
  test.each([
    ['Four of the 30 people detained on 4 May 2031 in Lipova were minors.', ['4..4', '30..30']],
    [
      'On 4 May 2031 twelve were jailed, 50 fined and five convicted after a march in Lipova.',
      ['12..12', '50..50', '5..5'],
    ],
    ['Between 4 and 9 May 2031 eleven women were summoned in Lipova.', ['11..11']],
    ['On 4 May 2031 two co-defendants and three camera operators were arrested in Lipova.', ['2..2', '3..3']],
  ])('%s', (text, told) => expect(counts(text)).toEqual(told))

  test('hundreds without a number, and what was only spoken, are no counts', () => {
    expect(counts('On 4 May 2031 several hundred people rallied in Semey and four were detained.')).toEqual([
      '4..4',
    ])
    expect(counts('On 4 May 2031 Asan Usenov was fined over two speeches delivered at protests.')).toEqual([])
  })
})

describe('dates', () => {
  const day = (text: string, asOf: string | null = null) => first(text, asOf).date.from
  test('a day is the news, a year in a relative clause its past', () => {
    expect(
      day('Asan Usenov, who was convicted of libel in 2029, had his appeal thrown out on 30 May 2031.'),
    ).toBe('2031-05-30')
  })
  test.each([
    [
      'In a trial that began on 2 May 2031, Asan Usenov was sentenced on 14 May to two years in prison.',
      '2031-05-14',
    ],
    ['Asan Usenov appealed in vain: on 5 June 2031 the court upheld his sentence of 4 March.', '2031-06-05'],
    ['Asan Usenov, under house arrest since February 2031, was charged on 3 May.', '2031-05-03'],
    ['Asan Usenov was detained the day after the 3 May 2031 rally in Lipova.', '2031-05-04'],
    ['Asan Usenov was fined over posts made in 2029.', null],
  ])('%s', (text, day) => expect(first(text).date.from).toBe(day))
  test('the day on which it became known only bounds the act', () => {
    const { date } = first(
      'It became known on 5 May 2031 that Asan Usenov was charged over posts made in 2029.',
    )
    expect([date.from, date.to]).toEqual([null, '2031-05-05'])
  })
  test('a term ends on a day and does not begin there', () => {
    expect(day('Asan Usenov was remanded until 20 June 2031.')).toBe(null)
  })
  test('a dispatch is dated by its first line, which is no day of an act', () => {
    const text = 'Lipova, 14 May 2031 – Police on Monday arrested Asan Usenov.'
    expect(day(text)).toBe('2031-05-12')
  })
  test('the title of a digest dates its items', () => {
    const text = '# Weekly digest, 3 to 9 May 2031\n• In Semey, Asan Usenov was fined.'
    expect([day(text), first(text).date.to]).toEqual(['2031-05-03', '2031-05-09'])
  })
})

describe('who is harmed', () => {
  const harmed = (text: string): unknown => recordsOf(text)[0]?.people.map((one) => [one.name, one.harmed])
  test.each([
    [
      'On 4 May 2031 Judge Dana Omarova, who led the union, was struck off and fined.',
      [['Dana Omarova', true]],
    ],
    ['On 4 May 2031 Editor-in-Chief Dana Omarova was summoned twice by police.', [['Dana Omarova', true]]],
    [
      '“They called me a traitor”, says Professor Dana Omarova. She and a colleague, Asan Usenov, were dismissed from a university on 4 May 2031.',
      [
        ['Dana Omarova', true],
        ['Asan Usenov', true],
      ],
    ],
    [
      'The interview with Dana Omarova was recorded in Lipova.\nI was arrested on 4 May 2031 at my flat. Men searched it and took my laptop.',
      [['Dana Omarova', true]],
    ],
  ])('%s', (text, people) => expect(harmed(text)).toEqual(people))
})

describe('what is taken', () => {
  test.each([
    ['Police seized her phone on 4 May 2031.', ['seizure']],
    ['Dana Omarova had been seized in Karun on 4 May 2031.', ['detention']],
  ])('%s', (text, acts) => expect(first(text).acts).toEqual(acts))
})

describe('who and where', () => {
  const people = (text: string): string[] => first(text).people.map((one) => one.name)
  test('an article stands before no person’s name', () => {
    expect(people('On 4 May 2031 the Lipova Kenesh fined Dana Omarova.')).toEqual(['Dana Omarova'])
  })
  test('the priest of a town is not called after it', () => {
    const one = first('On 4 May 2031 Dana Omarova, the priest of San Lorento, was detained.')
    expect(one.people.map((person) => person.name)).toEqual(['Dana Omarova'])
    expect(one.places.map((place) => place.name)).toEqual(['San Lorento'])
  })
  test('the wider place stands after the nearer one', () => {
    const one = first('On 4 May 2031 Dana Omarova was detained in Lipova, Karamania, and fined.')
    expect(one.places.map((place) => place.name)).toEqual(['Lipova', 'Karamania'])
  })
})

describe('one trial is one incident', () => {
  test.each([
    'On 4 May 2031 a court sentenced Asan Usenov to six years in prison. Two camera operators, Dana Omarova and Aigul Serikova, were given suspended sentences.',
    'On 4 May 2031 a court fined Asan Usenov. A second defendant, Dana Omarova, got off with a warning.',
  ])('%s', (text) => expect(recordsOf(text)).toHaveLength(1))
})
