/** Row-level security with nothing before it: whoever asks, in whatever words, gets the rows of their own compartment. */
import { CompiledQuery, sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '../../test/leaks/people.ts'
import { emptyStore, openServer } from '../../test/stores.ts'
import { aDecision, aMove, knowledge, publishAll, recordAll, worldOn } from '../../test/world.ts'
import type { Actor } from '../core/access.ts'
import type { Context } from '../usecases/context.ts'
import { importReport } from '../usecases/import-report.ts'
import { refresh } from '../usecases/refresh.ts'
import type { Store } from './connect.ts'
import { COMPARTMENTED } from './kinds-of-tables.ts'
import { STAFF_READS as FIRST_READS } from './migrations/0006-compartments.ts'
import { STAFF_READS as COLLEAGUES_READ } from './migrations/0013-colleagues.ts'
import { STAFF_READS as COUNTS_READ } from './migrations/0016-counts.ts'
import { STAFF_READS as RATINGS_READ } from './migrations/0017-ratings.ts'
import { STAFF_READS as COUNTED_READ } from './migrations/0019-people-counted.ts'
import { STAFF_READS as PUBLICATIONS_READ } from './migrations/0030-publications.ts'
import { STAFF_READS as ANALYSES_READ } from './migrations/0032-analyses.ts'
import { STAFF_READS as TESTIMONIES_READ } from './migrations/0034-testimonies.ts'
import { STAFF_READS as CAMPAIGNS_READ } from './migrations/0045-campaigns.ts'
import { STAFF_READS as RECOMMENDATIONS_READ } from './migrations/0051-recommendations.ts'
import { STAFF_READS as TACTICS_READ } from './migrations/0052-tactics.ts'
import { STAFF_READS as PLANS_READ } from './migrations/0061-plans.ts'
import { STAFF_READS as RULINGS_READ } from './migrations/0062-rulings-of-campaigns.ts'
import { openStaff, type Wall } from './wall.ts'

const somebody = (handle: string, organisation: string, role: Actor['role'] = 'editor'): Actor => ({
  account: handle,
  handle,
  organisation,
  role,
})
const TEXT = (town: string): string =>
  `On 7 May 2024 police in ${town} detained the activist Asan Usenov.\n\nOn 9 May 2024 a court in ${town} fined the blogger Aigul Serikova 132,550 tenge.`

/** Everything that can be written down of a rating, told with the town. */
function ratingOf(letter: string, town: string, by: string): readonly Record<string, unknown>[] {
  const signed = { by, at: '2026-11-01T09:00:00Z' }
  const rows = { country: 'kz', asOf: '2026-10-31', forms: [], indices: [], months: [] }
  const bundle = { format: 'aigaq-rating@1', method: knowledge.codebook.rating.method, rows }
  const answer = { question: 'assembly.force', aspect: 'law', value: 1, evidence: ['law:CC-174'], note: town }
  const value = { country: 'kz', variable: 'E', edition: 2026, value: 2, published: '2026-03-01' }
  const form = {
    id: `form-${letter}`,
    country: 'kz',
    source: 'partner',
    asOf: '2026-10-31',
    method: 'csr-1@1.0.0',
  }
  return [
    { record: 'assessment', ...form, answers: [answer], ...signed },
    {
      record: 'index',
      id: `index-${letter}`,
      index: 'fiw-e',
      licence: 'x',
      from: town,
      vintage: '2026-10-31',
      values: [value],
      ...signed,
    },
    {
      record: 'rating',
      id: `rating-${letter}`,
      country: 'kz',
      asOf: '2026-10-31',
      bundle,
      result: { kind: 'not-rated' },
      ...signed,
    },
    { record: 'panel', id: `rating-${letter}`, kind: 'comment', words: town, ...signed },
    {
      record: 'watch',
      id: `watch-${letter}`,
      country: 'kz',
      month: '2026-10',
      verdict: 'alert',
      words: town,
      ...signed,
    },
  ]
}

/** A text with a sentence about each of the two records, a remark on each, and a move. */
function writingOf(letter: string, town: string, by: string): readonly Record<string, unknown>[] {
  const signed = { by, at: '2026-11-01T09:00:00Z' }
  const id = `pub-00000000${letter}`
  const of = (day: string) => ({
    ...{ id: `told-${day}`, words: `In ${town}.`, told: `In ${town}.`, prints: {}, isOut: false, why: null },
    bonds: [{ kind: 'incident', id: `kz-2024-05-${day}-${letter}` }],
  })
  const sentences = ['told-07', 'told-09']
  const outline = [{ id: 'one', title: town, isOut: false, blocks: [{ kind: 'points', sentences }] }]
  const asked = { kind: 'update', country: 'kz', period: '2024-q2' }
  return [
    {
      record: 'publication',
      ...{ id, asked, language: 'en', outline, sentences: [of('07'), of('09')], ...signed },
    },
    ...sentences.map((sentence, at) => ({
      ...{ record: 'remark', id, remark: `r-0000000${at}${letter}`, kind: 'comment', sentence },
      ...{ words: `Is it ${town}?`, ...signed },
    })),
    { record: 'issue', id, move: 'submit', seen: 9999, ...signed },
  ]
}

/** A testimony for the team and one that is sealed, with a quotation each, one of which was taken back. */
function voicesOf(letter: string, town: string, by: string): readonly Record<string, unknown>[] {
  const signed = { by, at: '2026-11-01T09:00:00Z' }
  const words = { en: `In ${town}.`, ru: null, kk: null }
  const consent = { use: { kind: 'any' }, on: '2026-10-01', how: town, until: null }
  return ['team', 'sealed'].flatMap((tier, at) => {
    const id = `tes-0000${at}${letter}`
    const told = { country: 'kz', speaker: { who: town }, on: null, interviewer: by, language: 'ru' }
    return [
      { record: 'testimony', id, ...told, incidents: [], tier, ...signed },
      {
        ...{ record: 'quotation', id, quotation: 'q1', said: town, wording: words, consent, ...signed },
        shown: { kind: 'described', as: words },
      },
      { record: 'unquote', id, on: '2026-10-02', why: town, ...signed },
    ]
  })
}

/** A campaign for a law, what the partner said of it, and what was struck out of its numbers. */
function campaignOf(letter: string, town: string, by: string): readonly Record<string, unknown>[] {
  const signed = { by, at: '2026-11-01T09:00:00Z' }
  const words = { en: `In ${town}.`, ru: null, kk: null }
  const id = `cam-0000${letter}${letter}`
  return [
    {
      ...{ record: 'campaign', id, country: 'kz', subject: { kind: 'law', law: 'AOC-488' }, title: words },
      ...{ demand: words, story: words, points: [], targets: [], kinds: ['letter'], thresholds: [] },
      ...{ proposedBy: town, partner: town, incidents: [], ...signed },
    },
    {
      ...{ record: 'campaign-entry', id, entry: 'e-0001', ...signed },
      body: { kind: 'partner', word: 'agrees', on: '2026-10-01', how: town },
    },
    {
      ...{ record: 'action-ruling', id: `rul-00000000000${letter}`, why: `Of ${town}.`, ...signed },
      body: { kind: 'invalid', campaign: id, of: { kinds: ['letter'] } },
    },
  ]
}

/** Both hold the same plan under the same numbers, as after a workshop of two houses; neither learns it of the other. */
function planOf(town: string, by: string): Readonly<Record<string, unknown>> {
  const id = '00000000-0000-4000-8000-000000000001'
  const entry = { id, plan: id, line: 'goal', part: 'goal', field: 'text', text: `In ${town}.`, after: [] }
  const table = { at: '2026-11-01T09:00', by: `Table of ${town}` }
  return { record: 'plan', id, entries: [{ ...entry, ...table }], by, at: '2026-11-01T09:00:00Z' }
}

/** Two organisations with two records and two people each; one record of each is sealed. */
async function twoHouses(store: Store): Promise<void> {
  for (const [organisation, town, letter] of [
    ['home', 'Almaty', 'a'],
    ['abroad', 'Aktobe', 'b'],
  ] as const) {
    const world: Context = { ...worldOn(store), actor: somebody(`coder-${letter}`, organisation) }
    await importReport(world, {
      bytes: new TextEncoder().encode(TEXT(town)),
      name: `notebook-${letter}.txt`,
      country: 'kz',
      source: {
        title: `Notebook of ${town}`,
        publisher: null,
        collector: null,
        url: null,
        published: null,
        accessed: null,
        licence: null,
        reliabilityOfSource: 'likely',
        reliabilityOfInformation: 'likely',
      },
      asOf: null,
      by: `coder-${letter}`,
    })
    const who = { by: `coder-${letter}`, document: `notebook-${letter}` }
    await recordAll(world, [
      {
        record: 'person',
        id: `person-${letter}`,
        names: { en: `Person ${town}`, ru: null, kk: null },
        by: who.by,
        at: '2026-11-01T09:00:00Z',
      },
      aDecision({ ...who, id: `kz-2024-05-07-${letter}`, from: 'On 7 May', to: 'Asan Usenov.' }),
      aDecision({
        ...who,
        id: `kz-2024-05-09-${letter}`,
        date: '2024-05-09',
        from: 'On 9 May',
        to: 'tenge.',
        acts: ['fine'],
        tier: { value: 'sealed', why: 'told under a promise' },
      }),
      ...ratingOf(letter, town, who.by),
      ...writingOf(letter, town, who.by),
      ...voicesOf(letter, town, who.by),
      ...campaignOf(letter, town, who.by),
      planOf(town, who.by),
      ...['07', '09'].flatMap((day, index) => {
        const id = `q-${`${letter}${index}`.padStart(16, '0')}`
        const signed = { by: who.by, at: '2026-11-01T09:00:00Z' }
        const about = { incident: `kz-2024-05-${day}-${letter}` }
        return [
          { record: 'question', id, about, words: `Was it in ${town} on the ${day}?`, ...signed },
          { record: 'answer', id, verdict: 'answered', words: `It was in ${town}.`, ...signed },
        ]
      }),
    ])
  }
  const house = worldOn(store)
  await publishAll(house, ['kz-2024-05-07-a'])
  await recordAll(house, [
    {
      record: 'share',
      ids: ['kz-2024-05-09-b'],
      with: { account: 'the-lawyer' },
      by: 'coder-b',
      at: '2026-11-03T09:00:00Z',
    },
  ])
  await refresh(house)
}

/** Forms and alerts are written for the house, values of indices are anybody's: tested by themselves. */
const WIDER = ['assessments', 'watch_words', 'index_values']
const STAFF_READS = Object.fromEntries(
  Object.entries({
    ...FIRST_READS,
    ...COLLEAGUES_READ,
    ...COUNTS_READ,
    ...RATINGS_READ,
    ...COUNTED_READ,
    ...PUBLICATIONS_READ,
    ...TESTIMONIES_READ,
    ...CAMPAIGNS_READ,
    ...RULINGS_READ,
    ...ANALYSES_READ,
    ...RECOMMENDATIONS_READ,
    ...TACTICS_READ,
    ...PLANS_READ,
  }).filter(([table]) => !WIDER.includes(table)),
)

/** Tables that only one of the two has rows in. */
const MAY_BE_EMPTY = [
  'shares',
  'moves',
  'links',
  'bases',
  'judgements',
  'replies',
  'retentions',
  'partner_incidents',
  'second_readings',
  'coverage',
  // What left is read by the house alone.
  'publication_issues',
  'partner_testimonies',
  'analyses',
  'recommendations',
  'recommendation_grades',
  'tactics',
]
/** A thousand in `bench`; a seeded sample here. */
const QUESTIONS = Number(process.env.AIGAQ_TEST_QUESTIONS ?? 150)
const FOREIGN = /Aktobe|coder-b|person-b|kz-2024-05-0\d-b|notebook-b/
type Opened = { readonly store: Store; readonly behind: (wall: Wall) => Store }
const NOBODY: Wall = { organisation: '', partner: '', handle: '' }
const OTHERS: Readonly<Record<string, RegExp>> = {
  home: /Aktobe|coder-b|person-b|\d-b"|notebook-b/,
  abroad: /Almaty|coder-a|person-a|\d-a"|notebook-a/,
}

describe('on a server', () => {
  let opened: Opened
  beforeAll(async () => {
    const store = await emptyStore()
    await twoHouses(store)
    const staff = await openStaff(store, (await openServer()).url, '')
    expect(staff.isWalled).toBe(true)
    opened = { store, behind: staff.behind }
    return () => staff.close()
  })
  const rowsOf = async (wall: Wall, table: string): Promise<readonly Record<string, unknown>[]> =>
    (
      await opened
        .behind(wall)
        .executeQuery<Record<string, unknown>>(
          CompiledQuery.raw(`select ${table === 'files' ? 'sha256' : '*'} from ${table}`),
        )
    ).rows
  const tables = Object.keys(STAFF_READS)

  it('shows nothing to somebody of whom nothing was said', async () => {
    for (const table of tables) expect(await rowsOf(NOBODY, table), table).toEqual([])
  })

  it.each(['home', 'abroad'])('shows %s its own rows in every table, and none of the other', async (own) => {
    const wall = { organisation: own, partner: '', handle: 'somebody-else', acts: own, plans: own }
    for (const table of tables) {
      const rows = await rowsOf(wall, table)
      if (!MAY_BE_EMPTY.includes(table)) expect(rows.length, table).toBeGreaterThan(0)
      expect(JSON.stringify(rows), table).not.toMatch(OTHERS[own] ?? /^/)
    }
  })

  it('shows forms and alerts to who wrote them and to the house, and to nobody else', async () => {
    const of = async (organisation: string, table: string): Promise<readonly unknown[]> =>
      (await rowsOf({ organisation, partner: '', handle: 'x' }, table)).map((one) => one.by).sort()
    for (const table of ['assessments', 'watch_words']) {
      expect(await of('home', table), table).toEqual(['coder-a', 'coder-b'])
      expect(await of('abroad', table), table).toEqual(['coder-b'])
      expect(await of('third', table), table).toEqual([])
    }
    expect(await of('third', 'index_values')).toEqual(['coder-a', 'coder-b'])
    for (const table of WIDER) expect(await rowsOf(NOBODY, table), table).toEqual([])
  })

  it('shows a sealed record to whoever coded it and to whom it was handed, with what belongs to it', async () => {
    const incidents = async (wall: Wall): Promise<readonly unknown[]> =>
      (await rowsOf(wall, 'incidents')).map((one) => one.id)
    expect(await incidents({ organisation: 'abroad', partner: '', handle: 'coder-b' })).toContain(
      'kz-2024-05-09-b',
    )
    expect(await incidents({ organisation: 'abroad', partner: '', handle: 'coder-a' })).not.toContain(
      'kz-2024-05-09-b',
    )
    const lawyer = { organisation: '', partner: '', handle: 'the-lawyer' }
    expect(await incidents(lawyer)).toEqual(['kz-2024-05-09-b'])
    expect((await rowsOf(lawyer, 'decisions')).every((one) => one.record === 'kz-2024-05-09-b')).toBe(true)
    for (const table of ['documents', 'persons', 'bases', 'files', 'sources'])
      expect(await rowsOf(lawyer, table), table).toEqual([])
    // A question goes with its record, and an answer with its question.
    const asked = async (wall: Wall) => [
      (await rowsOf(wall, 'questions')).map((one) => one.about_id).sort(),
      (await rowsOf(wall, 'answers')).length,
    ]
    const colleague = { organisation: 'abroad', partner: '', handle: 'somebody-else' }
    expect(await asked(colleague)).toEqual([['kz-2024-05-07-b'], 1])
    expect(await asked({ ...colleague, handle: 'coder-b' })).toEqual([
      ['kz-2024-05-07-b', 'kz-2024-05-09-b'],
      2,
    ])
    expect(await asked(lawyer)).toEqual([['kz-2024-05-09-b'], 1])
    // So does a sentence about it, with what was said of the sentence.
    const written = async (wall: Wall) => [
      (await rowsOf(wall, 'publication_sentences')).map((one) => one.sentence).sort(),
      (await rowsOf(wall, 'publication_remarks')).length,
    ]
    expect(await written(colleague)).toEqual([['told-07'], 1])
    expect(await written({ ...colleague, handle: 'coder-b' })).toEqual([['told-07', 'told-09'], 2])
    expect(await written(lawyer)).toEqual([[], 0])
    // A testimony that was sealed is for whoever wrote it down, with what was agreed and taken back.
    const voices = async (wall: Wall): Promise<readonly number[]> =>
      Promise.all(
        ['testimonies', 'quotations', 'quotation_ends'].map(async (one) => (await rowsOf(wall, one)).length),
      )
    expect(await voices(colleague)).toEqual([1, 1, 1])
    expect(await voices({ ...colleague, handle: 'coder-b' })).toEqual([2, 2, 2])
    expect(await voices(lawyer)).toEqual([0, 0, 0])
  })

  it('keeps the wall through joins, counts, sorting, unions and functions of the server', async () => {
    const wall = { organisation: 'home', partner: '', handle: 'x' }
    const asked = [
      `select count(*)::int as n from incidents where organisation = 'abroad'`,
      `select count(*)::int as n from decisions d join incidents i on i.id = d.record where i.organisation <> 'home'`,
      `select count(*)::int as n from (select id from incidents union all select record from tellings) t where id like '%-b'`,
      `select count(*)::int as n from documents where text ilike '%aktobe%'`,
      `select coalesce(max(length(names::text)), 0)::int as n from persons where names::text like '%Aktobe%'`,
      `select count(*)::int as n from incidents where to_tsvector(passages::text) @@ to_tsquery('aktobe')`,
    ]
    for (const question of asked) {
      const { rows } = await opened.behind(wall).executeQuery<{ n: number }>(CompiledQuery.raw(question))
      expect(rows[0]?.n, question).toBe(0)
    }
  })

  it('gives no foreign row to any of many questions put together at random', async () => {
    const next = seeded(17)
    const pick = <T>(of: readonly T[]): T => of[next(of.length)] as T
    const readable = tables.filter((one) => one !== 'files')
    const question = (): string => {
      const [a, b] = [pick(readable), pick(readable)]
      const where = pick([
        'true',
        'x::text is not null',
        `x::text ~* 'akt|alm|coder|person|notebook'`,
        `exists (select 1 from ${pick(readable)} z where z::text <> x::text)`,
      ])
      return pick([
        `select x::text as t from ${a} x where ${where}`,
        `select string_agg(x::text, '|') as t from ${a} x where ${where}`,
        `select x::text || y::text as t from ${a} x cross join ${b} y where ${where} limit 200`,
        `select x::text as t from ${a} x full join ${b} y on false where ${where}`,
        `with w as materialized (select x::text as t from ${a} x union all select y::text from ${b} y) select t from w`,
        `select (array_agg(x::text order by random()))[1] as t from ${a} x where ${where}`,
        `select lag(x::text) over (order by x::text) as t from ${a} x where ${where}`,
        `select t from ${a} x, lateral (select x::text || coalesce((select min(y::text) from ${b} y), '') as t) l`,
      ])
    }
    const wall = { organisation: 'home', partner: 'home', handle: 'somebody' }
    let rows = 0
    for (let asked = 0; asked < QUESTIONS; asked += 1) {
      const put = question()
      const answer = await opened.behind(wall).executeQuery<{ t: string | null }>(CompiledQuery.raw(put))
      rows += answer.rows.length
      expect(answer.rows.map((one) => one.t).join(' '), put).not.toMatch(FOREIGN)
    }
    expect(rows).toBeGreaterThan(QUESTIONS)
  })

  it.each([
    ['read the log', 'select input from events'],
    ['read who was forgotten', 'select * from tombstones'],
    ['change a row', `update persons set names = '{}'`],
    ['delete a row', 'delete from decisions'],
    ['empty a table', 'truncate moves'],
    ['put itself into the owner’s place', 'set role aigaq_owner'],
    ['switch the wall off', 'set row_security = off; select * from incidents'],
    ['drop a policy', 'drop policy staff_reads on incidents'],
    ['write a derived row', `insert into public_state values ('x', '1')`],
    [
      'write into the other compartment',
      `insert into persons (id, names, variants, event, nonce, organisation) values ('x', '{}', '[]', 9, 'n', 'abroad')`,
    ],
    [
      'rename a person of the other',
      `insert into persons (id, names, variants, event, nonce, organisation) values ('person-b', '{}', '[]', 9, 'n', 'home')`,
    ],
    [
      'write on in a text of the other',
      `insert into publication_moves (publication, move, by, at, event, nonce, organisation) values ('pub-00000000b', 'withdraw', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'take back a consent that another heard',
      `insert into quotation_ends (testimony, ended_on, why, by, at, event, nonce, organisation) values ('tes-00000b', '2026-10-02', 'x', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'tell another’s testimony anew',
      `insert into testimonies (id, country, speaker, interviewer, language, incidents, tier, by, at, event, nonce, organisation) values ('tes-00000b', 'kz', '{}', 'x', 'ru', '[]', 'team', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'speak in a campaign of the other',
      `insert into campaign_entries (campaign, entry, content, struck, by, at, event, nonce, organisation) values ('cam-0000bb', 'e-0009', '{}', false, 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'write another’s campaign anew',
      `insert into campaigns (id, country, content, by, at, event, nonce, organisation) values ('cam-0000bb', 'kz', '{}', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'strike out what people did in a campaign of the other',
      `insert into action_rulings (id, kind, campaign, body, by, at, why, event, nonce, organisation) values ('r', 'invalid', 'cam-0000bb', '{}', 'x', now(), 'x', 9, 'n', 'home')`,
    ],
    [
      'move a record of the other',
      `insert into moves (record, move, by, at, event, nonce, organisation) values ('kz-2024-05-07-b', 'publish', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'tell a record of the other anew',
      `insert into links (record, kind, target, event, nonce, organisation) values ('kz-2024-05-07-b', 'follows', 'x', 9, 'n', 'home')`,
    ],
    [
      'ask about another’s record',
      `insert into questions (id, about_kind, about_id, words, by, at, event, nonce, organisation) values ('q', 'incident', 'kz-2024-05-07-b', 'x', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'answer another’s question',
      `insert into answers (question, verdict, words, by, at, event, nonce, organisation) values ('q-00000000000000b0', 'answered', 'x', 'x', now(), 9, 'n', 'home')`,
    ],
    [
      'say for another that somebody looked',
      `insert into coverage (id, country, collector, date_from, date_to, looked, by, at, event, nonce, organisation) values ('v', 'kz', 'x', '2020-01-01', '2020-01-31', 'looked', 'x', now(), 9, 'n', 'abroad')`,
    ],
    ['write what a count reads', `update counted set numbers = ''`],
    [
      'read another’s record a second time',
      `insert into second_readings (record, document, held, of_event, rule, compared, agreed, by, at, event, nonce, organisation) select 'kz-2024-05-07-b', id, '[]', 1, 'x', 0, 0, 'x', now(), 9, 'n', 'home' from documents`,
    ],
  ])('does not let staff %s', async (_what, statement) => {
    const store = opened.behind({ organisation: 'home', partner: '', handle: 'coder-a', acts: 'home' })
    await expect(store.executeQuery(CompiledQuery.raw(statement))).rejects.toThrow()
  })

  it.each([
    ['home', true],
    ['abroad', false],
  ])(
    'lets those who run campaigns of %s and read no records rule on their own: %s for what holds for all',
    async (own, may) => {
      const store = opened.behind({ organisation: '', partner: '', handle: 'runs', acts: own })
      const ruling = (kind: string, campaign: string | null): string =>
        `insert into action_rulings (id, kind, campaign, body, by, at, why, event, nonce, organisation) values ('r-${kind}-${own}', '${kind}', ${campaign === null ? 'null' : `'${campaign}'`}, '{}', 'x', now(), 'x', 9, 'n', '${own}')`
      const campaign = own === 'home' ? 'cam-0000aa' : 'cam-0000bb'
      await store.executeQuery(CompiledQuery.raw(ruling('invalid', campaign)))
      const turned = store.executeQuery(CompiledQuery.raw(ruling('switch', null)))
      await (may ? turned : expect(turned).rejects.toThrow('row-level security'))
    },
  )

  it('lets staff record a decision of their own through the same door as everybody', async () => {
    const world: Context = {
      ...worldOn(opened.store),
      store: opened.behind({ organisation: 'home', partner: '', handle: 'second' }),
      actor: somebody('second', 'home'),
    }
    await recordAll(world, [aMove('withdraw', ['kz-2024-05-07-a'], { by: 'second' })])
    const row = await opened.store
      .selectFrom('incidents')
      .select('state')
      .where('id', '=', 'kz-2024-05-07-a')
      .executeTakeFirst()
    expect(row?.state).toBe('withdrawn')
    await expect(
      recordAll(world, [aMove('verify', ['kz-2024-05-07-b'], { by: 'second' })]),
    ).rejects.toMatchObject({
      code: 'record.unknown',
    })
  })

  it('has row security switched on and forced for every table with an owner, and none whose owner passes it', async () => {
    const { rows } = await sql<{ name: string; on: boolean; forced: boolean }>`
      select relname as name, relrowsecurity as on, relforcerowsecurity as forced from pg_class c
      join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`.execute(
      opened.store,
    )
    const walled = rows.filter((one) => one.on && one.forced).map((one) => one.name)
    expect(walled).toEqual(
      expect.arrayContaining([...COMPARTMENTED, 'incidents', 'events', 'files', 'sources']),
    )
    const withColumn = await sql<{ name: string }>`
      select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'organisation'`.execute(
      opened.store,
    )
    // No login of staff reaches these at all.
    for (const { name: table } of withColumn.rows)
      if (!['accounts', 'invitations', 'exports', 'file_views'].includes(table))
        expect(walled, table).toContain(table)
  })
})
