/** An address that names several servers. */
import { expect, it } from 'vitest'
import { addressesIn, changedAddress, firstThatWrites } from './several-hosts.ts'

const BOTH = 'postgres://aigaq:p%40ss@first:5432,second:5433/aigaq?sslmode=require'

it('is one address for each, and one alone stays as it is', () => {
  expect(addressesIn(BOTH)).toEqual([
    'postgres://aigaq:p%40ss@first:5432/aigaq?sslmode=require',
    'postgres://aigaq:p%40ss@second:5433/aigaq?sslmode=require',
  ])
  expect(addressesIn('postgres://aigaq@first/aigaq')).toEqual(['postgres://aigaq@first/aigaq'])
})

it('keeps all of them when the login changes', () => {
  const change = (one: URL): void => {
    one.username = 'aigaq_site'
    one.password = 'other'
  }
  expect(changedAddress(BOTH, change)).toBe(
    'postgres://aigaq_site:other@first:5432,second:5433/aigaq?sslmode=require',
  )
  expect(changedAddress('postgres://a:b@first/aigaq', change)).toBe('postgres://aigaq_site:other@first/aigaq')
})

it('asks the next where one does not answer, begins with the one that did, and says why none does', async () => {
  const asked: string[] = []
  const up = new Set(['second'])
  const pool = (name: string) =>
    ({
      connect: async () => {
        asked.push(name)
        if (!up.has(name)) throw new Error(`${name} is down`)
        return { name }
      },
      end: async () => {},
    }) as never
  const all = firstThatWrites([pool('first'), pool('second')])
  await all.connect()
  await all.connect()
  expect(asked).toEqual(['first', 'second', 'second'])
  up.clear()
  await expect(all.connect()).rejects.toThrow('first is down')
})
