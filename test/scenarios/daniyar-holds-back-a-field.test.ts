/** Daniyar leaves a record public and holds one field of it back: every page stands without it, and no number is wrong. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/core/language.ts'
import { FIELDS } from '../../src/core/values.ts'
import { publicIncident } from '../../src/store/queries/public.ts'
import { publicMeasures } from '../../src/store/queries/public-measures.ts'
import { testStore } from '../../src/store/test-stores.ts'
import { verifyLog } from '../../src/store/verify.ts'
import type { Context } from '../../src/usecases/context.ts'
import { rebuild } from '../../src/usecases/rebuild.ts'
import { replay } from '../../src/usecases/replay.ts'
import { crawl } from '../crawl.ts'
import { IS_WHOLE, part } from '../sample.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

const TEXT = `On 7 May 2024 police in Taldykorgan detained 57 members of the cyclists’ club under Article 488 of the Administrative Code. The court fined them 132,550 tenge for hooliganism, bystanders said. They were let go.

On 9 May 2024 police in Almaty questioned two activists about the meeting.`

const ID = 'kz-x1-a'
const record = (more: Record<string, unknown> = {}) =>
  aDecision({
    id: ID,
    from: 'On 7 May 2024',
    to: 'were let go.',
    places: ['Taldykorgan'],
    people: [{ name: 'Asan Usenov', role: 'activist', harmed: true }],
    organisations: ['cyclists’ club'],
    groups: [{ what: 'members', min: 57, max: 57, qualifier: 'exact' }],
    acts: ['detention', 'fine'],
    laws: [{ code: 'administrative', article: '488' }],
    offences: ['hooliganism'],
    penalties: [{ type: 'fine', amount: 132550 }],
    actors: ['police'],
    sources: ['bystanders'],
    outcome: 'let go',
    other_dates: ['2024-05-08'],
    ...more,
  })
const holding = (field: string, at: string, value = 'team') =>
  record({ tiers: [{ field, value, why: 'they asked for it' }], at })

const TRACES: Readonly<Record<string, RegExp>> = {
  date: /2024-05-07|7 May|7 мая|7 мамыр/,
  place: /taldy|талды/i,
  person: /usenov|усенов/i,
  organisation: /cyclist/i,
  group: /\b57\b|members/,
  act: /detained|detention|задерж|ұста/i,
  law: /488/,
  offence: /hooliganism/,
  penalty: /132.?550/,
  actor: /police/i,
  source: /bystanders/,
  outcome: /let go/,
}

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    record(),
    aDecision({
      id: 'kz-2024-05-09-a',
      date: '2024-05-09',
      from: 'On 9 May 2024',
      to: 'the meeting.',
      acts: ['interrogation'],
      places: ['Almaty'],
    }),
  ])
})
afterAll(() => world.store.destroy())

const pagesOf = async (id: string): Promise<string> => {
  const texts = await Promise.all(
    ['en', 'ru', 'kk'].flatMap((language) =>
      [`/${language}/i/${id}`, `/${language}/i/${id}.json`].map(async (path) => {
        const answer = await siteOf(world).request(path)
        expect(answer.status, path).toBe(200)
        return answer.text()
      }),
    ),
  )
  // The foot and head of a page speak of other things.
  return texts
    .map((text) => text.replace(/<header[\s\S]*?<\/header>|<footer[\s\S]*?<\/footer>/g, ''))
    .join('\n')
}

describe.each(FIELDS.filter((field) => field !== 'kind').map((field, at) => [field, at] as const))(
  'a record that holds back %s',
  (field, at) => {
    it('has every page, list, feed and number, and says of that field nothing', async () => {
      await decideAll(world, [holding(field, `2026-11-02T09:${String(at + 10)}:00Z`)])
      const trace = TRACES[field]
      if (trace) expect(await pagesOf(ID)).not.toMatch(trace)
      const [language] = part(LANGUAGES, LANGUAGES.length, at % LANGUAGES.length)
      const others = LANGUAGES.filter((one) => one !== language).join('|')
      const answers = await crawl(siteOf(world), [], IS_WHOLE ? undefined : new RegExp(`^/(?:${others})/`))
      expect(answers.filter((one) => one.status >= 500)).toEqual([])
      expect(answers.some((one) => one.url === `/${language}/i/${ID}`)).toBe(true)
    })

    it('has it again once it is opened', async () => {
      await decideAll(world, [holding(field, `2026-11-02T10:${String(at + 10)}:00Z`, 'public')])
      const trace = TRACES[field]
      if (trace && field !== 'person') expect(await pagesOf(ID)).toMatch(trace)
    })
  },
)

describe('numbers', () => {
  const counted = async (unit: string, value: string | null) =>
    (await publicMeasures(world.store, 'kz', '2024-q2')).find(
      (one) => one.unit === unit && (one.slice?.value ?? null) === value,
    )

  it('leave out of a count what it could be read from', async () => {
    await decideAll(world, [record({ at: '2026-11-03T09:00:00Z' })])
    expect((await counted('incidents', null))?.certain).toBe(2)
    expect((await counted('money', 'fine'))?.rows).toEqual([ID])
    await decideAll(world, [holding('penalty', '2026-11-03T10:00:00Z')])
    expect(await counted('money', 'fine')).toBeUndefined()
    expect((await counted('incidents', null))?.certain).toBe(2)
    await decideAll(world, [holding('date', '2026-11-03T11:00:00Z')])
    expect((await counted('incidents', null))?.rows).toEqual(['kz-2024-05-09-a'])
  })

  it('know a narrowing after decisions that do not speak of it, and an opening no longer', async () => {
    await decideAll(world, [record({ at: '2026-11-04T09:00:00Z' })])
    expect((await publicIncident(world.store, ID))?.fields.penalties).toEqual([])
    expect((await publicIncident(world.store, ID))?.fields.date).toEqual([])
    const opened = [{ field: 'other_date', value: 'public', why: 'it helps a reader' }]
    await decideAll(world, [record({ at: '2026-11-04T10:00:00Z', tiers: opened })])
    expect((await publicIncident(world.store, ID))?.fields.otherDates.map((one) => one.value)).toEqual([
      '2024-05-08',
    ])
    await decideAll(world, [record({ at: '2026-11-04T11:00:00Z' })])
    expect((await publicIncident(world.store, ID))?.fields.otherDates).toEqual([])
  })

  it('come out the same when the tiers are thrown away, and when everything is played again', async () => {
    expect((await rebuild(world)).tables.filter((one) => !one.same)).toEqual([])
    const empty = await testStore()
    expect((await replay(world, empty)).tables.filter((one) => !one.same)).toEqual([])
    await empty.destroy()
    expect((await verifyLog(world.store)).breaks).toEqual([])
  })
})

describe('a line that holds back a field', () => {
  it.each([
    ['without a reason', [{ field: 'law', value: 'team' }]],
    ['that is none', [{ field: 'laws', value: 'team', why: 'x' }]],
    [
      'twice',
      [
        { field: 'law', value: 'team', why: 'x' },
        { field: 'law', value: 'public', why: 'x' },
      ],
    ],
    ['that is the kind', [{ field: 'kind', value: 'team', why: 'x' }]],
    ['for nobody we know', [{ field: 'law', value: 'friends', why: 'x' }]],
  ])('%s is refused', async (_what, tiers) => {
    await expect(decideAll(world, [record({ tiers, at: '2026-11-05T09:00:00Z' })])).rejects.toThrow()
  })

  it('that is the date is refused where the id tells it', async () => {
    const dated = { id: 'kz-2024-05-09-a', date: '2024-05-09', from: 'On 9 May 2024', to: 'the meeting.' }
    const tiers = [{ field: 'date', value: 'team', why: 'x' }]
    await expect(
      decideAll(world, [aDecision({ ...dated, tiers, at: '2026-11-05T09:00:00Z' })]),
    ).rejects.toThrow(/the id tells the date/)
  })
})
