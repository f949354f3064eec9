/** Somebody who is in no report yet is recorded, and told from a namesake. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byHand, type Hand } from '../hand/hand.fixture.ts'

let on: Hand
beforeAll(async () => {
  on = await byHand()
})
afterAll(() => on?.world.store.destroy())

describe('somebody who is in no report yet', () => {
  const names = {
    en: 'Asan Usenov',
    ru: 'Асан Усенов',
    kk: 'Асан Үсенов',
    variants: 'A. Usenov\nUsenov Asan',
    pseudonym: 'көрші',
  }

  it('is recorded with names in three scripts under an id that tells none of them, and never shown by that', async () => {
    expect((await on.post('people', Object.entries({ ru: 'Асан Усенов' }))).status).toBe(422)
    const done = await on.post('people', Object.entries(names))
    expect(done.status).toBe(303)
    const to = done.headers.get('Location') ?? ''
    expect(to).toMatch(/people\/p-[a-z0-9]{12}$/)
    const text = await on.page(to.replace('/kk/desk/', ''))
    for (const one of ['Асан Үсенов', 'A. Usenov', 'Usenov Asan']) expect(text).toContain(one)
    const person = to.split('/').at(-1)
    expect(
      await on.world.house
        .selectFrom('bases')
        .selectAll()
        .where('person', '=', person ?? '')
        .execute(),
    ).toEqual([])
  })

  it('is told from a namesake by whoever records them, not by the program', async () => {
    const before = (await on.world.house.selectFrom('persons').selectAll().execute()).length
    const asked = await on.post('people', Object.entries({ ...names, variants: '' }))
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('аттас басқа адам')
    expect((await on.post('people', Object.entries({ ...names, another: 'yes' }))).status).toBe(303)
    expect(await on.world.house.selectFrom('persons').selectAll().execute()).toHaveLength(before + 1)
  })
})
