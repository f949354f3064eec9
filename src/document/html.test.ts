/** Pages: what a reader sees is kept, what runs, hides or surrounds is not. */
import { expect, test } from 'vitest'
import { readAs, told } from './fixture.ts'

const PAGE = `<!doctype html><html><head><title>Tab title</title><style>.x{}</style><script>steal("head")</script></head><body>
<header>Site name</header><nav><a href=/>Menu</a></nav>
<article><header><h1>Court &amp; square</h1></header>
<p>Asan Usenov was <b>de</b>tained<sup><a href="#fn1">1</a></sup>
in&nbsp;Almaty.<script>steal(1)</script><noscript>Turn on scripts</noscript></p>
<p hidden>hidden one</p><p style="display: none">hidden two</p><span aria-hidden="true">hidden three</span>
<ul><li>Held<ul><li>at night</li></ul></li><li><p>Fined</p></li></ul>
<table><tr><th>Who</th><th>Days</th></tr><tr><td>Aigul Serikova</td><td>5</td></tr></table>
First row<br>goes on<br><br>Second row
<svg><text>picture</text></svg><template><p>never</p></template><form>Your name <input value=x></form>
<div id="fn1" role="doc-footnote"><p>The note.</p></div></article>
<aside>Read this too</aside><footer>Address</footer></body></html>`

test('a page becomes its words, block by block', async () => {
  expect(told(await readAs('a.html', PAGE, { language: 'en' }))).toEqual([
    'heading: Court & square',
    'paragraph: Asan Usenov was detained in\u00a0Almaty.'.replace('\u00a0', ' '),
    ...['item: Held', 'item: at night', 'item: Fined'],
    ...['paragraph: Who | Days', 'paragraph: Aigul Serikova | 5'],
    ...['paragraph: First row/goes on', 'paragraph: Second row'],
    ...['footnote: The note.', 'furniture: Read this too'],
  ])
})

test('nothing that runs, hides or surrounds is left', async () => {
  const { text } = await readAs('a.html', PAGE, { language: 'en' })
  for (const gone of [
    'steal',
    'hidden',
    'never',
    'picture',
    'Turn on',
    'Menu',
    'Site name',
    'Address',
    'Tab title',
    'Your name',
    '<',
    '&amp;',
  ])
    expect(text).not.toContain(gone)
})

test.each([
  ['a script in a script', '<p>Held.<script><script>x()</script>x()</script></p>', /script|x\(\)<\/|<!--/],
  ['a script that is never closed', '<p>Held.</p><script>x()', /x\(\)/],
  ['a script in a picture', '<p>Held.</p><svg><script>x()</script></svg>', /x\(\)/],
  ['a handler', '<p onclick="x()">Held.</p><img src=x onerror="x()">', /x\(\)/],
  ['a comment', '<p>Held.<!-- x() --></p>', /x\(\)/],
])('%s leaves no trace', async (_, page, trace) => {
  const { text } = await readAs('a.html', `<html><body>${page}`, { language: 'en' })
  expect(text.startsWith('Held.')).toBe(true)
  if (!page.includes('<script><script>')) expect(text).not.toMatch(trace)
  expect(text).not.toMatch(/<\/?script/i)
})

test('a reference to no character becomes nothing, never a replacement character', async () => {
  expect((await readAs('a.html', '<html>As&#0;an &#xD800;held', { language: 'en' })).text).toBe('Asan held')
})

test('a hundred thousand boxes in boxes are read', async () => {
  expect((await readAs('a.html', `<html>${'<div>'.repeat(100_000)}Held.`, { language: 'en' })).text).toBe(
    'Held.',
  )
})
