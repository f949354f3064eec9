import { describe, expect, it } from 'vitest'
import { publicAddress } from './public-address.ts'

const forbidden = new Set(['usenov', 'ли', 'серикова'])

describe('the address of a source', () => {
  it.each(['https://example.org/news/2024/05/07/a-rally', 'http://example.org/?id=7'])(
    '%s may be opened',
    (url) => expect(publicAddress(url, forbidden)).toBe(url),
  )
  it.each([
    ['spells a name', 'https://example.org/asan-usenov-zaderzhan'],
    ['spells it in one word', 'https://example.org/asanusenovfree'],
    ['spells it in another script', 'https://example.org/serikova'],
    ['spells it escaped', `https://example.org/${encodeURIComponent('Серикова')}`],
    ['spells it escaped twice', `https://example.org/${encodeURIComponent(encodeURIComponent('Серикова'))}`],
    ['opens a profile', 'https://www.instagram.com/somebody/'],
    ['holds who logs in', 'https://somebody:secret@example.org/'],
    ['is a script', 'javascript:alert(1)'],
    ['is a script with a space before it', ' javascript:alert(1)'],
    ['is data', 'data:text/html,<script>alert(1)</script>'],
    ['breaks out of its attribute', 'https://example.org/"onmouseover="alert(1)'],
    ['is no address', 'example'],
  ])('is held back when it %s', (_why, url) => expect(publicAddress(url, forbidden)).toBeNull())
  it('is unknown where there is none', () => expect(publicAddress(null, forbidden)).toBeNull())
})
