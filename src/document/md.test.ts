/** Markdown: marks become blocks, notes go to the end, HTML in it leaves words only. */
import { expect, test } from 'vitest'
import { readAs, told } from './fixture.ts'

const TEXT = `# Court & square

Asan *Usenov* was [held](https://example.org)[^1] in
<b>Almaty</b>.<script>steal(1)</script>

[^1]: The note
    goes on.

1. Held
   - at night
2. Fined [^long-name]

> A witness: &laquo;nobody came&raquo;

| Who | Days |
|---|---|
| Aigul Serikova | 5 |

<div hidden>hidden</div>
<script>steal(2)</script>

[^long-name]: https://example.org/list
`

test('a Markdown file becomes its words, block by block', async () => {
  const document = await readAs('a.md', TEXT, { language: 'en' })
  expect(document.reader).toBe('md@1')
  expect(told(document)).toEqual([
    'heading: Court & square',
    'paragraph: Asan Usenov was held in Almaty.',
    ...['item: Held', 'item: at night', 'item: Fined'],
    'paragraph: A witness: «nobody came»',
    ...['paragraph: Who | Days', 'paragraph: Aigul Serikova | 5'],
    ...['footnote: The note goes on.', 'footnote: https://example.org/list'],
  ])
})

test('no mark, tag, script or hidden word is left', async () => {
  const { text } = await readAs('a.md', TEXT, { language: 'en' })
  for (const gone of ['[^', '*', '](', '<', 'steal', 'hidden', '&laquo;']) expect(text).not.toContain(gone)
})
