/** Room is made for the steps that protect somebody, and for no others. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { roomFirst } from './room-first.ts'

let made = 0
const app = new Hono()
app.use(
  roomFirst(() => {
    made += 1
  }),
)
app.all('*', (c) => c.text('done'))

test.each([
  ['POST', '/en/desk/house', true],
  ['POST', '/kk/desk/moves', true],
  ['POST', '/ru/desk/people/usenov/basis', true],
  ['POST', '/en/desk/records/kz-2024-05-07-a/tier', true],
  ['POST', '/en/desk/me/sessions/revoke-others', true],
  ['POST', '/en/desk/accounts/suspend', true],
  ['GET', '/en/desk/house', false],
  ['POST', '/en/desk/house/open', false],
  ['POST', '/en/desk/documents', false],
  ['POST', '/en/desk/records/new', false],
  ['POST', '/en/desk/field/take', false],
])('%s %s: %s', async (method, path, isMade) => {
  made = 0
  expect(await (await app.request(path, { method })).text()).toBe('done')
  expect(made === 1).toBe(isMade)
})
