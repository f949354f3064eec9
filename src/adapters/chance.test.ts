import { expect, it } from 'vitest'
import { newRecoveryCode, tidyCode } from './chance.ts'

it('a recovery code has more than 112 bits of chance, so that its hash needs not be slow', () => {
  const code = newRecoveryCode()
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){5}$/)
  expect(tidyCode(code).length * Math.log2(32)).toBeGreaterThan(112)
  expect(new Set(Array.from({ length: 1_000 }, newRecoveryCode)).size).toBe(1_000)
})
