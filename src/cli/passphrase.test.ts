import { expect, it } from 'vitest'
import { newPassphrase } from './passphrase.ts'

const typing = (...typed: readonly string[]) => {
  const left = [...typed]
  return async (): Promise<string> => left.shift() ?? ''
}
const asked = ['New:', 'Again:'] as const

it('a passphrase of a new key is typed twice, and a slip makes no key', async () => {
  expect(await newPassphrase(asked, typing('seven otters', 'seven otters'), true)).toBe('seven otters')
  await expect(newPassphrase(asked, typing('seven otters', 'seven oters'), true)).rejects.toMatchObject({
    code: 'sealed.twice',
  })
  await expect(newPassphrase(asked, typing('', ''), true)).rejects.toMatchObject({
    code: 'sealed.passphrase',
  })
})

it('one that is piped in is taken as it is', async () => {
  expect(await newPassphrase(asked, typing('seven otters'), false)).toBe('seven otters')
})
