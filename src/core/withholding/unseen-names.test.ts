import { describe, expect, it } from 'vitest'
import type { Source } from '../document.ts'
import { unseenNames, withUnseenNames } from './unseen-names.ts'

const isKnown = (words: string): boolean => ['OSCE', 'KNB'].includes(words)
const found = (text: string): readonly string[] => unseenNames(text, isKnown).map((one) => one.name)

describe('names not written as names are', () => {
  it.each([
    ['the lawyer A.Usenov spoke', 'Usenov'],
    ['адвокат А.Усенов', 'Усенов'],
    ['activists Usenov/Serikova', 'Serikova'],
    ['the activist Asan USENOV', 'USENOV'],
    ['the activist Asan KIM', 'KIM'],
    ['ASAN USENOV was held', 'ASAN USENOV'],
    ['LI KIM was held', 'LI KIM'],
    ['a man called A. U. was held', 'A. U.'],
    ['a man called А.У. was held', 'А.У.'],
    ['a man called ასან was held', 'ასან'],
    ['a man called حسن علي was held', 'حسن علي'],
  ])('%s', (text, name) => expect(found(text)).toContain(name))

  it.each([
    'the OSCE and the KNB met',
    'the U.S. and the U.N. said',
    'in chapter XVIII and Article VIII',
    'COVID-19 and HIV',
    'police and/or soldiers',
    'Almaty. Police came.',
  ])('are not in: %s', (text) => expect(found(text)).toEqual([]))

  it('are not sought in a text that no rule has read: nothing of it is shown', () => {
    const source: Source = {
      ...{ title: '', publisher: null, collector: null, url: null, published: null, accessed: null },
      ...{ licence: null, reliabilityOfSource: 'unknown', reliabilityOfInformation: 'unknown' },
    }
    const document = { id: 'd', text: 'A.Usenov', language: 'ru', source, mentions: null }
    expect(withUnseenNames(document, isKnown)).toBe(document)
  })
})
