/** T10 (Bayanat 021, 022): who works here is in no answer to a reader or a partner, and nobody passes their own record. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { type Answer, crawl } from '../crawl.ts'
import { aDecision, aMove, decideAll, emptyWorld, importText, recordAll, siteOf } from '../world.ts'

const STAFF = /kodirovshchik|proveryayushchaya|redaktorsha/
const CODED = { by: 'kodirovshchik', from: 'On 7 May 2024', to: 'for ten days.' }

let world: Context
let answers: readonly Answer[]
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained an activist for ten days.')
  const moves = (['verify', 'clear', 'publish'] as const).map((move) =>
    aMove(move, ['kz-2024-05-07-a'], { by: 'proveryayushchaya' }),
  )
  await recordAll(world, [
    aDecision({
      ...CODED,
      groups: [{ what: 'activist', min: 1, max: 1, qualifier: 'exact' }],
      outcome: 'let go',
    }),
    ...moves,
    {
      record: 'share',
      ids: ['kz-2024-05-07-a'],
      with: { organisation: 'abroad' },
      by: 'redaktorsha',
      at: '2026-11-20T09:00:00Z',
    },
  ])
  answers = await crawl(siteOf(world, 'https://example.org'), [])
})
afterAll(() => world?.store.destroy())

describe('T10', () => {
  it('names no member of staff to any reader', () => {
    expect(answers.some((one) => one.url === '/en/i/kz-2024-05-07-a')).toBe(true)
    expect(answers.filter((one) => STAFF.test(one.text)).map((one) => one.url)).toEqual([])
  })

  it('names none to partners', async () => {
    const rows = await world.house.selectFrom('partner_incidents').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toMatch(STAFF)
  })

  it('tells no hour at which somebody works', async () => {
    const page = answers.find((one) => one.url === '/en/i/kz-2024-05-07-a.json')
    expect(page?.text.match(/T\d\d:\d\d/g)?.filter((one) => one !== 'T00:00')).toEqual([])
  })

  it.each(['verify', 'clear'] as const)('lets nobody %s what they coded', async (move) => {
    const own = await emptyWorld()
    await importText(own, 'On 7 May 2024 police in Almaty detained an activist for ten days.')
    await recordAll(own, [aDecision(CODED)])
    if (move === 'clear') await recordAll(own, [aMove('verify', ['kz-2024-05-07-a'])])
    await expect(
      recordAll(own, [aMove(move, ['kz-2024-05-07-a'], { by: 'kodirovshchik' })]),
    ).rejects.toMatchObject({ code: 'move.coder' })
    await own.store.destroy()
  })

  it('takes what somebody added later for their own as well', async () => {
    const own = await emptyWorld()
    await decideAll(own, [])
    await importText(own, 'On 7 May 2024 police in Almaty detained an activist for ten days.')
    await recordAll(own, [
      aDecision(CODED),
      aDecision({ ...CODED, by: 'redaktorsha', at: '2026-11-02T09:00:00Z', outcome: 'let go' }),
    ])
    for (const by of ['kodirovshchik', 'redaktorsha'])
      await expect(recordAll(own, [aMove('verify', ['kz-2024-05-07-a'], { by })])).rejects.toMatchObject({
        code: 'move.coder',
      })
    await own.store.destroy()
  })
})
