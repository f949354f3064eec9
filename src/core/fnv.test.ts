/** The numbers of the draft that defines it: what was drawn with it years ago is drawn so still. */
import { expect, it } from 'vitest'
import { fnv1a } from './fnv.ts'

it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['b', 0xe70c2de5],
  ['foobar', 0xbf9cf968],
])('%j', (text, hash) => expect(fnv1a(text)).toBe(hash))
