/** The first page: what is late, what waits and for whom, and what others did since the last visit. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAll } from '../../../../test/world.ts'
import { type Colleagues, colleagues, type Name, PRISON, SEALED } from '../colleagues.fixture.ts'

let on: Colleagues
beforeAll(async () => {
  on = await colleagues()
})
afterAll(() => on?.world.store.destroy())

describe('the first page', () => {
  it('leads who reads no records to their own work', async () => {
    for (const [name, page] of [['root', 'accounts']] as const) {
      const answer = await on.get(name, '')
      expect([answer.status, answer.to]).toEqual([303, `/en/desk/${page}`])
    }
    expect((await on.get('root', 'today.json')).status).toBe(403)
  })

  it('tells a monitor what is late first, then what waits, with the doubts in words', async () => {
    const { text } = await on.get('marat', '')
    expect(text).toContain('<h1>1 thing is overdue</h1>')
    expect(text).toMatch(/Ground for showing a person, to be reviewed: <a href="\/en\/desk\/people\/usenov">/)
    expect(text).toContain('overdue since')
    expect(text).toContain('2 people of the same surname · 1 fine that is no whole number of units · 2 names')
    expect(text).toContain('This is your first visit')
    // Of the sealed record no trace, not even as a number that waits.
    expect(text).not.toContain(SEALED)
  })

  it('puts the passage that needs a person most first, and the sure ones last', async () => {
    const { passages } = await on.json('marat', 'today.json')
    const doubts = passages.first.map((one: { doubts: { doubt: string }[] }) => one.doubts[0]?.doubt ?? null)
    expect(doubts[0]).toBe('shared-name')
    const review = await on.json('marat', `documents/${on.document}.json`)
    expect(passages.first.map((one: { key: string }) => one.key)).toEqual(review.queue)
    expect(passages.reports).toHaveLength(1)
    expect(passages.reports[0].open).toBe(review.queue.length)
  })

  it('says since the last visit what others did, and not what the reader did', async () => {
    await on.enter('marat', 'monitor')
    expect((await on.json('marat', 'today.json')).changes.seen).toEqual([])
    on.later(5)
    await recordAll(on.as('lena'), [on.prison({ at: on.now(), outcome: 'appealed' })])
    await recordAll(on.as('aigerim'), [on.sealed({ outcome: 'let go' })])
    // The same visit: what happened meanwhile is told, and stays told when the page is opened again.
    const seen = async (name: Name) =>
      (await on.json(name, 'today.json')).changes.seen.map(
        (one: { kind: string; id: string; by: string }) => [one.kind, one.id, one.by],
      )
    expect(await seen('marat')).toEqual([['decided', PRISON, 'lena']])
    expect(await seen('marat')).toEqual([['decided', PRISON, 'lena']])
    await on.enter('marat', 'monitor')
    expect(await seen('marat')).toEqual([])
    expect(JSON.stringify(await on.json('oskar', 'today.json'))).not.toMatch(/kz-2024|Usenov|usenov|picket/)
  })
})
