/** Terms are found where a reader meets them: in any ending, once on a page, the longer before the shorter, and never inside another word. */
import { expect, it, test } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { LANGUAGES } from '../language.ts'
import { readabilityOf } from '../readability/readability.ts'
import { termsIn } from './glossary.ts'

const { glossary, cards } = knowledge.codebook
const found = (text: string, language: (typeof LANGUAGES)[number]): readonly string[] =>
  termsIn(text, glossary, language).map((one) => one.term)

test.each([
  ['en', 'A witness was fined 50 MCI; the fine was upheld.', ['witness', 'fine', 'mci']],
  ['en', 'Every peaceful assembly is protected.', ['peaceful-assembly']],
  ['en', 'They were confined and refined.', []],
  ['ru', 'Свидетелем по уголовному делу стал адвокат.', ['witness', 'criminal-case', 'lawyer']],
  ['ru', 'Мирным собраниям не нужно разрешение.', ['peaceful-assembly', 'leave']],
  ['ru', 'Бешенство и штрафник.', ['fine']],
  ['kk', 'Бейбіт жиналысқа рұқсат керек емес.', ['peaceful-assembly', 'leave']],
  ['kk', 'Күдіктінің қорғаушысы келді.', ['suspect', 'lawyer']],
] as const)('in %s “%s” has %j', (language, text, terms) => {
  expect(found(text, language)).toEqual(terms)
})

it('links a term once on a page', () => {
  const met = new Set<string>()
  expect(termsIn('A fine.', glossary, 'en', met)).toHaveLength(1)
  expect(termsIn('Another fine.', glossary, 'en', met)).toEqual([])
})

it('marks the words themselves, and no more', () => {
  const text = 'Просите свидетеля.'
  const [span] = termsIn(text, glossary, 'ru')
  expect(text.slice(span?.start, span?.end)).toBe('свидетеля')
})

test.each(LANGUAGES)('in %s every term is found in its own name, and told in short sentences', (language) => {
  for (const { id, term, means } of glossary.values()) {
    // A name with a bracket in it is a label and stands in no text.
    if (!term[language].includes('(')) expect(found(term[language], language), id).toContain(id)
    const { meanWords } = readabilityOf(means[language], language)
    expect(meanWords ?? 0, id).toBeLessThanOrEqual(cards.targets[language].meanWords + 5)
  }
})
