/** Names that nobody owns. */
import { expect, it } from 'vitest'
import { nameUuid } from './name-uuid.ts'

it('is a UUID of version 8, the same each time and another for every name', () => {
  const names = Array.from({ length: 20_000 }, (_, index) =>
    nameUuid(`i/kz-2020-02-17-${index.toString(36)}`),
  )
  expect(names[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(names).size).toBe(names.length)
  expect(nameUuid('i/kz-2020-02-17-b')).toBe(nameUuid('i/kz-2020-02-17-b'))
})

it('never changes: a reader of a feed would take every entry for new', () => {
  expect(nameUuid('i/kz-2020-02-17-b')).toBe('urn:uuid:44587e01-d9c9-8e5b-bf54-b7a7e99ffa03')
})
