/** A monitor decides what a report says by plain forms: values kept, corrected and added, with every fault told at its row. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blankRowOf, change, rowOf } from '../../../../test/desk.ts'
import { emptyWorld, recordAll } from '../../../../test/world.ts'
import type { Context } from '../../../usecases/context.ts'
import { aReport, type Report, recordsMade, valuesOf } from './report.fixture.ts'

let world: Context
let on: Report
beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world?.store.destroy())
beforeEach(async () => {
  on = await aReport(world)
})

describe('a report under review', () => {
  it('lists its passages and leads to the first that waits', async () => {
    const text = await on.page(on.home)
    expect(text).toContain('0 of ')
    expect(text).toContain(`href="${on.home}/0"`)
  })

  it('shows a passage with the sentences around it, each value at its words, and escapes what it says', async () => {
    const text = await on.page(`${on.home}/0`)
    expect(text).toMatch(/<mark data-rows=" [\d ]+ ">7 May 2024/)
    expect(text).toContain('<span class="around"> On 9 May 2024 a court in Uralsk')
    expect(text).not.toContain('<b>up</b>')
    expect(text).toContain('&lt;b&gt;up&lt;/b&gt;')
    expect(text).not.toContain('five people')
  })

  it('runs our own script and no other, which may talk to nobody', async () => {
    const policy = (await on.get(`${on.home}/0`)).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/default-src 'none'.*script-src 'self'$/)
    expect(policy).not.toContain('connect-src')
    expect((await on.get(on.home)).headers.get('Content-Security-Policy')).not.toContain('connect-src')
  })
})

describe('saving a passage', () => {
  it('makes a record in the name of whoever saves, of what was kept, and leads to the next that waits', async () => {
    const before = await recordsMade(world)
    const fields = await on.fieldsOf('0')
    const response = await on.save('0', {
      [`${rowOf(fields, 'group')}.keep`]: null,
      why: 'read against the text',
    })
    expect([response.status, response.headers.get('Location')]).toEqual([303, `${on.home}/1?done=0`])
    const [made, ...more] = (await recordsMade(world)).filter(
      (one) => !before.some(({ id }) => id === one.id),
    )
    expect([made?.coders, made?.state, more]).toEqual([['lena'], 'coded', []])
    expect(await valuesOf(world, 'group')).toEqual([])
    const held = await valuesOf(world, 'act')
    expect(held.map((one) => one.value)).toEqual(expect.arrayContaining(['detention', 'fine']))
    const text = await on.page(on.home)
    expect(text).toContain(`href="/en/desk/records/${made?.id}"`)
    expect(text).toContain('read against the text')
    expect(text).toContain('1 of 3')
  })

  it('takes what nobody touched on the claims that the rules read, and a correction as the coder’s own on the same words', async () => {
    const fields = await on.fieldsOf('0')
    const response = await on.save('0', { [`${rowOf(fields, 'place', 'Almaty')}.value`]: 'Атлантида' })
    expect(response.status).toBe(422)
    expect((await on.save('0', { [`${rowOf(fields, 'place', 'Almaty')}.value`]: 'Нур-Султан' })).status).toBe(
      303,
    )
    const places = await valuesOf(world, 'place')
    expect(places.map((one) => (one.value as { canonical: string }).canonical)).toContain('Astana')
    const [claim] = await world.house
      .selectFrom('claims')
      .selectAll()
      .where('coder', '=', 'lena')
      .orderBy('event', 'desc')
      .execute()
    const stored = await world.house
      .selectFrom('documents')
      .select('text')
      .where('id', '=', on.document)
      .executeTakeFirstOrThrow()
    expect(stored.text.slice(claim?.start_at ?? 0, claim?.end_at ?? 0)).toBe('Almaty')
    const acts = await world.house
      .selectFrom('claims')
      .selectAll()
      .where(
        'id',
        'in',
        (await valuesOf(world, 'act')).flatMap((one) => [...one.claims]),
      )
      .execute()
    expect(acts.map((one) => one.coder)).toEqual(acts.map(() => null))
  })

  it('takes a fine in index units as it was read: fifty МРП stay fifty МРП', async () => {
    const russian = '7 мая 2024 года суд в Алматы оштрафовал активиста на 50 МРП по статье 488 КоАП.'
    const fine = await aReport(world, russian)
    const fields = await fine.fieldsOf('0')
    expect(fields).toContainEqual([`${rowOf(fields, 'penalty')}.unit`, 'МРП'])
    expect((await fine.save('0')).status).toBe(303)
    expect((await valuesOf(world, 'penalty')).map((one) => one.value)).toEqual([
      expect.objectContaining({ type: 'fine', amount: 50, currency: 'МРП' }),
    ])
  })

  it('adds a value with the words that say it, found in the text', async () => {
    const fields = await on.fieldsOf('2')
    const blank = blankRowOf(fields)
    const response = await on.save('2', {
      [`${blank}.field`]: 'actor',
      [`${blank}.words`]: 'police in  Shymkent',
    })
    expect(response.status).toBe(303)
    const held = (await valuesOf(world, 'actor')).find((one) => String(one.value).includes('Shymkent'))
    const claim = await world.house
      .selectFrom('claims')
      .selectAll()
      .where('id', '=', held?.claims[0] ?? '')
      .executeTakeFirstOrThrow()
    const stored = await world.house
      .selectFrom('documents')
      .select('text')
      .where('id', '=', on.document)
      .executeTakeFirstOrThrow()
    expect(stored.text.slice(claim.start_at ?? 0, claim.end_at ?? 0)).toBe('police in Shymkent')
  })

  it('asks of which field a value is that was typed beside none, and loses nothing of the form', async () => {
    const before = (await recordsMade(world)).length
    const fields = await on.fieldsOf('0')
    const typed = {
      [`${rowOf(fields, 'date')}.value`]: '2024-05-06',
      [`${blankRowOf(fields)}.value`]: 'a <b>unicorn</b>',
      [`${blankRowOf(fields)}.words`]: 'their words',
    }
    for (const does of ['save', 'check']) {
      const response = await on.save('0', { ...typed, do: does })
      const text = await response.text()
      expect(response.status).toBe(does === 'save' ? 422 : 200)
      expect(text).toContain('Of “a &lt;b&gt;unicorn&lt;/b&gt;” nobody said what it is')
      expect(text).toContain('value="2024-05-06"')
      expect(text).toMatch(/value="a &lt;b&gt;unicorn&lt;\/b&gt;"[\s\S]*?value="their words"/)
    }
    expect((await recordsMade(world)).length).toBe(before)
  })

  it('says on whom a penalty was imposed, and takes out a role, a name or words that were read wrongly', async () => {
    const one = await aReport(
      world,
      'On 9 May 2024 a court in Uralsk fined the activist Asan Usenov 132,550 tenge. About 30 people stood outside.',
    )
    const fields = await one.fieldsOf('0')
    const at = (field: string) => rowOf(fields, field)
    const read = (name: string) => fields.find(([one]) => one === name)?.[1]
    expect([read(`${at('penalty')}.who`), read(`${at('person')}.role`)]).toEqual(['Asan Usenov', 'activist'])
    const save = async (who: string, role: string, what: string) => {
      const answer = await one.save('0', {
        [`${at('penalty')}.who`]: who,
        [`${at('person')}.role`]: role,
        [`${at('group')}.value`]: what,
      })
      expect(answer.status).toBe(303)
      const [penalty, person, group] = await Promise.all(
        (['penalty', 'person', 'group'] as const).map(
          async (field) => (await valuesOf(world, field))[0]?.value,
        ),
      )
      return { penalty, person, group }
    }
    expect(await save('', '', '')).toMatchObject({
      penalty: { amount: 132_550, who: [] },
      person: { name: 'Asan Usenov', role: null },
      group: { min: 30, what: '' },
    })
    const again = await one.fieldsOf('0')
    expect(again).toContainEqual([`${at('penalty')}.who`, ''])
    expect(await save('Asan Usenov; Aida Serikova', 'blogger', 'neighbours')).toMatchObject({
      penalty: { amount: 132_550, who: ['Asan Usenov', 'Aida Serikova'] },
      person: { name: 'Asan Usenov', role: 'blogger' },
      group: { min: 30, what: 'neighbours' },
    })
  })

  it('puts the focus where the one thing stands that does not fit', async () => {
    const fields = await on.fieldsOf('0')
    const row = rowOf(fields, 'penalty')
    const text = await (await on.save('0', { [`${row}.number`]: 'much', [`${row}.unit`]: 'KZT' })).text()
    expect(text.match(/<[^>]*autofocus[^>]*>/g)).toEqual([
      expect.stringMatching(new RegExp(`name="${row}\\.number".*aria-invalid="true"`)),
    ])
  })

  it('tells every fault at its row, all at once, and keeps what was typed', async () => {
    const before = (await recordsMade(world)).length
    const fields = await on.fieldsOf('0')
    const blank = blankRowOf(fields)
    const response = await on.save('0', {
      [`${rowOf(fields, 'place', 'Almaty')}.value`]: '<i>Nowhere</i>',
      [`${rowOf(fields, 'date')}.value`]: 'last week',
      [`${rowOf(fields, 'person')}.person`]: 'somebody',
      [`${blank}.field`]: 'act',
      [`${blank}.words`]: 'words that are not there',
      tier: 'team',
      why: 'kept as typed',
    })
    const text = await response.text()
    expect(response.status).toBe(422)
    for (const words of [
      'Place: nothing fits',
      '“last week” is no date',
      'nobody on record',
      'What was done: nothing fits',
      'do not stand in this text',
      'Give a reason',
    ])
      expect(text).toContain(words)
    expect(text).toContain('value="&lt;i&gt;Nowhere&lt;/i&gt;"')
    expect(text).not.toContain('<i>Nowhere')
    expect(text).toContain('value="kept as typed"')
    expect((await recordsMade(world)).length).toBe(before)
  })

  it('says before saving who would be shown and what the subjects do to the tier', async () => {
    await recordAll(world, [
      {
        record: 'person',
        id: 'asan-usenov',
        names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null },
        basis: { kind: 'already_public', level: 'name', reason: 'a deputy', reviewBy: '2027-10-02' },
        by: 'aigerim',
        at: '2026-10-05T09:00:00Z',
      },
    ])
    const first = await on.page(`${on.home}/0`)
    expect(first).toContain('Nobody on record was chosen: never shown.')
    expect(first).toContain('On record under this name: <a href="/en/desk/people/asan-usenov">')
    const fields = await on.fieldsOf('0')
    const blank = blankRowOf(fields)
    const response = await on.save('0', {
      do: 'check',
      [`${rowOf(fields, 'person')}.person`]: 'Асан Усенов',
      [`${blank}.field`]: 'act',
      [`${blank}.value`]: 'пытки',
    })
    const text = await response.text()
    expect(response.status).toBe(200)
    expect(text).toMatch(/asan-usenov<\/a> · (shown to everybody by|Never shown)/)
    expect(text).toContain('review by 2027-10-02')
  })

  it('shows nobody whose ground has ended, and opens the passage all the same', async () => {
    const ended = { kind: 'already_public', level: 'name', reason: 'a deputy then', reviewBy: '2026-11-01' }
    const names = { en: 'Bolat Usenov', ru: 'Болат Усенов', kk: null }
    const by = { by: 'aigerim', at: '2026-10-05T09:00:00Z' }
    await recordAll(world, [{ record: 'person', id: 'bolat-usenov', names, basis: ended, ...by }])
    const fields = await on.fieldsOf('0')
    const row = { [`${rowOf(fields, 'person')}.person`]: 'bolat-usenov' }
    const response = await on.save('0', { do: 'check', ...row })
    expect([response.status, /bolat-usenov<\/a> · Never shown/i.test(await response.text())]).toEqual([
      200,
      true,
    ])
  })

  it('refuses a field that the form does not have, and a row that names no field', async () => {
    const fields = await on.fieldsOf('0')
    for (const [name, value] of [
      ['by', 'marat'],
      ['r0.by', 'marat'],
      ['r0.field', 'tier'],
      ['r999.value', 'x'],
      ['id', 'kz-2024-a'],
    ] as const)
      expect([name, (await on.post(`${on.home}/0`, [...change(fields, { [name]: value })])).status]).toEqual([
        name,
        422,
      ])
  })
})

describe('a correction', () => {
  it('changes the record that stands, and is taken back to the version before, which says why', async () => {
    await on.save('0')
    const made = (await recordsMade(world)).length
    const fields = await on.fieldsOf('0')
    expect(
      (await on.save('0', { [`${rowOf(fields, 'place', 'Almaty')}.value`]: 'Oral', why: 'a slip' })).status,
    ).toBe(303)
    const names = async () =>
      (await valuesOf(world, 'place')).map((one) => (one.value as { canonical: string }).canonical)
    expect([(await names()).includes('Oral'), (await names()).includes('Almaty')]).toEqual([true, false])
    const undo = async (why: string) => {
      const seen =
        /name="verdict" value="undone"><input type="hidden" name="seen" value="(\d+)"/.exec(
          await on.page(`${on.home}/0`),
        )?.[1] ?? ''
      return on.say('0', { verdict: 'undone', why, seen })
    }
    expect((await undo('')).status).toBe(422)
    expect((await undo('no slip')).status).toBe(303)
    expect([(await names()).includes('Oral'), (await names()).includes('Almaty')]).toEqual([false, true])
    expect((await recordsMade(world)).length).toBe(made)
    expect(await on.page(`${on.home}/0`)).toContain('no slip')
    expect((await recordsMade(world)).at(-1)?.state).not.toBe('withdrawn')
  })
})
