/** How three languages tell what happened, with the words that ship. */

import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadKnowledge } from '../src/adapters/load-knowledge.ts'
import { LANGUAGES } from '../src/core/language.ts'
import { group, incident, NAMES, named, penalty, type Told, withheld } from '../src/publish/fixture.ts'
import { penaltyIn } from '../src/publish/telling/penalty.ts'
import { sentenceOf } from '../src/publish/telling/sentence.ts'
import { titleOf } from '../src/publish/telling/title.ts'

const { codebook, tells, packs } = loadKnowledge(fileURLToPath(new URL('..', import.meta.url)))
const plain = (text: string): string => text.replace(/\u00a0/g, ' ')
const title = (told: Told, language: 'en' | 'ru' | 'kk'): string =>
  plain(titleOf(incident(told), codebook, tells[language]))
const sentence = (told: Told, language: 'en' | 'ru' | 'kk'): string =>
  plain(sentenceOf(incident(told), codebook, tells[language]))

const fined: Told = { acts: ['detention', 'fine', 'conviction'], people: [withheld, withheld] }

test.each<[string, Told, string, string, string]>([
  [
    'two people whose names are held back',
    fined,
    'Two people detained and fined in Oskemen',
    'Два человека задержаны и оштрафованы, Усть-Каменогорск',
    'Екі адам ұсталды және айыппұл төлеуге міндеттелді, Өскемен',
  ],
  [
    'one of unknown gender is told by nouns in Russian',
    { acts: ['detention', 'fine'], people: [named(1)] },
    'Aigul Serikova detained and fined in Oskemen',
    'Айгуль Серикова: задержание, штраф, Усть-Каменогорск',
    'Айгүл Серікова ұсталды және айыппұл төлеуге міндеттелді, Өскемен'.replace(
      'Серікова',
      NAMES[1]?.kk?.split(' ')[1] ?? '',
    ),
  ],
  [
    'two names',
    { acts: ['detention'], people: [named(0), named(1)] },
    'Asan Usenov and Aigul Serikova detained in Oskemen',
    'Асан Усенов и Айгуль Серикова задержаны, Усть-Каменогорск',
    'Асан Үсенов және Айгүл Серікова ұсталды, Өскемен',
  ],
  [
    'one name among several',
    { acts: ['detention'], people: [named(0), withheld, withheld] },
    'Asan Usenov and 2 others detained in Oskemen',
    'Асан Усенов и ещё 2 человека задержаны, Усть-Каменогорск',
    'Асан Үсенов және тағы 2 адам ұсталды, Өскемен',
  ],
  [
    'twenty-one agrees as one in Russian',
    { acts: ['detention'], groups: [group('people detained', 21, 21)] },
    '21 people detained in Oskemen',
    '21 человек задержан, Усть-Каменогорск',
    '21 адам ұсталды, Өскемен',
  ],
  [
    'at least fifty',
    { acts: ['detention'], groups: [group('people detained', 50, null, 'at_least')] },
    'At least 50 people detained in Oskemen',
    'Не менее 50 человек задержаны, Усть-Каменогорск',
    'Кемінде 50 адам ұсталды, Өскемен',
  ],
  [
    'sources that disagree give both ends',
    {
      acts: ['detention'],
      groups: [group('people detained', 40, 40), group('people detained', 50, 50)],
      disputed: ['group'],
    },
    '40 to 50 people detained in Oskemen',
    '40–50 человек задержаны, Усть-Каменогорск',
    '40–50 адам ұсталды, Өскемен',
  ],
  [
    'nobody said who',
    { acts: ['internet_shutdown'], place: 'country' },
    'Internet shut down, Kazakhstan',
    'Отключение интернета, Казахстан',
    'Интернетті өшіру, Қазақстан',
  ],
  [
    'an organisation',
    { acts: ['dissolution'], organisations: ['Bright Steppe'], place: null },
    'Bright Steppe: organisation dissolved',
    'Bright Steppe: ликвидация организации',
    'Bright Steppe: ұйымның таратылуы',
  ],
  [
    'acts on which sources disagree are named, not told as done',
    { acts: ['killing'], people: [withheld], disputed: ['act'] },
    'One person: killing, Oskemen',
    'Один человек: убийство, Усть-Каменогорск',
    'Бір адам: кісі өлтіру, Өскемен',
  ],
  [
    'no act',
    { acts: [], place: null },
    'Recorded without an act',
    'Запись без действия',
    'Әрекеті көрсетілмеген жазба',
  ],
])('%s', (_, told, en, ru, kk) => {
  expect([title(told, 'en'), title(told, 'ru'), title(told, 'kk')]).toEqual([en, ru, kk])
})

