/** The section on how a text reads: every number with its unit, no score where there is no scale, words of the text as words. */
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { LANGUAGES } from '../../core/language.ts'
import { readabilityOf } from '../../core/readability/readability.ts'
import { readability } from './readability.ts'

const TEXT = {
  en: 'Asan Usenov was detained <b>near</b> the square. Police gave no reason.',
  ru: 'Асан Усенов был задержан <b>у</b> площади. Полиция не назвала причину.',
  kk: 'Асан Үсенов <b>алаң</b> маңында босатылды. Полиция себебін айтпады.',
}

describe.each(LANGUAGES)('a text in %s', (language) => {
  const shown = readability(readabilityOf(TEXT[language], language), knowledge.words[language]).toString()
  it('has a bar for each sentence, and the words of one to look at', () => {
    expect(shown.match(/<rect /g)).toHaveLength(2)
    expect(shown).toContain('&lt;b&gt;')
    expect(shown).not.toMatch(/<b>|NaN|undefined|null/)
  })
  it('has a score where its language has a scale, and says where it has none', () => {
    const none = knowledge.words[language].t('readability.no-scale')
    expect(shown.includes(none)).toBe(language === 'kk')
    expect(shown.includes(knowledge.words[language].t('readability.short'))).toBe(language !== 'kk')
  })
  it('that is empty has no number', () => {
    const empty = readability(readabilityOf('', language), knowledge.words[language]).toString()
    expect(empty).toBe(`<p>${knowledge.words[language].t('readability.nothing')}</p>`)
  })
})
