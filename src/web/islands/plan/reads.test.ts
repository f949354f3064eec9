/** Which texts of a plan are measured, and in which language: those that are shown to people, and no other. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { ROOT } from '../../../../test/world.ts'
import { loadKnowledge } from '../../../adapters/load-knowledge.ts'
import type * as Reads from './reads.ts'

const sheet = loadKnowledge(ROOT).codebook.plan
let reads: typeof Reads
/** The words of the page stand in the page; here each says its own key. */
beforeAll(async () => {
  vi.stubGlobal('document', { querySelector: () => null })
  reads = await import('./reads.ts')
  vi.unstubAllGlobals()
})

const languageOf = (part: string, field: string, chosen: string): string | null => {
  const of = sheet.get(part)
  const asked = of?.fields.find((one) => one.id === field)
  return of && asked ? reads.languageOf(of, asked, chosen) : 'no such field'
}

describe('a text of a plan', () => {
  it.each([
    ['message', 'kk', '', 'kk'],
    ['message', 'en', 'ru', 'en'],
    ['message', 'channel', '', null],
    ['prototype', 'text', 'ru', 'ru'],
    ['prototype', 'text', '', null],
    ['prototype', 'learnt', 'ru', null],
    ['goal', 'text', 'en', null],
    ['problem', 'what', '', null],
  ])('in %s, %s, with “%s” chosen beside it, is measured as %s', (part, field, chosen, language) => {
    expect(languageOf(part, field, chosen)).toBe(language)
  })

  it('is told by its words, its ease where there is a scale, and what to look at', () => {
    const field = sheet.get('message')?.fields.find((one) => one.id === 'en')
    if (!field) throw new Error('the sheet has no messages')
    expect(reads.howItReads('', field, 'en')).toBe('')
    expect(reads.howItReads('Ask why.', field, 'en')).toBe('words-of sentences ease')
    expect(reads.howItReads('Сұраңыз.', field, 'kk')).toBe('words-of sentences no-scale')
    expect(reads.howItReads('Somebody was fined. '.repeat(5), field, 'en')).toMatch(
      /^too-many-words .*hint\.passive/,
    )
  })
})
