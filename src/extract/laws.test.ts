/** A law is read where it is named: by article and code, or by its title or subject. */
import { describe, expect, test } from 'vitest'
import { pack, reading, whole } from './fixture.ts'
import { impliedLaws } from './implied-laws.ts'
import { lawsIn } from './laws.ts'

const read = (text: string): string[] =>
  lawsIn(text, whole(text), pack, reading, null).map(({ value }) =>
    [value.code, value.article, value.part].filter((one) => one !== null).join(' '),
  )

describe('a law named', () => {
  test.each([
    ['under Article 488 of the Administrative Code', ['administrative 488']],
    ['under Article 488 of the Administrative Offences Code', ['administrative 488']],
    [
      'under Articles 174, 274 and 400 of the Criminal Code',
      ['criminal 174', 'criminal 274', 'criminal 400'],
    ],
    ['under Article 378, part 2 of the Criminal Code', ['criminal 378 2']],
    ['under part 2 of Article 205 of the Penal Code', ['criminal 205 2']],
    ['under Penal Code Article 45', ['criminal 45']],
    ['violated Article 20 of the Constitution', ['constitution 20']],
    ['for breaking the law on peaceful assembly', ['assembly_law']],
    [
      'for breach of the law on public associations – Article 489 of the Administrative Code',
      ['administrative 489'],
    ],
    ['under the Computer Misuse Act', ['other']],
    ['under the Unlawful Activities (Prevention) Act', ['other']],
    ['under Article 183 of the Code of Administrative Responsibility', ['administrative 183']],
    ['Article 21 of the International Covenant', ['iccpr 21']],
  ])('%s', (text, laws) => expect(read(text)).toEqual(laws))
})

test.each(['an article on the law of physics', 'She wrote 12 articles.', 'part 2 of the film'])(
  '%s names no law',
  (text) => expect(read(text)).toEqual([]),
)

test('a wording of the pack is only ever inferred', () => {
  const wordings = [...pack.provisions.values()]
    .flatMap((one) => one.wordings)
    .filter((one) => one.length > 7)
  const text = `He was accused: ${wordings[0] ?? ''}.`
  expect(impliedLaws(text, whole(text), pack).every((one) => !one.stated)).toBe(true)
})
