/** Law cards as readers get them: plain enough, and nothing told for sure that nobody has confirmed. */
import { describe, expect, it, test } from 'vitest'
import { knowledge } from '../../../test/world.ts'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { readabilityOf } from '../../core/readability/readability.ts'
import { easyWords, isConfirmed, type LawCard } from '../../core/teach/law-card.ts'
import type { CardLeaf } from '../../core/teach/leaf.ts'
import { type CardStanding, DRAFT } from '../../core/teach/standing.ts'
import { cardLeaf } from './assemble.ts'
import type { CardGiven } from './given.ts'
import { listenText } from './listen.ts'
import { readsOf } from './reads.ts'

const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('no pack')
const { codebook } = knowledge
const cards = [...pack.cards.values()]

const standing = (card: LawCard, language: Language, more: Partial<CardStanding>): CardStanding => ({
  ...DRAFT,
  ...{ print: card.prints[language], role: 'lawyer', on: '2026-11-20', until: '2027-05-19' },
  ...more,
})
const leafOf = (card: LawCard, language: Language, more: Partial<CardGiven> = {}): CardLeaf =>
  cardLeaf({
    ...{ card, pack, codebook, words: knowledge.words[language], standing: DRAFT },
    ...{ uses: [], examples: [], analyses: [], bills: [], provisions: [] },
    ...{ when: (date) => date, address: null, isExample: false },
    ...more,
  })
const linesOf = (leaf: CardLeaf): string => JSON.stringify(leaf.sections)

describe.each(cards.map((card) => [card.id, card] as const))('the card %s', (_id, card) => {
  test.each(LANGUAGES)('reads as plainly in %s as it should, or says why not', (language) => {
    const { misses } = readsOf(card, language, codebook)
    expect(misses.length === 0 || card.misses[language] !== undefined, misses.join()).toBe(true)
    expect(misses.length === 0 ? card.misses[language] : undefined).toBeUndefined()
    for (const { words, text } of readabilityOf(easyWords(card, language), language).sentences)
      expect(words, text).toBeLessThanOrEqual(12)
    expect(card.one[language].split(/\s+/).length, card.one[language]).toBeLessThanOrEqual(20)
  })

  it('is not the same text under another language', () => {
    for (const line of [...card.says, ...card.penalties, ...card.steps, ...card.advice, ...card.world])
      expect(new Set(LANGUAGES.map((one) => line.text[one])).size, line.text.en).toBe(3)
  })

  test.each(LANGUAGES)('as a draft tells no penalty and no advice in %s, on paper or aloud', (language) => {
    const leaf = leafOf(card, language)
    for (const { text } of [...card.penalties, ...card.advice]) {
      expect(linesOf(leaf)).not.toContain(text[language])
      expect(listenText(leaf)).not.toContain(text[language])
    }
    const easy = leaf.easy.map((one) => one.text)
    for (const { text } of card.easy.filter((one) => one.isAdvice)) expect(easy).not.toContain(text[language])
    expect(leaf).toMatchObject({ state: 'draft', mayBeCarried: false })
    expect(leaf.watermark).toBe(knowledge.words[language].t('lawcard.mark.draft'))
  })

  it('reviewed tells those that are verified, and still none from memory', () => {
    const told = linesOf(leafOf(card, 'ru', { standing: standing(card, 'ru', { state: 'reviewed' }) }))
    for (const line of [...card.penalties, ...card.advice])
      expect(told.includes(line.text.ru), line.text.en).toBe(isConfirmed(line))
    const { easy } = leafOf(card, 'ru', { standing: standing(card, 'ru', { state: 'reviewed' }) })
    for (const { text, certainty = 'report', isAdvice } of card.easy)
      expect(
        easy.some((one) => one.text === text.ru),
        text.en,
      ).toBe(!isAdvice || isConfirmed({ certainty }))
  })

  it('tells in easy words nothing that somebody may do without saying how sure it is', () => {
    const says = /^(?:You (?:may|can) (?!not)|Ask |Say |Do not |Call )/
    for (const { text, certainty, isAdvice } of card.easy) {
      const isBare = /^You can (?:get|be) /.test(text.en) || /^You may not /.test(text.en)
      if (says.test(text.en) && !isBare)
        expect([text.en, isAdvice, certainty !== undefined]).toEqual([text.en, true, true])
    }
  })
})

it('is held in Kazakh to bounds that part our plain texts from our official ones', () => {
  const { meanWords, longShare } = codebook.cards.targets.kk
  for (const { level, text } of codebook.cards.graded.kk ?? []) {
    const read = readabilityOf(text, 'kk')
    expect((read.meanWords ?? 0) <= meanWords, text).toBe(level === 'plain')
    expect((read.longShare ?? 0) <= longShare, text).toBe(level === 'plain')
  }
  expect(codebook.cards.graded.kk?.length).toBeGreaterThanOrEqual(10)
})

const card = pack.cards.get('CC-274')
if (!card) throw new Error('no card')

it.each(['expired', 'changed'] as const)('whose review has %s is marked across, and not carried', (state) => {
  const leaf = leafOf(card, 'en', { standing: standing(card, 'en', { state }) })
  expect(leaf.mayBeCarried).toBe(false)
  expect(leaf.watermark).not.toBeNull()
  expect(leaf.status).toContain('2027-05-19')
  expect(linesOf(leaf)).not.toContain(card.penalties[0]?.text.en)
})

it('tells a range as a range, and none as none recorded', () => {
  const use = { name: 'Article 274', stated: 2, inferred: 1, link: null }
  const told = (certain: number, claimed: number) =>
    leafOf(card, 'en', { uses: [{ ...use, certain, claimed }] }).sections.find((one) => one.id === 'uses')
      ?.lines[0]
  expect(told(3, 5)?.text).toBe('3–5 public records')
  expect(told(3, 3)?.text).toBe('3 public records')
  expect(told(0, 0)?.text).toBe('no use is on record here')
  expect(told(3, 3)?.note).toContain('2')
})

it('of invented records says so on every leaf, also where a lawyer stands for it', () => {
  const leaf = leafOf(card, 'en', { standing: standing(card, 'en', { state: 'reviewed' }), isExample: true })
  expect(leaf.watermark).toBe('EXAMPLE')
})

it('aloud has no sign that a voice would spell, and ends each line', () => {
  const text = listenText(leafOf(card, 'kk'))
  expect(text).not.toMatch(/·|https?:|\//)
  for (const line of text.split('\n').filter((one) => one !== '')) expect(line).toMatch(/[.!?…»”]$/)
})
