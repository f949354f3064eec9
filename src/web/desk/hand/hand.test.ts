/** A monitor writes an incident down without a document: its words kept, its values decided, all that does not fit told at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rows } from '../../../../test/desk.ts'
import { publishAll, signedInAs, siteOf } from '../../../../test/world.ts'
import { NOTHING_TOLD, readWords } from '../../../usecases/hand/read-words.ts'
import { writeBoth } from '../../../usecases/hand/save-by-hand.ts'
import { readReview } from '../../../usecases/review/read-review.ts'
import { byHand, type Hand, made, told, VALUES, WORDS } from './hand.fixture.ts'

let on: Hand
let id = ''
beforeAll(async () => {
  on = await byHand()
  id = await made(await on.post('records/new', [...told(), ...VALUES]))
})
afterAll(() => on?.world.store.destroy())

describe('an incident by hand', () => {
  it('is a record, and its words are a document with a source of its own', async () => {
    expect(id).toMatch(/^kz-2024-05-07-/)
    const documents = await on.world.house
      .selectFrom('documents')
      .innerJoin('sources', 'sources.id', 'source')
      .selectAll()
      .execute()
    expect(documents).toHaveLength(1)
    expect(documents[0]).toMatchObject({
      text: WORDS,
      language: 'kk',
      way: 'interview',
      published: '2024-05-08',
    })
    const held = (await on.decided(id, 'group'))?.held[0]
    const [claim] = await on.claimsOf(held?.claims ?? [])
    // The rules read the same number in the same words, so it stands on their claim.
    expect(claim).toMatchObject({ start_at: WORDS.indexOf('үш'), end_at: WORDS.indexOf('үш') + 13 })
    expect(await on.page(`records/${id}`)).toContain('терезеден')
  })

  it('says all that does not fit at once, keeps what was typed and stores nothing', async () => {
    const before = [await on.count('documents'), await on.count('events'), await on.count('files')]
    const answer = await on.post('records/new', [
      ...told({ words: 'Төрт адам. <b>қалың</b>', way: '', told: '2024-13-01' }),
      ...rows(
        ['date', { value: 'кеше' }],
        ['act', { value: 'не істегені белгісіз' }],
        ['group', { number: '4', words: 'бес адам' }],
      ),
      ['tier', 'sealed'],
      ['r9.value', 'өріссіз <i>сөз</i>'],
    ])
    const text = await answer.text()
    expect(answer.status).toBe(422)
    for (const said of [
      'Қалай айтылғанын таңдаңыз',
      '2024-13-01',
      'кеше',
      'не істегені белгісіз',
      'бес адам',
      '«өріссіз &lt;i&gt;сөз&lt;/i&gt;» не екені айтылмаған',
      'value="өріссіз &lt;i&gt;сөз&lt;/i&gt;"',
    ])
      expect(text).toContain(said)
    expect(text).toContain('Төрт адам. &lt;b&gt;қалың&lt;/b&gt;')
    expect(text).not.toContain('<b>қалың</b>')
    expect([await on.count('documents'), await on.count('events'), await on.count('files')]).toEqual(before)
  })

  it('leaves neither the words nor an entry of the log behind when the decision fails', async () => {
    const before = [await on.count('documents'), await on.count('events'), await on.count('tellings')]
    const asked = { ...NOTHING_TOLD, words: 'Police came on 7 May.', country: 'kz', way: 'interview' }
    const { report } = await readWords(on.world, asked, 'en')
    if (!report) throw new Error('the words were not read')
    await expect(
      writeBoth(on.world, report, async () => {
        throw new Error('no power')
      }),
    ).rejects.toThrow('no power')
    expect([await on.count('documents'), await on.count('events'), await on.count('tellings')]).toEqual(
      before,
    )
  })

  it('offers what the rules read in the words, unticked, and takes none of it', async () => {
    const words =
      'On 9 May 2024 police in Astana detained the activist Asan Usenov. He was fined 132,550 tenge.'
    const looked = await (
      await on.post('records/new', [
        ...told({ words }),
        ...rows(['kind', { value: 'event' }]),
        ['do', 'check'],
      ])
    ).text()
    const row = /<li id="r\d+"[^>]*>(?:(?!<\/li>)[\s\S])*Astana[\s\S]*?<\/li>/.exec(looked)?.[0] ?? ''
    expect(row).toContain('value="Astana"')
    expect(row).not.toContain(' checked')
    const saved = await made(
      await on.post('records/new', [
        ...told({ words }),
        ...rows(['kind', { value: 'event' }], ['place', { value: 'Astana' }]),
      ]),
    )
    const [claim] = await on.claimsOf((await on.decided(saved, 'place'))?.held[0]?.claims ?? [])
    expect(claim?.rule).toMatch(/@/)
    expect((await on.decided(saved, 'penalty'))?.held).toEqual([])
    expect((await on.decided(saved, 'person'))?.held).toEqual([])
  })

  it('may be a number without an event', async () => {
    const saved = await made(
      await on.post('records/new', [
        ...told({ words: 'Сот бір тоқсанда 40 шақты адамды қамаған дейді.', way: 'list' }),
        ...rows(
          ['kind', { value: 'aggregate' }],
          ['date', { value: '2024-04..2024-06' }],
          ['group', { number: '40', unit: 'about', value: 'адам' }],
        ),
      ]),
    )
    const row = await on.world.house
      .selectFrom('incidents')
      .selectAll()
      .where('id', '=', saved)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ kind: 'aggregate', state: 'coded' })
  })

  it('gets an id without a day where the day is held back, and links only to what she may read', async () => {
    const theirs = 'kz-2024-01-01-x'
    const sent = [
      ...told({ words: 'Бір адам ұсталды, күнін айтпауды өтінді.' }),
      ...rows(['kind', { value: 'event' }], ['date', { value: '2024-05-09' }]),
      ...Object.entries({
        't0.field': 'date',
        't0.value': 'team',
        't0.why': 'оны күні танытады',
        'l0.kind': 'follows',
      }),
    ]
    const refused = await (await on.post('records/new', [...sent, ['l0.to', theirs]])).text()
    expect(refused).toContain(`«${theirs}» дегенге келмейді`)
    const saved = await made(await on.post('records/new', [...sent, ['l0.to', id]]))
    expect(saved).not.toContain('2024')
    expect(await on.page(`records/${saved}/relations`)).toContain(id)
    expect((await on.decided(saved, 'tier:date'))?.why).toBe('оны күні танытады')
  })

  it('sends who has written the same words before to the document that holds them', async () => {
    const answer = await on.post('records/new', [...told(), ...VALUES])
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Дәл осы сөздер мұнда by-hand-[0-9a-f]{10}/)
  })

  it('is not for whoever takes in no reports', async () => {
    const bota = await signedInAs(on.world, { handle: 'bota', role: 'lawyer' })
    expect((await on.get('records/new', bota)).status).toBe(403)
    expect((await on.post('records/new', [...told({ words: 'x' }), ...VALUES], bota)).status).toBe(403)
    expect((await on.get(`records/${id}/source`, bota)).status).toBe(404)
    expect(
      (
        await on.post(
          `records/${id}/tier`,
          [
            ['tier', 'sealed'],
            ['why', 'x'],
          ],
          bota,
        )
      ).status,
    ).toBe(404)
  })
})

describe('a published record', () => {
  it('tells readers its values, and of what was told inside neither words nor who told them', async () => {
    const words = 'The neighbour in flat 12 saw police detain four drivers in Taraz on 11 May 2024.'
    const source = {
      title: 'Talk in the stairwell',
      publisher: 'a neighbour of theirs',
      collector: 'our monitor at the market',
      url: 'https://example.org/stairwell',
    }
    const values = rows(
      ['kind', { value: 'event' }],
      ['date', { value: '2024-05-11' }],
      ['place', { value: 'Taraz' }],
      ['act', { value: 'detention' }],
      ['group', { number: '4', unit: 'exact', value: 'drivers' }],
    )
    const told1 = await made(await on.post('records/new', [...told({ words, ...source }), ...values]))
    const paper = 'Police in Taraz held seven drivers on 11 May 2024, the paper wrote.'
    const seen = await on.seenOn(told1)
    const second = { words: paper, way: 'publication', title: 'The Taraz paper', 'how.group': 'keep', seen }
    await made(
      await on.post(`records/${told1}/source`, [
        ...Object.entries(second),
        ...rows(['group', { number: '7', unit: 'exact', value: 'drivers', words: 'seven drivers' }]),
      ]),
    )
    await publishAll(on.world, [told1])
    for (const path of [`/en/i/${told1}`, `/en/i/${told1}.json`]) {
      const answer = await siteOf(on.world).request(`http://127.0.0.1${path}`)
      const text = await answer.text()
      expect(answer.status).toBe(200)
      expect(text).toContain('Taraz')
      for (const inside of ['flat 12', 'stairwell', 'neighbour', 'monitor at the market', '2024-05-08'])
        expect(text, path).not.toContain(inside)
      // What the paper wrote may be quoted; its number was kept as said, and is no value of the record.
      expect(text).toContain('seven')
      expect(text).not.toMatch(/"min":7/)
    }
    await on.post(`records/${told1}/tier`, [
      ['tier', 'public'],
      ['why', 'x'],
    ])
    const held = [
      ['t0.field', 'group'],
      ['t0.value', 'team'],
      ['t0.why', 'they would be found'],
      ['record', told1],
      ['seen', '999999'],
    ] as const
    const document = (await on.tellingsOf(told1)).at(-1) ?? ''
    const key = (await readReview(on.world, document)).passages.find((one) =>
      one.records.includes(told1),
    )?.key
    expect(
      (
        await on.post(`documents/${document}/${key}`, [
          ...held,
          ...rows(
            ['kind', { value: 'event' }],
            ['place', { value: 'Taraz' }],
            ['group', { number: '4', unit: 'exact', value: 'drivers' }],
          ),
        ])
      ).status,
    ).toBe(303)
    await publishAll(on.world, [told1])
    const text = await (await siteOf(on.world).request(`http://127.0.0.1/en/i/${told1}`)).text()
    expect(text).not.toMatch(/seven|four drivers/)
  })
})
