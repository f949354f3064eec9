/** Who finds the passages of a report and their forms, and what a colleague is told of a record that is sealed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyWorld, signedInAs } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'
import { contentOf } from '../../../usecases/replay.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { aReport, type Report } from './report.fixture.ts'

let world: Context
let on: Report
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world?.store.destroy())
beforeEach(async () => {
  on = await aReport(world)
})

describe('who may review', () => {
  it.each([
    ['somebody of another organisation', { handle: 'zarina', role: 'editor', organisation: 'abroad' }],
    ['a lawyer', { handle: 'bota', role: 'lawyer' }],
    ['an administrator', { handle: 'marat', role: 'administrator' }],
    ['a campaigner', { handle: 'arman', role: 'campaigner' }],
  ] as const)('not %s: there is no such page for them, and no form', async (_who, who) => {
    if ('organisation' in who)
      await world.store
        .insertInto('organisations')
        .values({ id: 'abroad', name: 'abroad', since: '2026-11-01' })
        .onConflict((one) => one.doNothing())
        .execute()
    const fields = await on.fieldsOf('0')
    const stranger = await signedInAs(world, who)
    const before = (await contentOf(world.house, 'decisions')).length
    for (const path of [on.home, `${on.home}/0`, `${on.home}/0.json`]) {
      const response = await on.get(path, stranger)
      expect([path, response.status, (await response.text()).includes('Almaty')]).toEqual([path, 404, false])
    }
    expect((await on.post(`${on.home}/0`, fields, stranger)).status).toBe(404)
    expect((await on.say('0', { verdict: 'rejected', why: 'x', seen: '0' }, stranger)).status).toBe(404)
    expect((await contentOf(world.house, 'decisions')).length).toBe(before)
  })

  it('tells a colleague that a passage was decided, and not what a sealed record of it is called', async () => {
    await on.save('0', { tier: 'sealed', 'tier-why': 'told under a promise', why: 'heard in a kitchen' })
    const id =
      (await readReview({ ...world, actor: on.lena.visitor.actor }, on.document)).passages[0]?.said
        ?.incident ?? ''
    const daniyar = await signedInAs(world, { handle: 'daniyar', role: 'monitor' })
    for (const path of [on.home, `${on.home}/0`, `${on.home}/0.json`]) {
      const text = await on.page(path, daniyar)
      expect([path, /decided/i.test(text), text.includes(id), text.includes('kitchen')]).toEqual([
        path,
        true,
        false,
        false,
      ])
    }
    expect(await on.page(`${on.home}/0`, daniyar)).not.toContain('id="review"')
    expect(await on.page(`${on.home}/0`)).toContain(id)
  })

  it.each(['99', '0c', '0aa', '..', '%00', '0?x', '0.json.json', '__proto__'])(
    'answers %s as a passage that never was',
    async (key) => {
      expect([404, 200]).toContain((await on.get(`${on.home}/${key}`)).status)
      expect((await on.get(`${on.home}/99`)).status).toBe(404)
    },
  )
})
