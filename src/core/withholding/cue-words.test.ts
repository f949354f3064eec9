/** A word that marks a child or an illness is heard in any ending, case and hyphen, and in no other word. */
import { describe, expect, it } from 'vitest'
import { saysOneOf } from './cue-words.ts'

const CUES = ['son', '17 year old', 'tubercul*', 'самоубий*', 'школьник*', 'сердечн* недостаточност*']

describe('words that are looked for', () => {
  it.each([
    'his son',
    'Son of a prisoner',
    'a 17-year-old',
    'TUBERCULOSIS',
    'tu\u00adber\u200bculosis',
    'доведение до самоубийства',
    'двое школьников',
    'острая сердечная недостаточность',
  ])('stand in «%s»', (text) => expect(saysOneOf(text, CUES)).toBe(true))

  it.each([
    'a person',
    'the sonnet',
    'a 47-year-old',
    'seventeen years, 17 old year books',
    'сердечная благодарность',
    'тубус',
    '',
  ])('do not stand in «%s»', (text) => expect(saysOneOf(text, CUES)).toBe(false))
})
