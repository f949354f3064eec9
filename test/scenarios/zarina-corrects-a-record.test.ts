/** Zarina publishes corrections: readers see that and why, and what was before only where she says so; what is gone leaves no line. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PublicIncident } from '../../src/core/public-record.ts'
import type { Context } from '../../src/usecases/context.ts'
import { crawl } from '../crawl.ts'
import { aDecision, aMove, decideAll, emptyWorld, importText, recordAll, siteOf } from '../world.ts'

const TEXT = `On 7 May 2024 police in Almaty detained two activists near the Old Square.

On 9 May 2024 a court in Almaty fined one of them 132,550 tenge.

On 11 May 2024 police in Shu detained a painter.`
const [TOLD, SILENT, OFF] = ['kz-2024-05-09-a', 'kz-2024-05-07-a', 'kz-2024-05-11-a'] as const
const first = {
  [SILENT]: aDecision({ from: 'On 7 May', to: 'Old Square.', places: ['Almaty'] }),
  [TOLD]: aDecision({
    ...{ id: TOLD, date: '2024-05-09', from: 'On 9 May', to: 'tenge.', acts: ['fine'], places: ['Almaty'] },
    penalties: [{ type: 'fine', amount: 13255, currency: 'KZT' }],
    people: [{ name: 'Asan Usenov', role: 'activist', harmed: true }],
  }),
  [OFF]: aDecision({ id: OFF, date: '2024-05-11', from: 'On 11 May', to: 'painter.', places: ['Shu'] }),
}

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, Object.values(first))
})
afterAll(() => world.store.destroy())

const json = async (path: string) => (await siteOf(world).request(`/en/${path}`)).json()
const page = async (path: string) => (await siteOf(world).request(`/en/${path}`)).text()

/** Decided anew and brought back to the page by two people. */
async function correct(id: string, more: object, move: object): Promise<void> {
  const decided = { ...first[id as keyof typeof first], ...more, at: '2026-11-14T09:00:00Z' }
  await recordAll(world, [
    decided,
    aMove('verify', [id]),
    aMove('clear', [id]),
    aMove('correct', [id], { why: 'one digit was lost', ...move }),
  ])
}
const correctionsOf = async (id: string): Promise<PublicIncident['corrections']> =>
  (await json(`i/${id}.json`)).incident.corrections

it('lists a record by the day on which readers first saw it, and only since the day asked for', async () => {
  const { records } = await json('kz/new.json')
  expect(records.map((one: { id: string }) => one.id)).toEqual([SILENT, TOLD, OFF])
  expect(records[0]).toMatchObject({ published: '2026-11-10', corrected: null })
  expect((await json('kz/new.json?since=2026-11-11')).records).toEqual([])
  expect(await page('kz/new?since=2026-11-11')).toContain('since 11 November 2026')
  expect(await page('kz/new?since=<i>x')).not.toContain('<i>x')
})

it('tells the values as they were where whoever publishes the correction says so', async () => {
  const more = { penalties: [{ type: 'fine', amount: 132550, currency: 'KZT' }], people: [] }
  await correct(TOLD, more, { tellsOld: true })
  const [correction] = await correctionsOf(TOLD)
  expect(correction).toMatchObject({ why: 'one digit was lost' })
  const amounts = (when: 'before' | 'after') =>
    correction?.changes?.map((one) => [
      one.part,
      one[when].map(({ value }) => (value as { amount: number }).amount),
    ])
  expect(amounts('before')).toEqual([['penalties', [13255]]])
  expect(amounts('after')).toEqual([['penalties', [132550]]])
  const log = await page('kz/corrections')
  expect(log).toMatch(/<del>[^<]*13,255/)
  expect(log).toMatch(/<ins>[^<]*132,550/)
  const listed = (await json('kz/new.json')).records.find((one: { id: string }) => one.id === TOLD)
  expect(listed).toMatchObject({ published: '2026-11-10', corrected: '2026-11-10' })
})

it('never tells who stood in the record before', async () => {
  // Examples of rules tell invented names.
  const answers = (await crawl(siteOf(world), [])).filter((one) => !/\/(rules?|method)\b/.test(one.url))
  const all = answers.map((one) => one.text).join('\n')
  expect(all).not.toMatch(/Usenov|Усенов|Үсенов/)
})

it('tells the day and the reason alone where nobody said more', async () => {
  await correct(SILENT, { places: [] }, {})
  expect(await correctionsOf(SILENT)).toEqual([{ at: expect.any(String), why: 'one digit was lost' }])
  expect((await page('kz/corrections')).match(/<del>/g)).toHaveLength(1)
})

it('tells what was before under the rules of today: a part that is held back now is held back then', async () => {
  const tiers = [{ field: 'penalty', value: 'team', why: 'as the test says' }]
  await recordAll(world, [{ ...first[TOLD], tiers, at: '2026-11-15T09:00:00Z' }])
  expect((await correctionsOf(TOLD))[0]?.changes).toBeUndefined()
  expect(await page('kz/corrections')).not.toContain('13,255')
})

it('refuses to show what was before of anything but a correction', async () => {
  const move = aMove('withdraw', [OFF], { why: 'the family is threatened', tellsOld: true })
  await expect(recordAll(world, [move])).rejects.toMatchObject({ code: 'input.value' })
})

it('leaves no line of a record that is taken off, and brings nothing back from before that', async () => {
  await recordAll(world, [aMove('withdraw', [OFF], { why: 'the family is threatened' })])
  for (const path of [
    'kz/new',
    'kz/new.json',
    'kz/corrections',
    'kz/corrections.json',
    'kz',
    'index.json',
    '',
  ])
    expect(await page(path), path).not.toMatch(/05-11|Shu/)
  await recordAll(world, [aMove('reopen', [OFF], { why: 'they are safe' })])
  await correct(OFF, { places: [] }, { tellsOld: true })
  expect((await correctionsOf(OFF))[0]?.changes).toBeUndefined()
  expect(await page('kz/corrections')).not.toContain('Shu')
})
