/** Words as somebody types them find what a text holds in another script, case or form, and do not find what only looks alike. */
import { describe, expect, it } from 'vitest'
import { answersAll, excerpt, termsIn } from './search.ts'

describe('words typed', () => {
  it.each([
    ['Mamay', 'Суд оштрафовал Мамая.'],
    ['Мамай', 'A court fined Zhanbolat Mamay.'],
    ['мамаю', 'A court fined Mamay.'],
    ['Ахметов', 'the officer Akhmetov'],
    ['Akhmetov', 'сотрудник Ахметов'],
    ['Жанар', 'Zhanar was let go'],
    ['Janar', 'Жанар босатылды'],
    ['Айгуль', 'Aigul Serikova'],
    ['fin', 'two were fined'],
    ['Article 488', 'under Article 488 of the Code'],
    ['ЗАДЕРЖАН', 'были задержаны двое'],
  ])('%s finds «%s»', (typed, text) => {
    expect(answersAll(text, termsIn(typed))).toBe(true)
    // The page marks what the store found.
    expect(excerpt(text, termsIn(typed)).some((one) => one.isHit)).toBe(true)
  })

  it.each([
    ['Mamay', 'a mama in Almaty'],
    ['Asan', 'Hasan was there'],
    ['488', 'Article 48'],
    ['488', 'Article 1488'],
    ['Usenov Serikova', 'Asan Usenov alone'],
    ['.*', 'anything'],
  ])('%s does not find «%s»', (typed, text) => {
    const terms = termsIn(typed)
    expect(terms.length > 0 && answersAll(text, terms)).toBe(false)
  })

  it('are answered at once, however long a letter is drawn out in them and in the text', () => {
    const began = performance.now()
    expect(answersAll('ш'.repeat(60), termsIn(`${'ш'.repeat(24)}к`))).toBe(false)
    expect(answersAll('шшш', termsIn('шшшш'))).toBe(false)
    expect(performance.now() - began).toBeLessThan(20_000)
  })

  it('keep an id whole, and are never more than eight', () => {
    expect(termsIn('KZ-2024-05-07-b1c2d3').map((one) => one.folded)).toEqual(['kz-2024-05-07-b1c2d3'])
    expect(termsIn('a b c d e f g h i j')).toHaveLength(8)
    expect(termsIn('x'.repeat(500))[0]?.folded).toHaveLength(60)
  })

  it('are marked in the words around the first that answers', () => {
    const parts = excerpt(
      `${'x '.repeat(200)}police held Мамая and Mamay there${' y'.repeat(300)}`,
      termsIn('mamay'),
    )
    expect(parts.filter((one) => one.isHit).map((one) => one.text)).toEqual(['Мамая', 'Mamay'])
    expect([parts[0]?.text, parts.at(-1)?.text]).toEqual(['…', '…'])
    expect(excerpt('nothing of it', termsIn('mamay')).map((one) => one.isHit)).toEqual([false])
  })
})
