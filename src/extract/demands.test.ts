/** A demand is proposed where a report asks for something, and nowhere else. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it, test } from 'vitest'
import { loadReading } from '../adapters/load-reading.ts'
import type { Language } from '../core/language.ts'
import { demandsIn } from './demands.ts'
import { documentOf, pack } from './fixture.ts'
import { fits } from './scan.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const readings = { en: loadReading(root, 'en'), ru: loadReading(root, 'ru'), kk: loadReading(root, 'kk') }
const read = (text: string, language: Language = 'en') =>
  demandsIn({ ...documentOf(text), language }, pack, readings[language]).map(
    ({ span, addressees, laws, rule }) => ({
      words: text.slice(span.start, span.end),
      addressees,
      laws,
      rule,
    }),
  )
const wordsIn = (text: string, language: Language = 'en') => read(text, language).map((one) => one.words)

const CHAPTER = [
  '# 5. Recommendations',
  '# To the authorities:',
  '• Repeal Article 274 of the Criminal Code.',
  '• Let the union be registered again, and pay',
  'Asan Usenov for the days he lost.',
  '# To the EU and its member states:',
  '• Consider sending an observer to every trial.',
  'The trial of spring was a sign of things to come.',
]

describe('a chapter of recommendations', () => {
  it('gives each demand its addressee and the law that it names', () => {
    expect(read(CHAPTER.join('\n').replace('Let the union', 'Allow the union'))).toEqual([
      {
        words: 'Repeal Article 274 of the Criminal Code.',
        ...{ addressees: ['authorities'], laws: ['CC-274'], rule: 'demand-item@1' },
      },
      {
        words: 'Allow the union be registered again, and pay\nAsan Usenov for the days he lost.',
        ...{ addressees: ['authorities'], laws: [], rule: 'demand-item@1' },
      },
      {
        words: 'Consider sending an observer to every trial.',
        ...{ addressees: ['eu'], laws: [], rule: 'demand-item@1' },
      },
    ])
  })

  it('ends with the next heading that addresses nobody', () => {
    expect(wordsIn('# Recommendations\n• Repeal the ban.\n# Annex\n• Release forms are on page 9.')).toEqual([
      'Repeal the ban.',
    ])
  })
})

describe('a sentence that asks for something', () => {
  test.each([
    ['Signatories of the letter urged the authorities to consult the experts first.', 1],
    ['Article 400 must be repealed, the lawyers say.', 1],
    ['He urged victims of the fraud to gather outside the court.', 0],
    ['In a video she urged the government to resign.', 0],
    ['She called the police to the square.', 0],
    ['The authorities called on residents to stay at home.', 0],
    ['Everybody should be at the station by noon.', 0],
  ])('%s', (text, n) => {
    expect(wordsIn(text)).toHaveLength(n)
  })

  it('takes what is objected to in a bill for what is asked to be left out of it', () => {
    const text =
      'Groups wrote to the President of their concern that the draft law on peaceful assembly is unfit because it:\n• Keeps the need for permission;\n• Forbids spontaneous assemblies.\nIt was passed in May.'
    expect(read(text)).toEqual([
      {
        words: 'Keeps the need for permission;',
        ...{ addressees: ['president'], laws: ['assemblies-2020'], rule: 'demand-objections@1' },
      },
      {
        words: 'Forbids spontaneous assemblies.',
        ...{ addressees: ['president'], laws: ['assemblies-2020'], rule: 'demand-objections@1' },
      },
    ])
  })
})

describe('in other languages', () => {
  test.each<[Language, string, readonly string[]]>([
    [
      'ru',
      '# Рекомендации\n# Властям:\n• Отменить статью 274 Уголовного кодекса.\n• Обстановка остаётся сложной.',
      ['Отменить статью 274 Уголовного кодекса.'],
    ],
    [
      'ru',
      'Авторы письма призвали власти учесть мнение экспертов.',
      ['Авторы письма призвали власти учесть мнение экспертов.'],
    ],
    ['ru', 'Он призвал жителей выйти на площадь.', []],
    [
      'kk',
      '# Ұсынымдар\n# Билікке:\n• Жалған ақпарат туралы бапты жою.\n• Жағдай әлі күрделі.',
      ['Жалған ақпарат туралы бапты жою.'],
    ],
  ])('%s: %s', (language, text, words) => {
    expect(wordsIn(text, language)).toEqual(words)
  })
})

describe('every cue', () => {
  it.each(
    Object.entries(readings).flatMap(([language, one]) =>
      one.demands.map((cue) => [language, cue.id, cue] as const),
    ),
  )('%s %s fires on its example', (_, __, cue) => {
    expect(fits(cue.pattern, cue.example)).toBe(true)
  })
})
