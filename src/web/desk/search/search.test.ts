/** Words in, what answers to them out: by kind, with the reason, and nothing of what whoever looks may not read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, aMove, importText, recordAll } from '../../../../test/world.ts'
import { type Colleagues, colleagues, type Name, NOTHING, of, PRISON, SEALED } from '../colleagues.fixture.ts'

let on: Colleagues
beforeAll(async () => {
  // Coded before second readings were asked for: it may be verified without one.
  on = await colleagues({ at: '2026-11-01T09:00:00Z', places: ['Oral'] })
  const words = 'Three years, or 36 months?'
  await on.post('lena', 'questions', of({ kind: 'incident', about: PRISON, field: '', to: '', words }))
  const sentence = (n: number): string =>
    `On ${n + 1} June 2024 police in Almaty detained ${n + 2} activists near the station.`
  const numbers = Array.from({ length: 20 }, (_, n) => n)
  const { document } = await importText(on.world, numbers.map(sentence).join('\n\n'), 'june.txt')
  await recordAll(on.as('lena'), [
    ...numbers.map((n) =>
      aDecision({
        ...{
          id: `kz-2024-06-${n}`,
          document,
          by: 'lena',
          from: `On ${n + 1} June`,
          to: `${n + 2} activists near the station.`,
        },
      }),
    ),
    aMove('verify', [PRISON]),
  ])
})
afterAll(() => on?.world.store.destroy())

describe('search', () => {
  type FoundIn = {
    kind: string
    hits: {
      id: string
      page: string
      why: { by: string; said: string }[]
      words: { text: string; isHit: boolean }[]
    }[]
    isMore: boolean
  }[]
  const look = async (name: Name, fields: Partial<typeof NOTHING>): Promise<FoundIn> =>
    JSON.parse((await on.post(name, 'search', of({ ...NOTHING, ...fields }), 'application/json')).text).found
  const ids = (found: FoundIn, kind: string) =>
    found.find((one) => one.kind === kind)?.hits.map((one) => one.id) ?? []

  it.each([
    ['Akhmetov', 'record', PRISON],
    ['Ахметов', 'record', PRISON],
    ['ахметова', 'record', PRISON],
    ['sentence', 'record', PRISON],
    ['лишение', 'record', PRISON],
    ['Орал', 'record', PRISON],
    [PRISON, 'record', PRISON],
    ['Усенов', 'person', 'usenov'],
    ['usenov', 'person', 'usenov'],
    ['Усенова', 'passage', '#0'],
    ['notebook', 'report', ''],
    ['months', 'question', ''],
  ])('finds %s among what is a %s', async (words, kind, id) => {
    const found = ids(await look('marat', { words }), kind)
    expect(found.length).toBeGreaterThan(0)
    if (id !== '') expect(found).toContain(id)
  })

  it('says why it answers, and marks the words', async () => {
    const [record] =
      (await look('marat', { words: 'ахметов' })).find((one) => one.kind === 'record')?.hits ?? []
    expect(record?.why).toEqual([{ by: 'sound', said: 'Bolat Akhmetov' }])
    expect(record?.words.filter((one) => one.isHit).map((one) => one.text)).toEqual(['Akhmetov'])
    const page = (await on.post('marat', 'search', of({ ...NOTHING, words: 'ахметов' }))).text
    expect(page).toContain('sounds like the name Bolat Akhmetov')
    expect(page).toContain('<mark>Akhmetov</mark>')
    // What somebody looked for stands in no title and in no address.
    expect(page).toContain('<title>Search · Aigaq</title>')
    expect(page).not.toMatch(/href="[^"]*(?:khmetov|хметов)/)
  })

  it('narrows records by state, day, place and circle, and turns pages without a number of all', async () => {
    expect(ids(await look('marat', { state: 'verified' }), 'record')).toEqual([PRISON])
    expect(
      ids(await look('marat', { place: 'Орал', from: '2024-05-01', to: '2024-05-31' }), 'record'),
    ).toEqual([PRISON])
    expect(await look('marat', { place: 'Орал', from: '2024-05-10' })).toEqual([])
    expect(await look('marat', { place: 'Nowhere' })).toEqual([])
    const all = await look('marat', { kind: 'record', words: 'station' })
    expect([all[0]?.hits.length, all[0]?.isMore]).toEqual([20, false])
    expect((await look('marat', { words: 'station' }))[0]).toMatchObject({ isMore: true })
    expect(await look('marat', { kind: 'record', words: 'station', page: '1' })).toEqual([])
    expect(
      (await on.post('marat', 'search', of({ ...NOTHING, from: '2024-13-99' }), 'application/json')).status,
    ).toBe(422)
  })

  it('tells all that it cannot look for at once, and keeps what was typed', async () => {
    const typed = { words: 'ахметов', from: '2024-13-99', to: 'May', place: 'Oral' }
    const answer = await on.post('marat', 'search', of({ ...NOTHING, ...typed }))
    expect(answer.status).toBe(422)
    for (const said of ['2024-13-99 is not a date', 'May is not a date']) expect(answer.text).toContain(said)
    for (const one of Object.values(typed)) expect(answer.text).toContain(`value="${one}"`)
  })

  it.each(['picket', 'Astana', SEALED, 'promise'])(
    'tells nobody of a sealed record by the word %s',
    async (words) => {
      for (const name of ['marat', 'oskar', 'daniyar'] as const)
        expect([name, ids(await look(name, { words }), 'record')]).toEqual([name, []])
      expect(JSON.stringify(await look('oskar', { words }))).toBe('[]')
    },
  )
})
