/** The three languages say the same things: same keys, same parameters, whole plural forms, and in their own words. */
import { describe, expect, test } from 'vitest'
import { type Locale, type LocaleText, loadLocale, PLURAL_FORMS } from '../src/adapters/load-words.ts'
import { FAULT_CODES, type Fault } from '../src/core/faults.ts'
import { LANGUAGES, type Language } from '../src/core/language.ts'

const root = new URL('..', import.meta.url).pathname
const faults: Fault[] = []
const locales = new Map<Language, Locale>()
for (const language of LANGUAGES) {
  const locale = loadLocale(root, language, faults)
  if (locale) locales.set(language, locale)
}

const textsOf = (language: Language): ReadonlyMap<string, LocaleText> =>
  new Map(Object.entries(locales.get(language)?.texts ?? {}))
const formsOf = (text: LocaleText | undefined): readonly string[] =>
  text === undefined
    ? []
    : typeof text === 'string'
      ? [text]
      : PLURAL_FORMS.flatMap((form) => text[form] ?? [])
const parametersIn = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
/** What is left to be put into a language: parameters, digits and signs are not. */
const wordsIn = (text: LocaleText | undefined): string =>
  formsOf(text)
    .join(' ')
    .replaceAll(/\{\w+\}/g, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()

const english = textsOf('en')
const foreign = LANGUAGES.filter((language) => language !== 'en')

/** Names of formats and languages, which are the same everywhere. */
const SAME_AS_ENGLISH = new Set(['form.atom', 'language.en', 'language.ru', 'language.kk', 'cli.doctor.node'])
/** Names and words that Kazakh and Russian share, and texts that are only a name. */
const SAME_AS_RUSSIAN = new Set([
  ...SAME_AS_ENGLISH,
  'sheet.quilt-pdf',
  'sheet.quilt-svg',
  'site.name',
  'form.json',
  'form.csv',
  'source.number',
  'role.editor',
])

test('all three files can be read', () => {
  expect(faults).toEqual([])
  expect([...locales.keys()]).toEqual([...LANGUAGES])
})

test('every expected error has words', () => {
  expect(Object.keys(FAULT_CODES).filter((code) => !english.has(`fault.${code}`))).toEqual([])
})

describe.each(foreign)('%s', (language) => {
  const texts = textsOf(language)

  test('has the keys of English, and no others', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort())
  })

  test('is given the parameters of English in every form', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const wanted = new Set(formsOf(english.get(key)).flatMap(parametersIn))
      return formsOf(text).some(
        (form) =>
          parametersIn(form).some((one) => !wanted.has(one)) ||
          (typeof text === 'string' && parametersIn(form).length !== wanted.size),
      )
    })
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('has no text left in English', () => {
    const left = [...texts].filter(
      ([key, text]) =>
        !SAME_AS_ENGLISH.has(key) && wordsIn(text) !== '' && wordsIn(text) === wordsIn(english.get(key)),
    )
    expect(left.map(([key]) => key).filter((key) => !SAME_AS_RUSSIAN.has(key))).toEqual([])
  })

  test('says that nobody has read it, until somebody has', () => {
    expect(locales.get(language)?.reviewedBy).toBeNull()
  })
})

test.each(LANGUAGES)('%s has every plural form it needs and none it does not', (language) => {
  const needed = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort()
  for (const [key, text] of textsOf(language)) {
    if (typeof text === 'string') continue
    expect([key, ...Object.keys(text).sort()]).toEqual([key, ...needed])
  }
})

test.each(LANGUAGES)('every plural text of %s names its number', (language) => {
  const silent = [...textsOf(language)].filter(
    ([, text]) => typeof text !== 'string' && !text.other.includes('{n}'),
  )
  expect(silent.map(([key]) => key)).toEqual([])
})

test('Kazakh is written in Cyrillic', () => {
  const latin = [...textsOf('kk')].filter(
    ([key, text]) =>
      !SAME_AS_RUSSIAN.has(key) && wordsIn(text) !== '' && !/\p{Script=Cyrillic}/u.test(wordsIn(text)),
  )
  expect(latin.map(([key]) => key)).toEqual([])
})

test('Kazakh is not Russian under another name', () => {
  const russian = textsOf('ru')
  const same = [...textsOf('kk')].filter(
    ([key, text]) =>
      !SAME_AS_RUSSIAN.has(key) && wordsIn(text) !== '' && wordsIn(text) === wordsIn(russian.get(key)),
  )
  expect(same.map(([key]) => key)).toEqual([])
})

test('Russian borrows no Kazakh letter, save in a name', () => {
  const borrowed = [...textsOf('ru')].filter(
    ([key, text]) =>
      key !== 'language.kk' && /[әғқңөұүһі]/iu.test(wordsIn(text).replaceAll(/Айғақ|көрпе|құрақ/giu, '')),
  )
  expect(borrowed.map(([key]) => key)).toEqual([])
})
