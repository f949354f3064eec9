/** A passage that somebody decides: the id its record gets, and the same made again from the log. */
import { describe, expect, it } from 'vitest'
import { aDecision, emptyWorld, importText, knowledge, recordAll } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import { parseDecided } from '../decided-schema.ts'
import { forgetRecord } from '../forget-record.ts'
import { contentOf, replay } from '../replay.ts'
import { verify } from '../verify.ts'
import { NO_ANSWERS } from './answers.ts'
import { readPassage } from './read-passage.ts'
import { readReview } from './read-review.ts'
import { newIncidentId, savePassage } from './save-passage.ts'
import { sayOfPassage } from './say-of-passage.ts'

const TEXT = `Reports of May follow here.

On 7 May 2024 police in Almaty detained two activists near the Old Square. They were fined 132,550 tenge each.

On 9 May 2024 a court in Uralsk jailed a blogger for 15 days.`

it('gives an id that spells nothing and counts nothing', async () => {
  const ids = new Set(Array.from({ length: 50 }, () => newIncidentId('kz', '2024-05-07')))
  expect(ids.size).toBe(50)
  for (const id of ids) {
    expect(id).toMatch(/^kz-2024-05-07-([b-df-hj-km-np-tv-z]\d){3}$/)
    parseDecided(aDecision({ id, from: 'a', to: 'b' }), knowledge.codebook, '2026-11-23', 'test')
  }
  expect(newIncidentId('kz', '')).toMatch(/^kz-[a-z]\d/)
})

describe('an earlier case told inside a passage', () => {
  const NESTED = `On 9 May 2024 a court in Uralsk fined the activist Asan Usenov 132,550 tenge. Usenov had posted on Facebook about how he was illegally detained and beaten by police officers.`

  it.each([
    ['0', '1'],
    ['1', '0'],
  ])('waits for its own decision when passage %s around it or in it was decided', async (first, second) => {
    const world = await emptyWorld()
    const actor: Actor = { account: 'lena', handle: 'lena', organisation: 'home', role: 'monitor' }
    const own = { ...world, actor }
    const id = (await importText(world, NESTED)).document
    const states = async () =>
      Object.fromEntries((await readReview(own, id)).passages.map((one) => [one.key, one.state]))
    const save = async (key: string) => {
      const view = await readPassage(own, id, key, 'en')
      expect(view.record).toBeNull()
      return savePassage(own, view, {
        ...{ ...NO_ANSWERS, rows: view.rows, disputed: [], seen: view.seen, record: view.record ?? '' },
      })
    }
    expect(await states()).toEqual({ 0: 'open', 1: 'open' })
    await save(first)
    expect(await states()).toEqual({ [first]: 'decided', [second]: 'open' })
    await save(second)
    expect(await states()).toEqual({ 0: 'decided', 1: 'decided' })
    expect(await world.house.selectFrom('incidents').select('id').execute()).toHaveLength(2)
    await world.store.destroy()
  })

  it('is not taken for decided by a file that tells the passage around it alone', async () => {
    const world = await emptyWorld()
    const { document } = await importText(world, NESTED)
    const [from, to] = ['On 9 May 2024', 'by police officers.']
    await recordAll(world, [aDecision({ id: 'kz-2024-05-09-a', document, date: '2024-05-09', from, to })])
    const actor: Actor = { account: 'lena', handle: 'lena', organisation: 'home', role: 'monitor' }
    const { passages } = await readReview({ ...world, actor }, document)
    expect(passages.map((one) => [one.span.end - one.span.start > 100, one.state])).toEqual([
      [true, 'decided'],
      [false, 'open'],
    ])
    await world.store.destroy()
  })
})

describe('forgetting and replaying', () => {
  it('plays a review again from its inputs and gets the same', async () => {
    const fresh = await emptyWorld()
    const again = { ...(await emptyWorld()), files: fresh.files }
    const actor: Actor = { account: 'lena', handle: 'lena', organisation: 'home', role: 'monitor' }
    const own = { ...fresh, actor }
    const id = (await importText(fresh, TEXT)).document
    const view = await readPassage(own, id, '0', 'en')
    const form = { ...NO_ANSWERS, rows: view.rows, disputed: [], seen: 0, record: '' }
    await savePassage(own, view, form)
    await sayOfPassage(own, await readReview(own, id), '1', { verdict: 'rejected', why: 'weather', seen: 0 })
    await sayOfPassage(own, await readReview(own, id), '1', { verdict: 'undone', why: '' })
    const done = await replay(fresh, again.store)
    expect(done.tables.filter((one) => !one.same)).toEqual([])
    expect(done.tables.find((one) => one.table === 'decisions')?.rows).toBeGreaterThan(10)
    const made = (await fresh.house.selectFrom('incidents').select('id').executeTakeFirstOrThrow()).id
    await forgetRecord(fresh, { record: made, by: 'operator', why: 'asked for' })
    expect(
      JSON.stringify([await contentOf(fresh.house, 'decisions'), await contentOf(fresh.house, 'events')]),
    ).not.toContain(made)
    expect((await readReview(own, id)).passages[0]?.state).toBe('decided')
    expect((await verify(fresh)).breaks).toEqual([])
    for (const one of [fresh, again]) await one.store.destroy()
  })
})
