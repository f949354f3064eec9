import { describe, expect, it } from 'vitest'
import { contactDetails, holdsContact } from './contact-details.ts'

const covered = (text: string): readonly string[] =>
  contactDetails(text).map((span) => text.slice(span.start, span.end))

describe('what reaches one person', () => {
  it.each([
    ['Write to asan.usenov@example.org.', 'asan.usenov@example.org'],
    ['Write to asan (at) example.org now', 'asan (at) example.org'],
    ['Пишите асан@пример.каз сегодня', 'асан@пример.каз'],
    ['call +7 700 000 00 01 at night', '+7 700 000 00 01'],
    ['call 8 (700) 000-00-01 at night', '8 (700) 000-00-01'],
    ['call 87000000001 at night', '87000000001'],
    ['call +44 20 7946 0000 at night', '+44 20 7946 0000'],
    ['tel. 27-25-43', '27-25-43'],
    ['телефон: 272 543', '272 543'],
    ['the number 900101300123 stands there', '900101300123'],
    ['the number 900101 300123 stands there', '900101 300123'],
    ['identity card N12345678', 'N12345678'],
    ['the car 123 ABC 02 stood there', '123 ABC 02'],
    ['the car A 123 BCD stood there', 'A 123 BCD'],
    ['see @asan_u for more', '@asan_u'],
    ['the tag #FreeAsan spread', '#FreeAsan'],
    ['under the nickname asan_usenov_99 he', 'asan_usenov_99'],
    ['see https://example.org/people/asan today', 'https://example.org/people/asan'],
    ['see t.me/asan today', 't.me/asan'],
    ['see instagram.com/asan/ today', 'instagram.com/asan/'],
  ])('%s', (text, words) => {
    const all = covered(text)
    expect(all.some((one) => one.startsWith(words) || one.includes(words))).toBe(true)
  })

  it.each([
    'On 17.02.2020 and 25.02.2020 police held 57 people.',
    'fined 132,550 tenge (50 MCI) on 7 May 2024',
    'fined 100 MCI 25 February 2020',
    '132 550 000 tenge under Article 174, part 1, of the Criminal Code',
    'case No. 7528-19-00-2/103',
    'between 2020-02-07 and 2020-02-08 and/or later',
    'Law No. 333-VI of 25 May 2020',
    'i.e. on 1 May, e.g. in Almaty',
    'ст. 488 ч. 1 КоАП РК',
    '# Heading of a report',
    'from 10.00 to 12.30, rooms 7 and 8',
    'COVID-19 in 2020',
  ])('is not in: %s', (text) => expect(covered(text)).toEqual([]))

  it('is told of a whole text', () => expect(holdsContact('nobody here')).toBe(false))
})
