/** Words of a report that no rule proposed become a passage, are decided once, and survive a new reading. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../../../../test/desk.ts'
import { importText, NOW } from '../../../../test/world.ts'
import { record } from '../../../store/append.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { byHand, type Hand } from './hand.fixture.ts'

let on: Hand
beforeAll(async () => {
  on = await byHand()
})
afterAll(() => on?.world.store.destroy())

describe('words that the rules missed', () => {
  it('become a passage, stand in the list as decided, and survive a new reading', async () => {
    const text =
      'On 7 May 2024 police in Almaty detained two activists.\n\nThe list of the clerk says nothing more here. A stall was shut for a day.'
    const { document } = await importText(on.world, text, 'clerk.txt')
    const pick = (from: string, to: string) =>
      on.post(`documents/${document}/new`, Object.entries({ at: '0', from, to }))
    const way = await pick('A stall', 'for a day.')
    const key = /\/(\d+-\d+)$/.exec(way.headers.get('Location') ?? '')?.[1] ?? ''
    expect(key).toBe(`${text.indexOf('A stall')}-${text.length}`)
    const form = await on.page(`documents/${document}/${key}`)
    expect(form).toMatch(/name="r\d+\.field" value="act"/)
    const sent = [
      ...rows(['kind', { value: 'event' }], ['place', { value: 'Алматы' }]),
      ['seen', '0'],
      ['record', ''],
    ] as const
    const saved = await on.post(`documents/${document}/${key}`, sent)
    expect(saved.status, await saved.clone().text()).toBe(303)
    // A second who marks the same words learns of the first.
    expect((await on.post(`documents/${document}/${key}`, sent, on.marat)).status).toBe(409)
    const list = async () =>
      (await readReview(on.world, document)).passages.map((one) => [one.key, one.state, one.records.length])
    expect(await list()).toEqual([
      ['0', 'open', 0],
      [key, 'decided', 1],
    ])
    const newer = { document, rules_version: 'en@999', drafts: [], mentions: [] }
    const entry = { actor: 'test', at: NOW, useCase: 'note', object: document, input: {} }
    await record(on.world.house, entry, (writer) =>
      writer.append('readings', [{ id: 'r-00000000000000ff', ...newer }]),
    )
    expect(await list()).toEqual([[key, 'decided', 1]])
    const missing = await pick('No such', 'words')
    expect(missing.status).toBe(422)
    expect(await missing.text()).toContain('value="No such"')
  })
})
