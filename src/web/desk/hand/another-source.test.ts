/** A record that more than one source tells: what each says weighed, its circle of readers narrowed and opened, played again, forgotten. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../../../../test/desk.ts'
import { importText, publishAll } from '../../../../test/world.ts'
import { independentIn } from '../../../core/collectors.ts'
import { collectorsOf } from '../../../store/queries/collectors.ts'
import { publicIncident } from '../../../store/queries/public.ts'
import { testStore } from '../../../store/test-stores.ts'
import { forgetRecord } from '../../../usecases/forget-record.ts'
import { replay } from '../../../usecases/replay.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { verify } from '../../../usecases/verify.ts'
import { byHand, type Hand, made, told, VALUES } from './hand.fixture.ts'

let on: Hand
let id = ''
beforeAll(async () => {
  on = await byHand()
  id = await made(await on.post('records/new', [...told(), ...VALUES]))
})
afterAll(() => on?.world.store.destroy())

describe('another source of the same incident', () => {
  const QUOTE = 'Полиция Алматы задержала пятерых активистов 7 мая 2024 года.'
  const source = (more: Readonly<Record<string, string>> = {}) => [
    ...Object.entries({ words: QUOTE, way: 'publication', title: 'Газета', collector: 'редакция', ...more }),
    ...rows(
      ['place', { value: 'Алматы', words: 'Алматы' }],
      ['group', { number: '5', unit: 'exact', value: 'активистов', words: 'пятерых активистов' }],
    ),
  ]

  it('stands beside the first, and both numbers are there with who says which', async () => {
    const before = await on.count('documents')
    const refused = await on.post(`records/${id}/source`, [...source(), ['how.group', 'disputed']])
    expect(refused.status).toBe(422)
    expect(await on.count('documents')).toBe(before)
    // Of what one source says nothing is disputed by a tick: how it stands to the others is chosen at each field.
    const two = rows(
      ['group', { number: '5', words: 'пятерых' }],
      ['group', { number: '6', words: 'активистов' }],
    )
    const looked = await on.post(`records/${id}/source`, [...two, ['words', QUOTE], ['do', 'check']])
    expect(await looked.text()).not.toContain('name="disputed"')
    const done = await on.post(`records/${id}/source`, [
      ...source(),
      ['how.group', 'disputed'],
      ['why', 'екі санды да тексеру керек'],
      ['seen', await on.seenOn(id)],
    ])
    expect(await made(done)).toBe(id)
    const group = await on.decided(id, 'group')
    expect(group).toMatchObject({ verdict: 'disputed', by: 'lena', why: 'екі санды да тексеру керек' })
    expect(group?.held.map((one) => (one.value as { min: number }).min)).toEqual([3, 5])
    const place = await on.decided(id, 'place')
    expect(place?.held).toHaveLength(1)
    const documents = new Set((await on.claimsOf(place?.held[0]?.claims ?? [])).map((one) => one.document))
    expect(documents.size).toBe(2)
    const text = await on.page(`records/${id}`)
    const table = /<table class="sayings">[\s\S]*?<\/table>/.exec(text)?.[0] ?? ''
    for (const said of ['үш белсендіні', 'пятерых активистов', 'Газета', 'редакция', 'даулы', 'екі санды да'])
      expect(table).toContain(said)
    // What was decided before by somebody else is not decided anew by this.
    expect((await on.decided(id, 'act'))?.event).toBeLessThan(group?.event ?? 0)
  })

  it('is preferred with a reason, and what the first says is kept as said', async () => {
    const claims = (await on.decided(id, 'group'))?.held ?? []
    const five = claims[1]?.claims[0] ?? ''
    const seen = await on.seenOn(id)
    expect(
      (
        await on.post(`records/${id}/ruling`, [
          ['field', 'group'],
          ['stands', five],
          ['why', ''],
          ['seen', seen],
        ])
      ).status,
    ).toBe(422)
    const done = await on.post(
      `records/${id}/ruling`,
      [
        ['field', 'group'],
        ['stands', five],
        ['why', 'соттан расталды'],
        ['seen', seen],
      ],
      on.marat,
    )
    expect(done.status).toBe(303)
    expect(await on.decided(id, 'group')).toMatchObject({ verdict: 'stands', by: 'marat' })
    expect((await on.decided(id, 'group'))?.held).toHaveLength(1)
    const text = await on.page(`records/${id}`)
    expect(text).toContain('айтылды, қабылданбады')
    expect(text).toContain('үш белсендіні')
    // Lena had not seen it: hers is refused, and Marat’s stands.
    const late = await on.post(`records/${id}/ruling`, [
      ['field', 'group'],
      ['stands', claims[0]?.claims[0] ?? ''],
      ['why', 'x'],
      ['seen', seen],
    ])
    expect(late.status).toBe(409)
    expect((await on.decided(id, 'group'))?.by).toBe('marat')
  })

  it('says nothing that is not refused, and is words or a report, never both', async () => {
    const empty = await on.post(
      `records/${id}/source`,
      Object.entries({ words: 'Бірдеңе болды.', way: 'message' }),
    )
    expect(await empty.text()).toContain('кемінде бір мәнді толтырыңыз')
    const { document } = await importText(
      on.world,
      'Reports of May. On 7 May 2024 in Almaty six people were held.',
      'may.txt',
    )
    const both = await on.post(`records/${id}/source`, [
      ...source(),
      ['document', document],
      ['from', 'On 7 May'],
      ['to', 'held.'],
    ])
    expect(await both.text()).toContain('біреуін бос қалдырыңыз')
    const there = rows(['group', { number: '6', unit: 'exact', value: 'people' }])
    const done = await on.post(`records/${id}/source`, [
      ...Object.entries({ document, from: 'On 7 May', to: 'held.' }),
      ...there,
      ['how.group', 'keep'],
      ['seen', await on.seenOn(id)],
    ])
    expect(await made(done)).toBe(id)
    const said = await on.decided(id, 'otherwise:group')
    expect(said?.held.map((one) => (one.value as { min: number }).min)).toEqual([3, 6])
    const twin = (await (await on.get(`records/${id}/sayings.json`)).json()) as {
      sayings: { field: string; values: unknown[] }[]
    }
    expect(twin.sayings.find((one) => one.field === 'group')?.values).toHaveLength(3)
  })

  it('keeps two days of a record whose sources disagree when something else is corrected', async () => {
    const day = rows(['date', { value: '2024-05-06', words: '6 мая' }])
    const form = [
      ...Object.entries({
        words: 'Это было 6 мая, говорит водитель.',
        way: 'telephone',
        why: 'тексеріледі',
        'how.date': 'disputed',
      }),
      ...day,
    ]
    await made(await on.post(`records/${id}/source`, [...form, ['seen', await on.seenOn(id)]]))
    expect((await on.decided(id, 'date'))?.held).toHaveLength(2)
    const [document = ''] = await on.tellingsOf(id)
    const key = (await readReview(on.world, document)).passages[0]?.key ?? ''
    const text = await on.page(`documents/${document}/${key}`)
    expect(text).toContain('value="2024-05-06"')
    // Its words stand in another text, and nothing of this one is marked as saying it.
    const other = /<li id="r\d+"(?:(?!<\/li>)[\s\S])*2024-05-06[\s\S]*?<\/li>/.exec(text)?.[0] ?? ''
    expect(other).toContain('2024-05-06')
    expect(other).not.toContain('<q>')
    const origins = (await on.decided(id, 'date'))?.held.map((one) => one.claims[0] ?? '') ?? []
    const days = origins.flatMap((origin, n) => [
      ...Object.entries({ [`r${n}.field`]: 'date', [`r${n}.keep`]: 'yes', [`r${n}.origin`]: origin }),
      [`r${n}.value`, n === 0 ? '2024-05-07' : '2024-05-06'] as const,
    ])
    const sent = [...days, ['disputed', 'date'], ['record', id], ['seen', await on.seenOn(id)]] as const
    const saved = await on.post(`documents/${document}/${key}`, [...sent, ['why', 'тек күні қалды']])
    expect(saved.status).toBe(303)
    expect(await on.decided(id, 'date')).toMatchObject({ verdict: 'disputed', why: 'тек күні қалды' })
    expect((await on.decided(id, 'date'))?.held).toHaveLength(2)
    expect((await on.decided(id, 'act'))?.held).toEqual([])
  })
})

describe('who may read a record', () => {
  it('is narrowed at once with a reason, and its page and its review say so', async () => {
    expect(
      (
        await on.post(`records/${id}/tier`, [
          ['tier', 'team'],
          ['why', ' '],
        ])
      ).status,
    ).toBe(422)
    expect(
      (
        await on.post(`records/${id}/tier`, [
          ['tier', 'sealed'],
          ['why', 'отбасы өтінді'],
        ])
      ).status,
    ).toBe(303)
    const text = await on.page(`records/${id}`)
    expect(text).toContain('отбасы өтінді')
    const [document = ''] = await on.tellingsOf(id)
    const key = (await readReview(on.world, document)).passages[0]?.key ?? ''
    const review = await on.page(`documents/${document}/${key}`)
    const tier = /<select name="tier">[\s\S]*?<\/option>/.exec(review)?.[0] ?? ''
    expect(tier).toContain('қазіргі күйінде')
    expect(review).toContain('отбасы өтінді')
    const opening = Object.entries({
      tier: 'public',
      'tier-why': 'x',
      record: id,
      seen: '999999',
      'r0.field': 'kind',
      'r0.keep': 'yes',
      'r0.value': 'event',
    })
    const refused = await on.post(`documents/${document}/${key}`, opening)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('кеңірек оқырманға ашпайды')
  })

  it('is opened only by somebody who just proved who they are', async () => {
    const open = () =>
      on.post(`records/${id}/tier`, [
        ['tier', 'public'],
        ['why', 'келісті'],
      ])
    const tier = async () =>
      (
        await on.world.house
          .selectFrom('incidents')
          .select('tier')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).tier
    const proved = (at: string) => on.world.house.updateTable('sessions').set({ stepped_up_at: at }).execute()
    await proved('2026-11-01T09:00:00.000Z')
    expect((await open()).headers.get('Location')).toMatch(/desk\/confirm\?to=/)
    expect(await tier()).toBe('sealed')
    await proved(on.world.clock.now())
    expect((await open()).headers.get('Location')).toBe(`/kk/desk/records/${id}`)
    expect(await tier()).toBe('public')
  })
})

describe('who collected first', () => {
  it('is said of one source of one record, counts sources that quote each other once, and waits for its clearance', async () => {
    await publishAll(on.world, [id])
    const shown = async () =>
      (await publicIncident(on.world.house, id))?.sources.map((one) => one.collector) ?? []
    const known = async () => (await collectorsOf(on.world.house, [id])).get(id) ?? []
    const before = await shown()
    expect((await known()).map((one) => one.collector)).toEqual([
      null,
      'редакция',
      'An invented monitor',
      null,
    ])
    expect(independentIn(await known())).toBe(4)
    const document = (await known())[1]?.document ?? ''
    const say = async (collector: string, more: Readonly<Record<string, string>> = {}) =>
      on.post(
        `records/${id}/collector`,
        Object.entries({ document, collector, seen: await on.seenOn(id), why: 'сілтеме бар', ...more }),
      )
    expect((await say('«An invented  monitor»')).headers.get('Location')).toBe(
      `/kk/desk/records/${id}#collectors`,
    )
    expect(independentIn(await known())).toBe(3)
    expect(await on.page(`records/${id}`)).toContain('4 дереккөз, 3 тәуелсіз')
    expect(await on.page(`records/${id}/history`)).toContain('Кім жинады')
    expect(await shown()).toEqual(before)
    await publishAll(on.world, [id])
    expect((await shown())[1]).toBe('«An invented  monitor»')
    expect((await say('x', { document: 'd-0000000000000000' })).status).toBe(404)
    expect((await say('x', { seen: '1' })).status).toBe(409)
    await say('')
    expect((await known())[1]).toMatchObject({ collector: null, publisher: null, key: null })
  })
})

describe('the log', () => {
  it('plays all of it again and gets the same', async () => {
    const again = await replay(on.world, await testStore())
    expect(again.tables.filter((one) => !one.same).map((one) => one.table)).toEqual([])
  })

  it('forgets a record by hand with everything its sources said', async () => {
    await forgetRecord(on.world, { record: id, by: 'operator', why: 'asked for' })
    expect(JSON.stringify(await on.world.house.selectFrom('decisions').selectAll().execute())).not.toContain(
      'расталды',
    )
    expect(JSON.stringify(await on.world.house.selectFrom('events').select('input').execute())).not.toContain(
      'пятерых',
    )
    expect((await verify(on.world)).breaks).toEqual([])
  })
})
