/** What a monitor says of a passage besides its values: no incident, two incidents, one with the next, and each taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emptyWorld } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { aReport, type Report, recordsMade } from './report.fixture.ts'

let world: Context
let on: Report
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world?.store.destroy())
beforeEach(async () => {
  on = await aReport(world)
})

describe('what else can be said of a passage', () => {
  it('rejects it with a reason, and takes that back', async () => {
    expect((await on.say('0', { verdict: 'rejected', why: ' ', seen: '0' })).status).toBe(422)
    expect(
      (await on.say('0', { verdict: 'rejected', why: 'a weather report', seen: '0' })).headers.get(
        'Location',
      ),
    ).toBe(`${on.home}/1?done=0`)
    const text = await on.page(`${on.home}/0`)
    expect(text).toContain('a weather report')
    expect(text).not.toContain('id="review"')
    const seen =
      /name="verdict" value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await on.say('0', { verdict: 'undone', seen })).status).toBe(303)
    expect(await on.page(`${on.home}/0`)).toContain('id="review"')
    const rows = await world.house
      .selectFrom('decisions')
      .select('verdict')
      .where('record_kind', '=', 'draft')
      .orderBy('event', 'desc')
      .limit(2)
      .execute()
    expect(rows.map((one) => one.verdict)).toEqual(['undone', 'rejected'])
  })

  it('splits it where a sentence begins, so that each half becomes a record of its own words', async () => {
    const begins = /<option value="(\d+)">On 11 May/.exec(await on.page(`${on.home}/1`))?.[1] ?? ''
    expect((await on.say('1', { verdict: 'split', begins, seen: '0' })).headers.get('Location')).toBe(
      `${on.home}/1a?done=1`,
    )
    const [a, b] = [await on.page(`${on.home}/1a`), await on.page(`${on.home}/1b`)]
    expect([a.includes('value="Oral"'), a.includes('value="Astana" aria')]).toEqual([true, false])
    expect([b.includes('value="Oral" aria'), b.includes('value="Astana"')]).toEqual([false, true])
    const told = await on.page(`${on.home}/1a?done=1`)
    expect(told).toContain('Passage #1 is done.')
    expect(told).not.toMatch(/href="[^"]*\/1"/)
    expect((await on.save('1b')).status).toBe(303)
    expect((await on.say('1', { verdict: 'undone', seen: '0' })).status).toBe(409)
    expect((await on.get(`${on.home}/1`)).status).toBe(404)
  })

  it('makes it one with the next, and two again', async () => {
    expect((await on.say('1', { verdict: 'merged', with: '2', seen: '0' })).headers.get('Location')).toBe(
      `${on.home}/1m?done=1`,
    )
    expect(await on.page(`${on.home}/1m`)).toContain('five people')
    const seen =
      /1\/said"><input[^>]*><input[^>]*value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(
        await on.page(`${on.home}/1m`),
      )?.[1] ?? ''
    expect((await on.say('1', { verdict: 'undone', seen })).status).toBe(303)
    expect((await on.get(`${on.home}/2`)).status).toBe(200)
  })

  it('takes back a record that it made: withdrawn with a reason, and the passage open again', async () => {
    await on.save('0')
    const id =
      (await readReview({ ...world, actor: on.lena.visitor.actor }, on.document)).passages[0]?.said
        ?.incident ?? ''
    const text = await on.page(`${on.home}/0`)
    const seen =
      /name="verdict" value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(text)?.[1] ?? ''
    expect((await on.say('0', { verdict: 'undone', why: '', seen })).status).toBe(422)
    expect((await on.say('0', { verdict: 'undone', why: 'the wrong year', seen })).status).toBe(303)
    const row = (await recordsMade(world)).find((one) => one.id === id)
    expect(row?.state).toBe('withdrawn')
    expect(await on.page(`${on.home}/0`)).toContain('name="record" value=""')
  })
})
