/** Somebody's name is typed into every field that holds words; forgotten, it is in no table, in no script, whatever was done with it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDecision, aSource, emptyWorld, recordAll } from '../../test/world.ts'
import type { Context } from './context.ts'
import { forgetPerson } from './forget-person.ts'
import { importReport } from './import-report.ts'
import { keepReading } from './model/read-with-model.ts'
import { verify } from './verify.ts'

const NAME = { en: 'Asan Usenov', ru: 'Асан Усенов', kk: 'Асан Үсенов' }
const ALL = `${NAME.en}, ${NAME.ru}, ${NAME.kk}`
const FORMS = /usenov|усенов|үсенов/iu
const ID = 'kz-2024-05-07-u'
const lena = { by: 'lena', at: '2026-11-02T09:00:00Z' }
const PLAN = '00000000-0000-4000-8000-000000000001'
/** The name of a table is asked for, and somebody writes their own. */
const TABLE = { after: [], at: '2026-11-02T09:00', by: NAME.ru }
const marat = { by: 'marat', at: '2026-11-03T09:00:00Z' }

let world: Context
const emptyBundle = ({ knowledge }: Context) => ({
  format: 'aigaq-rating@1',
  method: knowledge.codebook.rating.method,
  rows: { country: 'kz', asOf: '2026-10-31', forms: [], indices: [], months: [] },
})
beforeAll(async () => {
  world = await emptyWorld()
  const told = async (words: string, name: string) => {
    const source = {
      ...aSource({
        title: ALL,
        publisher: ALL,
        collector: ALL,
        licence: `asked ${ALL}`,
        url: 'https://e.org/Asan-Usenov',
      }),
      way: 'interview' as const,
    }
    const bytes = new TextEncoder().encode(words)
    const given = { bytes, name: `${name}.txt`, country: 'kz', source, asOf: null, by: 'lena' }
    return (await importReport(world, given)).document
  }
  const document = await told(
    `On 7 May 2024 police in Almaty detained Asan Usenov. Сказал ${NAME.ru}.`,
    'first',
  )
  const other = await told('On 7 May 2024 police in Almaty let Asan Usenov go after an hour.', 'second')
  const reading = (
    await world.house
      .selectFrom('readings')
      .select('id')
      .where('document', '=', document)
      .executeTakeFirstOrThrow()
  ).id
  const values = {
    kind: 'event',
    freedoms: ['assembly'],
    date: '2024-05-07',
    places: ['Almaty'],
    groups: [],
    acts: ['detention'],
    laws: [],
    penalties: [],
  }
  const hand = { kind: 'hand', title: ALL }
  const people = [{ id: 'usenov', harmed: true, role: `kin of ${NAME.en}` }]
  await recordAll(world, [
    { record: 'person', id: 'usenov', names: NAME, variants: ['A. Usenov'], ...lena },
    { record: 'person', id: 'serikova', names: { en: 'Aigul Serikova', ru: null, kk: null }, ...lena },
    aDecision({
      ...{ id: ID, document, from: 'On 7 May', to: 'Usenov.', people, date: '2024-05-07', ...lena },
      ...{ why: ALL, outcome: ALL, tier: { value: 'team', why: ALL } },
    }),
    {
      ...{ record: 'saying', id: ID, document: other, from: 'On 7 May', to: 'an hour.', ...marat, why: ALL },
      says: { people: [{ name: NAME.kk, harmed: false }], outcome: `${NAME.ru} left` },
      weighed: [{ field: 'outcome', how: 'keep' }],
    },
    { record: 'tier', id: ID, value: 'team', why: ALL, ...marat },
    { record: 'question', id: 'q-00000000000000aa', about: { incident: ID }, words: ALL, ...marat },
    { record: 'question', id: 'q-00000000000000ab', about: { draft: `${reading}#0` }, words: ALL, ...marat },
    { record: 'answer', id: 'q-00000000000000aa', verdict: 'answered', words: ALL, ...lena },
    {
      ...{ record: 'second', id: ID, country: 'kz', document, from: 'On 7 May', to: 'Usenov.', ...values },
      ...{ people: [{ name: NAME.ru, harmed: true }], outcome: ALL, by: 'zarina', at: marat.at },
    },
    {
      record: 'case',
      id: 'case-u1',
      country: 'kz',
      title: ALL,
      people: ['usenov', 'serikova'],
      ...lena,
      why: ALL,
    },
    {
      ...{
        record: 'entry',
        id: 'case-u1',
        entry: 'e1',
        people: ['usenov', 'serikova'],
        source: hand,
        ...lena,
        why: ALL,
      },
      what: { kind: 'stage', stage: 'detained', date: '2024-05-07', court: ALL, note: ALL },
    },
    {
      ...{
        record: 'observation',
        id: 'obs-u1',
        sheet: 'custody',
        about: { case: 'case-u1' },
        on: null,
        ...lena,
      },
      ...{ observer: ALL, source: { kind: 'document', document, words: 'detained Asan Usenov' }, why: ALL },
      answers: [{ question: 'remarks', answer: { kind: 'text', text: ALL } }],
    },
    {
      ...{
        record: 'assistance',
        id: 'help-u1',
        what: 'lawyer',
        people: ['serikova'],
        about: {},
        on: null,
        ...lena,
      },
      ...{ doneBy: ALL, to: ALL, note: ALL, source: hand },
    },
    { record: 'share', ids: ['case-u1'], with: { account: 'daniyar' }, ...lena, why: ALL },
    {
      ...{ record: 'assessment', id: 'form-u1', country: 'kz', source: 'partner', asOf: '2026-10-31' },
      ...{ method: 'csr-1@1.0.0', ...lena, why: ALL },
      answers: [{ question: 'assembly.force', aspect: 'law', value: 1, evidence: [ID], note: ALL }],
    },
    {
      ...{ record: 'index', id: 'index-u1', index: 'fiw-e', licence: ALL, from: ALL, vintage: '2026-10-31' },
      values: [{ country: 'kz', variable: 'E', edition: 2026, value: 2, published: '2026-03-01' }],
      ...lena,
    },
    {
      ...{ record: 'rating', id: 'rating-u1', country: 'kz', asOf: '2026-10-31', ...lena, why: ALL },
      ...{ bundle: emptyBundle(world), result: { kind: 'not-rated' } },
    },
    {
      ...{
        record: 'recommendation',
        id: 'rec-u1',
        country: 'kz',
        body: 'human-rights-committee',
        on: '2026',
      },
      ...{ addressees: ['authorities'], ask: { en: ALL, ru: null, kk: null }, people: ['usenov'] },
      ...{ said: { words: ALL, language: 'en', title: ALL, place: ALL, url: null }, public: true },
      ...{ why: ALL, ...lena },
    },
    {
      ...{ record: 'grade', id: 'rec-u1', grader: 'us', on: '2026-10-01', grade: 'D', ...lena },
      ...{ evidence: [{ title: ALL, url: null, on: null }], note: { en: ALL, ru: null, kk: null } },
    },
    {
      ...{ record: 'tactic', id: 'tactic-u1', public: true, why: ALL, ...lena },
      tactic: {
        ...{ name: { en: ALL, ru: null, kk: null }, what: { en: ALL, ru: null, kk: null }, cost: 'none' },
        ...{ people: { from: 1, to: null }, hours: { from: 1, to: null }, for: ['held'] },
        questions: [{ en: ALL, ru: null, kk: null }],
        evidence: [{ found: false, text: { en: ALL, ru: null, kk: null }, source: null }],
      },
    },
    {
      ...{ record: 'plan', id: PLAN, ...lena },
      entries: [{ id: PLAN, plan: PLAN, line: 'goal', part: 'goal', field: 'text', text: ALL, ...TABLE }],
    },
    { record: 'panel', id: 'rating-u1', kind: 'dissent', words: ALL, ...marat },
    {
      record: 'watch',
      id: 'watch-u1',
      country: 'kz',
      month: '2026-10',
      verdict: 'alert',
      words: ALL,
      ...marat,
    },
  ])
  const bonds = [{ kind: 'incident', id: ID }]
  const prints = { [`incident:${ID}`]: { people: 'a name, hashed', date: 'x' } }
  const sentence = { words: ALL, told: ALL, bonds, prints, isOut: false, why: ALL }
  const ofHim = { ...sentence, id: 'of-usenov', bonds: [{ kind: 'person', id: 'usenov' }] }
  const outline = [
    {
      ...{ id: 'one', title: ALL, isOut: false },
      blocks: [{ kind: 'points', sentences: ['told', 'of-usenov'] }],
    },
  ]
  const manuscript = {
    ...{ language: 'en', kind: 'update', subject: ALL, title: ALL, summary: ALL, figure: null },
    ...{ notes: [], colophon: [ALL] },
    sections: [
      {
        ...{ id: 'one', title: ALL, aside: null },
        blocks: [{ kind: 'points', points: [{ id: 'told', runs: [{ kind: 'text', text: ALL }], bonds }] }],
      },
    ],
  }
  const asked = { kind: 'update', country: 'kz', period: '2024-q2' }
  const text = { record: 'publication', asked, language: 'en', ...lena, why: ALL }
  await recordAll(world, [
    { ...text, id: 'pub-00000000aa', outline, sentences: [{ ...sentence, id: 'told' }, ofHim] },
    { ...text, id: 'pub-00000000ab', asked: { kind: 'case', of: 'usenov' }, outline, sentences: [ofHim] },
    { record: 'text', id: 'pub-00000000aa', seen: 999, sentences: [{ ...sentence, id: 's-own' }], ...marat },
    {
      ...{ record: 'remark', id: 'pub-00000000aa', remark: 'r-00000000aa', kind: 'comment', words: ALL },
      ...{ sentence: 's-own', ...marat },
    },
    { record: 'issue', id: 'pub-00000000aa', move: 'submit', seen: 999, why: ALL, ...lena },
    { record: 'issue', id: 'pub-00000000aa', move: 'approve', seen: 999, why: ALL, ...lena },
    {
      ...{ record: 'issue', id: 'pub-00000000aa', move: 'publish', seen: 999, why: ALL, ...lena },
      frozen: { manuscript, prints, drafted: ['told'], request: asked },
    },
    {
      ...{ record: 'offer', id: 'pub-00000000aa', version: 1, hash: 'a'.repeat(64), isSubstance: true },
      ...{ frozen: { manuscript, prints, drafted: ['told'], request: asked }, why: ALL, ...marat },
    },
    {
      ...{ record: 'signature', id: 'pub-00000000aa', signatory: 'sg-0123456789ab', act: 'sign', version: 1 },
      signature: { names: { en: ALL, ru: null, kk: null }, country: 'KZ', place: ALL, role: ALL },
      ...{ ...marat, why: ALL },
    },
    ...testimoniesOf('tes-00000a', { person: 'usenov' }),
    ...testimoniesOf('tes-00000b', { who: ALL }),
    ...campaignOf('cam-00000a', { kind: 'person', person: 'usenov' }),
    ...campaignOf('cam-00000b', { kind: 'law', law: 'CC-174' }),
    { record: 'unquote', id: 'tes-00000b', on: '2026-11-02', why: ALL, ...marat },
  ])
  const link = { publication: 'pub-00000000aa', label: ALL, token_hash: 'x', expires: '2026-12-01' }
  await world.house
    .insertInto('sign_links')
    .values({ id: 'sg-0123456789ab', ...link, by: 'marat', made: '2026-11-01' })
    .execute()
  const claims = await world.house
    .selectFrom('claims')
    .select('id')
    .where('record', '=', ID)
    .where('field', '=', 'outcome')
    .execute()
  await recordAll(world, [
    {
      record: 'ruling',
      id: ID,
      field: 'outcome',
      stands: claims.map((one) => one.id).slice(0, 1),
      why: ALL,
      ...lena,
    },
  ])
  const named = await world.house
    .selectFrom('claims')
    .select('id')
    .where('record', '=', ID)
    .where('field', '=', 'person')
    .executeTakeFirst()
  const names = { en: 'Somebody Else', ru: null, kk: null }
  await recordAll(world, [
    { record: 'person', id: 'somebody-else', names, ...lena },
    {
      record: 'stems',
      id: 'stems',
      stems: ['usen', 'ussin'],
      verdict: 'same',
      why: 'two spellings',
      ...lena,
    },
    {
      ...{ record: 'bodies', id: 'bodies', bodies: [`${NAME.ru} Foundation`, 'Another'], relation: 'same' },
      ...{ verdict: 'same', why: ALL, ...lena },
    },
    {
      ...{ record: 'action-ruling', id: 'rul-0123456789ab', why: ALL, ...lena },
      body: { kind: 'switch', switch: 'signing', on: false },
    },
    { record: 'stems', id: 'stems', stems: ['karim', 'karimbek'], verdict: 'same', why: 'cousins', ...lena },
    { record: 'judgement', id: ID, claim: named?.id, person: 'usenov', verdict: 'same', why: ALL, ...lena },
    {
      record: 'judgement',
      id: ID,
      claim: named?.id,
      person: 'somebody-else',
      verdict: 'different',
      why: ALL,
      ...lena,
    },
  ])
  const patch = {
    campaign: 'cam',
    motif: 'star',
    cloth: 0,
    language: 'en',
    day: '2026-11-01',
    shown: true,
    by: 'lena',
  }
  await world.house
    .insertInto('action_patches')
    .values({ id: 'a'.repeat(32), words: ALL, ...patch })
    .execute()
  for (const [at, campaign] of ['cam-00000a', 'cam-00000b'].entries()) {
    const [id, day] = [`${at}`.repeat(32), '2026-11-01']
    const { house } = world
    await house.insertInto('action_asks').values({ id, campaign, sealed: 'x', day }).execute()
    await house.insertInto('action_marks').values({ campaign, mark: 'm', mails: 1, done: true }).execute()
    await house.insertInto('action_news').values({ id, campaign, list: 1, sealed: 'x' }).execute()
    await house
      .insertInto('action_patches')
      .values({ ...patch, id, campaign, words: null, language: null })
      .execute()
  }
  await world.house
    .insertInto('field_items')
    .values({
      ...{ id: 'b'.repeat(64), list: 1, bytes: 6, body: Buffer.from('sealed'), pass: null, brought: 'lena' },
      ...{ day: '2026-11-01', noted: true, verdict: 'recorded', record: ID, why: ALL, by: 'lena' },
      decided: '2026-11-01',
    })
    .execute()
  await world.house
    .insertInto('intake_triage')
    .values({
      ...{ mailbox: 'm'.repeat(64), verdict: 'taken', consent: 'given', record: null, why: ALL },
      ...{ by: 'lena', day: '2026-11-01' },
    })
    .execute()
  const span = { start: 0, end: 60 }
  const person = { name: NAME.en, aliases: [NAME.kk], role: null, harmed: true }
  const proposals = [{ field: 'person', value: person, span, rule: 'model:test@1', basis: 'stated' }]
  const found = {
    drafts: [{ span, rule: 'incident-item@1', proposals }],
    mentions: [{ name: NAME.ru, span }],
  }
  await keepReading(
    world,
    { document, organisation: 'home', version: 'anew@1', found: found as never },
    'lena',
  )
})
afterAll(() => world?.store.destroy())

