import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonical } from './json.ts'

it('writes equal values in equal bytes, whatever the order of their keys', () => {
  expect(canonical({ b: 1, a: [true, null, { d: 'x', c: undefined }] })).toBe(
    '{"a":[true,null,{"d":"x"}],"b":1}',
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      return (
        canonical(value) === canonical(turned) && canonical(JSON.parse(canonical(value))) === canonical(value)
      )
    }),
  )
})

it('tells apart what differs', () => {
  const written = [null, 0, '0', false, '', [], {}, [null], { a: null }, { a: 0 }].map(canonical)
  expect(new Set(written).size).toBe(written.length)
})