test('a figure is said of its own act, never of another', () => {
  const told: Told = {
    acts: ['killing', 'physical_attack'],
    groups: [group('people injured', 200, 200, 'about'), group('people killed', 11, 11)],
  }
  expect(title(told, 'en')).toBe('11 people killed in Oskemen')
  expect(sentence(told, 'en')).toBe(
    '22 February 2020, Oskemen: 11 people were killed; also reported: attack.',
  )
  expect(sentence(told, 'en')).not.toContain('200')
})

test('a penalty given to some is not said of all', () => {
  const told: Told = {
    acts: ['detention', 'fine'],
    groups: [group('people detained', 34, 34)],
    penalties: [penalty('fine', { persons: 3 })],
  }
  expect(title(told, 'en')).toBe('34 people detained in Oskemen')
  expect(title(told, 'ru')).not.toContain('оштрафованы')
})

test.each<[string, Told['date'], string, string, string]>([
  ['a day', '2020-02-22', '22 February 2020', '22 февраля 2020 г.', '2020 ж. 22 ақпан'],
  ['two days', '2020-02-07..2020-02-08', '7–8 February 2020', '7–8 февраля 2020 г.', '2020 ж. 7–8 ақпан'],
  ['a month', '2020-03', 'March 2020', 'Март 2020 г.', '2020 ж. наурыз'],
  [
    'two months',
    '2020-02..2020-03',
    'February – March 2020',
    'Февраль – март 2020 г.',
    '2020 ж. ақпан – наурыз',
  ],
  ['a year', '2016', '2016', '2016', '2016'],
  [
    'two versions',
    ['2020-02-01', '2020-02-02'],
    '1 February 2020 / 2 February 2020',
    '1 февраля 2020 г. / 2 февраля 2020 г.',
    '2020 ж. 1 ақпан / 2020 ж. 2 ақпан',
  ],
  ['none', null, 'Date not known', 'Дата не известна', 'Күні белгісіз'],
])('the date: %s', (_, date, en, ru, kk) => {
  const told: Told = { acts: ['fine'], date: date ?? null }
  const head = (language: 'en' | 'ru' | 'kk'): string => sentence(told, language).split(', ')[0] ?? ''
  expect([head('en'), head('ru'), head('kk')]).toEqual([en, ru, kk])
})

test('an unknown place is said, not left out', () => {
  expect(sentence({ acts: ['fine'], place: null }, 'en')).toBe('22 February 2020, place not known: fine.')
})

describe.each(LANGUAGES)('in %s', (language) => {
  const tell = tells[language]
  test.each([...codebook.acts.keys()])(
    '%s is told of one, two, five, a name and nobody without a hole',
    (act) => {
      const of = (told: Told): string =>
        `${title({ acts: [act], ...told }, language)} ${sentence({ acts: [act], ...told }, language)}`
      const people = [
        { people: [withheld] },
        { people: [withheld, withheld] },
        { groups: [group('people', 5, 5)] },
        { people: [named(0)] },
        {},
      ]
      for (const told of people) {
        expect(of(told)).not.toMatch(/[{}]|undefined|null| {2}| ,/)
        expect(of(told)).toMatch(/^\p{Lu}|^\d/u)
      }
    },
  )
  test('no act is told in another language’s letters', () => {
    const texts = Object.values(tell.acts).flatMap(({ done, noun }) => [noun, ...Object.values(done ?? {})])
    for (const text of texts)
      expect(text.replace('{be}', '')).not.toMatch(language === 'en' ? /[а-яё]/i : /[a-z]/i)
  })
  test('says who has read it', () => {
    expect(tell.reviewedBy).toBe(language === 'en' ? 'authors' : null)
  })
})

test.each<[Parameters<typeof penalty>, string, string, string]>([
  [
    ['administrative_detention', { days: 10 }],
    'administrative detention, 10 days',
    'административный арест, 10 суток',
    'әкімшілік қамақ, 10 тәулік',
  ],
  [
    ['fine', { amount: 132550, currency: 'KZT', indexMultiple: 50 }],
    'fine, 132,550 tenge (50 MCI)',
    'штраф, 132 550 тенге (50 МРП)',
    'айыппұл, 132 550 теңге (50 АЕК)',
  ],
  [
    ['prison', { years: 3, months: 6 }],
    'prison, 3 years, 6 months',
    'лишение свободы, 3 года, 6 месяцев',
    'бас бостандығынан айыру, 3 жыл, 6 ай',
  ],
  [
    ['administrative_detention', { min: 5, max: 15, unit: 'days', persons: 7 }],
    'administrative detention, 5 to 15 days for 7 people',
    'административный арест, 5–15 суток — 7 человек',
    'әкімшілік қамақ, 5–15 тәулік: 7 адам',
  ],
  [['warning'], 'warning', 'предупреждение', 'ескерту'],
])('a penalty %j', (given, en, ru, kk) => {
  const pack = packs.get('kz')
  if (!pack) throw new Error('packs/kz is missing')
  const told = LANGUAGES.map((language) => plain(penaltyIn(penalty(...given), pack, tells[language])))
  expect(told).toEqual([en, ru, kk])
})