/** Told by them, or by somebody who speaks of them. */
function testimoniesOf(id: string, speaker: Record<string, string>): readonly Record<string, unknown>[] {
  const words = { en: ALL, ru: null, kk: null }
  const consent = { use: { kind: 'any' }, on: '2026-11-01', how: ALL, until: null }
  return [
    {
      ...{ record: 'testimony', id, country: 'kz', speaker, on: null, interviewer: ALL, language: 'ru' },
      ...{ words: ALL, incidents: [ID], why: ALL, ...lena },
    },
    {
      ...{ record: 'quotation', id, quotation: 'q1', said: ALL, wording: words, ...lena },
      ...{ shown: { kind: 'described', as: words }, consent },
    },
  ]
}

/** For them, or for a law in words that name them. */
function campaignOf(id: string, subject: Record<string, string>): readonly Record<string, unknown>[] {
  const words = { en: ALL, ru: null, kk: null }
  const source = { kind: 'elsewhere', title: ALL }
  return [
    {
      ...{ record: 'campaign', id, country: 'kz', subject, title: words, demand: words, story: words },
      ...{ points: [words], targets: [], kinds: ['letter'], thresholds: [], incidents: [ID] },
      ...{ proposedBy: ALL, partner: ALL, why: ALL, ...lena },
    },
    {
      ...{ record: 'campaign-entry', id, entry: 'e-0001', why: ALL, ...lena },
      body: { kind: 'outcome', outcome: 'replied', on: '2026-11-01', words, source, contribution: 'none' },
    },
  ]
}

