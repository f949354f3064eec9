import { describe, expect, it } from 'vitest'
import { passphraseFaults } from './passphrase.ts'

const codes = (text: string, handle = 'lena'): readonly string[] =>
  passphraseFaults(text, handle).map((one) => one.code)

describe('a passphrase', () => {
  it.each([
    'seven otters mend a kettle',
    'жеті құндыз шәйнек жөндейді',
    'семь выдр чинят самовар',
    'vK9#tqLw2!mZx7p',
    'correct horse leaves on tuesday',
  ])('"%s" is taken', (text) => expect(codes(text)).toEqual([]))

  it.each([
    ['short', 'otters mend', ['passphrase.short']],
    ['a common word and digits in their order', 'password123456789', ['passphrase.easy']],
    ['a common word twice', 'qwertyqwertyqwerty', ['passphrase.easy']],
    ['keys in a row', 'asdfghjklzxcvbnm', ['passphrase.easy']],
    ['keys in a row, backwards', 'poiuytrewqlkjhgfdsa', ['passphrase.easy']],
    ['Russian keys in a row', 'йцукенгшщзфывапролдж', ['passphrase.easy']],
    ['one letter many times', 'zzzzzzzzzzzzzzzzzz', ['passphrase.easy']],
    ['one word many times', 'kettle kettle kettle', ['passphrase.easy']],
    ['a common word in large letters between signs', 'PASSWORD!!!!!!!!!!!!', ['passphrase.easy']],
    ['the pseudonym in it', 'seven lena mends a kettle', ['passphrase.handle']],
    ['the pseudonym with signs between', 'seven le-na mends a kettle', ['passphrase.handle']],
    [
      'short, easy, with the pseudonym: all at once',
      'lena',
      ['passphrase.short', 'passphrase.handle', 'passphrase.easy'],
    ],
  ])('%s is refused', (_what, text, wrong) => expect(codes(text)).toEqual(wrong))

  it('of more letters than anybody types is refused before it is hashed', () => {
    expect(codes('seven otters mend a kettle '.repeat(30))).toContain('passphrase.long')
  })

  it('is measured in letters, not in bytes', () => {
    expect(codes('жеті құндыз')).toEqual(['passphrase.short'])
  })
})
