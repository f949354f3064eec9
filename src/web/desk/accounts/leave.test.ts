/** Leaving quickly: the session ends and a blank page stands there, whatever page it was and however old. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, ask, type Desk, deskOf } from '../../../../test/desk.ts'
import { emptyWorld, signedInAs } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'

let world: Context
let web: Desk
beforeAll(async () => {
  world = await emptyWorld()
  web = deskOf(world)
})
afterAll(() => world?.store.destroy())

describe('leaving quickly', () => {
  it('ends the session and shows a blank page of our own, even from a page whose token has grown old', async () => {
    const aigerim = await signedInAs(world)
    const page = await (await ask(web, '/kk/desk/records', aigerim)).text()
    expect(page).toContain('action="/desk/leave"')
    expect(page).toContain('/assets/leave.js')
    const headers = { Cookie: aigerim.cookie }
    const foreign = await web.request(`${AT}/desk/leave`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { ...headers, Origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
    expect((await ask(web, '/en/desk/records', aigerim)).status).toBe(200)
    const left = await web.request(`${AT}/desk/leave`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers: { ...headers, Origin: AT },
    })
    expect([left.status, left.headers.get('Location')]).toEqual([303, '/blank'])
    expect((await ask(web, '/en/desk/records', aigerim)).status).toBe(303)
    const blank = await ask(web, '/blank', aigerim)
    expect(await blank.text()).not.toMatch(/aigaq|desk|href|src=/i)
    expect(blank.headers.get('Cache-Control')).toBe('no-store')
  })
})