const rowsThatSayIt = async (): Promise<readonly string[]> => {
  const tables = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.house)
  const said: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<{
      row: string
    }>`select row_to_json(t)::text as row from ${sql.table(name)} t`.execute(world.house)
    for (const { row } of rows)
      if (FORMS.test(row))
        said.push(`${name}: ${row.slice(Math.max(0, row.search(FORMS) - 80), row.search(FORMS) + 40)}`)
  }
  return said
}

it('is typed into every one of the new tables, or this would prove nothing', async () => {
  const tables = new Set((await rowsThatSayIt()).map((one) => one.split(':')[0]))
  for (const table of [
    'questions',
    'answers',
    'second_readings',
    'case_records',
    'incidents',
    'sources',
    'events',
    'shares',
    'readings',
    'judgements',
    'assessments',
    'index_values',
    'panel_words',
    'watch_words',
    'publications',
    'publication_outlines',
    'publication_sentences',
    'publication_remarks',
    'publication_moves',
    'publication_issues',
    'sign_offers',
    'sign_acts',
    'sign_links',
    'testimonies',
    'quotations',
    'quotation_ends',
    'action_rulings',
    'action_patches',
    'field_items',
    'intake_triage',
    'campaigns',
    'campaign_entries',
    'recommendations',
    'recommendation_grades',
    'tactics',
    'plan_entries',
  ])
    expect([...tables], table).toContain(table)
})

