/** What the workspace refuses is told to whoever runs the machine: which route, how often, which colleague; never what was typed or asked. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyWorld, ROOT, signedInAs } from '../../../test/world.ts'
import type { Context } from '../../usecases/context.ts'
import { desk } from '../desk/desk.ts'
import { openRefusals } from './refusals.ts'

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world.store.destroy())

it('tries to sign in, to do what is not allowed and to get around are told once a minute, without what was typed', async () => {
  const lines: string[] = []
  const refusals = openRefusals((line) => lines.push(line), world.clock.now)
  const web = desk(world, { root: ROOT, host: '127.0.0.1', refusals })
  const lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  const own = { Cookie: lena.cookie, Origin: 'http://127.0.0.1' }
  const form = (fields: Record<string, string>, headers: Record<string, string> = own) =>
    ({ method: 'POST', body: new URLSearchParams(fields), headers }) as const
  const typed = { handle: 'my passphrase by mistake', passphrase: 'korkem korkem korkem', code: '', to: '' }
  await web.request('http://127.0.0.1/en/desk/sign-in', form(typed, { Origin: 'http://127.0.0.1' }))
  // Not allowed; what is not there; without the token of the form; from another site; at another name.
  await web.request('http://127.0.0.1/en/desk/accounts', { headers: own })
  await web.request('http://127.0.0.1/en/desk/records/kz-2024-05-07-a', { headers: own })
  await web.request('http://127.0.0.1/en/desk/sign-out', form({}))
  await web.request('http://127.0.0.1/en/desk/sign-in', form({}, { ...own, Origin: 'https://evil.example' }))
  await web.request('http://evil.example/en/desk/', { headers: own })
  expect(lines).toEqual([])
  refusals.tell()
  const [line = ''] = lines
  expect(lines.length).toBe(1)
  for (const told of [
    'POST /:language/desk/sign-in 401: 1',
    'GET /:language/desk/accounts 403 lena: 1',
    'GET /:language/desk/records/:id 404 lena: 1',
    'POST /:language/desk/sign-out 403 lena: 1',
    'POST /:language/desk/sign-in 403: 1',
  ])
    expect(line).toContain(told)
  for (const kept of ['passphrase', 'korkem', 'kz-2024', 'evil', '127.0.0.1'])
    expect(line).not.toContain(kept)
  refusals.tell()
  expect(lines.length).toBe(1)
})
