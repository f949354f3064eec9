/** Words of a passage are found on a page however the page is written, and a page that only names its record has none of them. */
import { expect, test } from 'vitest'
import { readable, saysSome } from './shown-words.ts'

const PASSAGE = readable(
  'On 7 May 2024 police in Almaty detained Asan Usenov, "a teacher", and O’Brien & others.',
)

test.each([
  ['a page', '<p>On 7 May 2024 police in <b>Almaty</b> detained Asan …</p>', true],
  [
    'a page with marks within a word',
    '<p><mark>On 7 May</mark> 20<i>24</i> police in Almaty detained</p>',
    true,
  ],
  ['data', JSON.stringify({ text: 'Almaty detained Asan Usenov, "a teacher",\nand O’Brien' }), true],
  [
    'data with letters as numbers',
    String.raw`{"text":"in Almaty detained \u0041san Usenov, \"a teacher\", and"}`,
    true,
  ],
  ['entities', '<p>Asan Usenov, &quot;a teacher&quot;, and O&#8217;Brien &amp; others</p>', true],
  ['a field', '<input value="in Almaty detained Asan Usenov, &quot;a teacher&quot;, and">', true],
  ['a title', '<a href="/en/desk/records/kz-2024-05-07-a">Detention — Almaty — 7 May 2024</a>', false],
  ['words that many sentences begin with', 'On 7 May 2024 police in Almaty fined', false],
  ['nothing', '', false],
])('%s: %s, %s', (_what, sent, expected) => {
  expect(saysSome(readable(sent), PASSAGE)).toBe(expected)
})

test.each([
  ['Short words here.', 'Some short words here, and more', true],
  ['Short words here.', 'short words there', false],
  ['Ұзақ сөз.', '<td>ұзақ сөз</td>', true],
  ['…', 'anything', false],
])('all of what is short: %s in %s, %s', (words, sent, expected) => {
  expect(saysSome(readable(sent), readable(words))).toBe(expected)
})
