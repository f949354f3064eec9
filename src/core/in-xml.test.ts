/** Signs that XML cannot hold are left out, and no others. */

import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it, test } from 'vitest'
import { inXml } from './in-xml.ts'

test.each([
  ['Орал, 2 маусым\n\t🕊', 'Орал, 2 маусым\n\t🕊'],
  ['a\u0000b\u0001c\u001fd', 'abcd'],
  ['a\ufffeb\uffffc', 'abc'],
  ['a\ud800b', 'a\ufffdb'],
])('%j stands as %j', (text, told) => {
  expect(inXml(text)).toBe(told)
})

it('lets any words be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const reader = new SaxesParser()
      reader
        .write(
          `<a>${inXml(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</a>`,
        )
        .close()
    }),
  )
})
