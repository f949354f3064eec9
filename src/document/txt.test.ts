/** Plain text as sites and PDF layers leave it, and the blocks it falls into. */
import { expect, test } from 'vitest'
import { readAs, told } from './fixture.ts'

const PROSE = 'Police in Almaty held Asan Usenov for three hours and let him go in the evening.'

test('a saved article: the menu and the addresses below are furniture, the first title stays', async () => {
  const text = [
    ...[
      'Quick search',
      'All posts',
      'Contact',
      'Our team',
      '',
      'A spring of pressure',
      '',
      'A spring of pressure',
      '',
    ],
    ...[PROSE, '', 'Peaceful assembly', '', PROSE, '', `  • ${PROSE}`, `  • ${PROSE}`, '', 'More news', ''],
    ...['Another title of another day', '', 'Subscribe to our updates'],
  ].join('\n')
  expect(told(await readAs('a.txt', text))).toEqual([
    ...['furniture: Quick search', 'furniture: All posts', 'furniture: Contact', 'furniture: Our team'],
    ...['heading: A spring of pressure', 'furniture: A spring of pressure', `paragraph: ${PROSE}`],
    ...['heading: Peaceful assembly', `paragraph: ${PROSE}`, `item: ${PROSE}`, `item: ${PROSE}`],
    ...[
      'furniture: More news',
      'furniture: Another title of another day',
      'furniture: Subscribe to our updates',
    ],
  ])
})

test('a PDF layer: broken sentences are one paragraph; notes, addresses, running heads and page numbers are their own', async () => {
  const text = [
    ...[
      ' 4. HEARINGS IN ',
      'THE SOUTH ',
      '',
      'In the spring the court of Shymkent heard nine people who had been told to',
      '',
    ],
    ...[
      'The first hearing took place on a Tuesday, and the judge let nobody in but the',
      'relatives of Aigul Serikova. Observers were',
    ],
    ...[
      'told to wait outside until the evening.1 Two of them ',
      'were asked for their papers.',
      '',
      ' '.repeat(60),
    ],
    ...[
      '1 Interview with an observer, held in',
      'Shymkent on a day in May.',
      '2 See the list.',
      '',
      'https://example.org/list',
      '',
    ],
    ...[
      'COURTS AND PEOPLE',
      'Example Society 10',
      '',
      ' who had come by bus went home the same night, and none of them was ever',
      'asked again.',
    ],
    ...['', 'COURTS AND PEOPLE', 'Example Society 11', ''],
  ].join('\n')
  expect(told(await readAs('a.txt', text))).toEqual([
    'heading: HEARINGS IN /THE SOUTH',
    'paragraph: In the spring the court of Shymkent heard nine people who had been told to',
    'paragraph: The first hearing took place on a Tuesday, and the judge let nobody in but the/relatives of Aigul Serikova. Observers were/told to wait outside until the evening.1 Two of them /were asked for their papers.',
    'footnote: 1 Interview with an observer, held in/Shymkent on a day in May.',
    ...['footnote: 2 See the list.', 'furniture: https://example.org/list'],
    ...['furniture: COURTS AND PEOPLE', 'furniture: Example Society 10'],
    'paragraph: who had come by bus went home the same night, and none of them was ever/asked again.',
    ...['furniture: COURTS AND PEOPLE', 'furniture: Example Society 11'],
  ])
})

test.each([
  ['• a sign', `• ${PROSE}`, `item: ${PROSE}`],
  ['- a dash', `- ${PROSE}`, `item: ${PROSE}`],
  ['* a star', `* ${PROSE}`, `item: ${PROSE}`],
  ['a number', `12. ${PROSE}`, `item: ${PROSE}`],
  ['a letter', `б) ${PROSE}`, `item: ${PROSE}`],
  ['a signed note', `[3] ${PROSE}`, `footnote: [3] ${PROSE}`],
  ['a raised note', `¹ ${PROSE}`, `footnote: ¹ ${PROSE}`],
  ['a page number', `${PROSE}\n\nPage 3 of 10`, 'furniture: Page 3 of 10'],
  ['a Russian page number', `${PROSE}\n\nстр. 4`, 'furniture: стр. 4'],
])('%s', async (_, text, block) => {
  expect(told(await readAs('a.txt', text)).at(-1)).toBe(block)
})

test('what looks like something else and is not', async () => {
  const only = async (text: string): Promise<string[]> =>
    told(await readAs('a.txt', text, { language: 'en' }))
  expect(await only('-5 degrees that day')).toEqual(['paragraph: -5 degrees that day'])
  expect(await only('2020 was a hard year')).toEqual(['paragraph: 2020 was a hard year'])
  expect(await only('Asan fined\nAigul held\nBolat let go')).toEqual([
    'paragraph: Asan fined',
    'paragraph: Aigul held',
    'paragraph: Bolat let go',
  ])
  expect(await only(`${PROSE}\n${PROSE}`)).toEqual([`paragraph: ${PROSE}`, `paragraph: ${PROSE}`])
  // A table of counts below an article is short too: with fewer than three lines it is not taken for an address.
  expect(await only(`${PROSE}\n\nAlmaty 12\nAstana 3`)).not.toContain('furniture: Almaty 12')
})