it('is in none of them afterwards, and the log still adds up', async () => {
  await forgetPerson(world, { person: 'usenov', by: 'operator', why: 'asked for' })
  expect(await rowsThatSayIt()).toEqual([])
  // Nor can a name be tried against what was kept of the record.
  const texts = await world.house.selectFrom('publication_sentences').select(['sentence', 'prints']).execute()
  expect(texts.map((one) => one.sentence).sort()).toEqual(['s-own', 'told'])
  expect(JSON.stringify(texts)).not.toContain('a name, hashed')
  // What they told is gone whole; what another told of them stays without them.
  const left = await world.house.selectFrom('testimonies').select('id').execute()
  expect(left).toEqual([{ id: 'tes-00000b' }])
  const campaigns = await world.house.selectFrom('campaigns').select('id').execute()
  expect(campaigns).toEqual([{ id: 'cam-00000b' }])
  // Of their campaign nobody can find out any more who asked, who signed, who wants to hear of it and what was sewn.
  for (const table of ['action_asks', 'action_marks', 'action_news', 'action_patches'] as const) {
    const rows = await world.house.selectFrom(table).select('campaign').orderBy('campaign').execute()
    expect([table, rows.map((one) => one.campaign).filter((one) => one !== 'cam')]).toEqual([
      table,
      ['cam-00000b'],
    ])
  }
  // The record stays without them; what it was written down from cannot be read here, so it goes.
  const sent = await world.house.selectFrom('field_items').select(['record', 'body']).execute()
  expect(sent).toEqual([{ record: ID, body: null }])
  const stems = await world.house
    .selectFrom('judgements')
    .select(['left_id', 'right_id'])
    .where('left_kind', '=', 'stem')
    .execute()
  expect(stems).toEqual([{ left_id: 'karim', right_id: 'karimbek' }])
  const said = await world.house
    .selectFrom('events')
    .select('input')
    .where('object', '=', 'stems')
    .orderBy('seq')
    .execute()
  expect(said.map((one) => one.input !== null)).toEqual([false, true])
  expect((await verify(world)).breaks).toEqual([])
})
