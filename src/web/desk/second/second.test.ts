/** A second reading: asked for by a rule, blind, set beside the first, and settled by one of the two. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankRowOf, change, type Field, formIn, rowOf } from '../../../../test/desk.ts'
import { type Colleagues, colleagues, of, PRISON, SEALED } from '../colleagues.fixture.ts'

let on: Colleagues
beforeAll(async () => {
  on = await colleagues()
})
afterAll(() => on?.world.store.destroy())

describe('a second reading', () => {
  it('is asked for by a penalty of prison, and holds the verification up for everybody', async () => {
    expect(await on.json('marat', 'second.json')).toMatchObject({
      waiting: [PRISON],
      differing: [],
      agreement: null,
    })
    expect(await on.json('lena', 'second.json')).toMatchObject({ waiting: [] })
    expect(JSON.stringify(await on.json('oskar', 'second.json'))).not.toContain('kz-')
    const answer = await on.post(
      'marat',
      'moves',
      of({ ids: PRISON, move: 'verify', why: '' }),
      'application/json',
    )
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([409, 'move.second'])
    expect((await on.get('marat', `records/${PRISON}`)).text).toContain('without seeing the first coding')
  })

  it('shows the words and what rules propose, and nothing of the first decision', async () => {
    const { text } = await on.get('marat', `second/${PRISON}`)
    expect(text).toContain('three years in prison')
    expect(text).toContain('<form id="review"')
    expect(text).not.toMatch(/appealed|lena/)
    expect((await on.get('lena', `second/${PRISON}`)).status).toBe(403)
    expect((await on.get('marat', `second/${SEALED}`)).status).toBe(404)
    expect((await on.get('oskar', `second/${PRISON}`)).status).toBe(404)
  })

  it('that cannot be taken is told with everything typed, and asks nothing that it does not keep', async () => {
    const fields = formIn((await on.get('marat', `second/${PRISON}`)).text)
    const wrong = {
      [`${rowOf(fields, 'date')}.value`]: '2031-01-01',
      [`${rowOf(fields, 'penalty')}.number`]: '4',
    }
    const extra = {
      [`${blankRowOf(fields)}.field`]: 'penalty',
      [`${blankRowOf(fields)}.value`]: 'no such thing',
    }
    const answer = await on.post('marat', `second/${PRISON}`, change(fields, { ...wrong, ...extra }))
    expect(answer.status).toBe(422)
    for (const said of [
      '2031-01-01 lies in the future',
      'value="2031-01-01"',
      'value="4"',
      'value="no such thing"',
    ])
      expect(answer.text).toContain(said)
    expect(answer.text).not.toContain('name="disputed"')
  })

  it('stands beside the first with the agreement of each field, and the record stays as it was', async () => {
    const before = await on.json('marat', `records/${PRISON}.json`)
    const fields = formIn((await on.get('marat', `second/${PRISON}`)).text)
    const penalty = fields
      .find(([name, value]) => name.endsWith('.field') && value === 'penalty')?.[0]
      .split('.')[0]
    const read = fields.map(
      ([name, value]): Field => (name === `${penalty}.number` ? [name, '4'] : [name, value]),
    )
    expect((await on.post('marat', `second/${PRISON}`, read)).status).toBe(303)
    const both = await on.json('marat', `second/${PRISON}.json`)
    expect(both.state).toBe('differs')
    const differing = both.compared
      .filter((one: { isSame: boolean }) => !one.isSame)
      .map((one: { field: string }) => one.field)
    expect(differing).toContain('penalty')
    expect(both.agreed).toBe(both.compared.length - differing.length)
    const after = await on.json('marat', `records/${PRISON}.json`)
    expect(after.record.body).toEqual(before.record.body)
    expect(after.record).toMatchObject({ second: 'differs', state: 'coded', coders: ['lena'] })
    const page = (await on.get('lena', `second/${PRISON}`)).text
    expect(page).toContain(`marat and the first reader agreed in ${both.agreed} of ${both.of} fields`)
    expect((await on.json('lena', 'second.json')).agreement).toEqual({
      records: 1,
      compared: both.of,
      agreed: both.agreed,
    })
    expect((await on.json('lena', `documents/${on.document}.json`)).agreement).toMatchObject({ records: 1 })
    // A second one would be no second reader any more.
    expect((await on.post('aigerim', `second/${PRISON}`, read)).status).toBe(409)
  })

  it('is settled with a reason by one of the two, and then the other verifies', async () => {
    const answer = await on.post(
      'marat',
      'moves',
      of({ ids: PRISON, move: 'verify', why: '' }),
      'application/json',
    )
    expect(JSON.parse(answer.text).code).toBe('move.second')
    const all = (await on.json('lena', `second/${PRISON}.json`)).compared
      .filter((one: { isSame: boolean; field: string }) => !one.isSame && one.field !== 'penalty')
      .map((one: { field: string }): Field => ['second', one.field])
    expect((await on.post('aigerim', `second/${PRISON}/settle`, [['why', 'x']])).status).toBe(403)
    expect((await on.post('lena', `second/${PRISON}/settle`, [['why', ' ']])).status).toBe(422)
    on.later(5)
    expect(
      (await on.post('lena', `second/${PRISON}/settle`, [...all, ['why', 'the text says three']])).status,
    ).toBe(303)
    const record = await on.json('marat', `records/${PRISON}.json`)
    expect(record.record).toMatchObject({ second: 'settled', state: 'coded', coders: ['lena'] })
    const rulings = record.record.body.rulings as {
      field: string
      why: string
      values: { value: { years: number } }[]
    }[]
    const penalty = rulings.find((one) => one.field === 'penalty')
    expect([penalty?.why, penalty?.values[0]?.value.years]).toEqual(['the text says three', 3])
    // What was agreed before it was settled is what counts.
    expect((await on.json('marat', 'second.json')).agreement.agreed).toBeLessThan(
      (await on.json('marat', 'second.json')).agreement.compared,
    )
    expect((await on.post('marat', 'moves', of({ ids: PRISON, move: 'verify', why: '' }))).status).toBe(303)
    expect((await on.json('marat', `records/${PRISON}.json`)).record.state).toBe('verified')
  })
})
