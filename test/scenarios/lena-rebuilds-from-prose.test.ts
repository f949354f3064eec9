/** Lena does not believe the numbers: she throws every derived tier away and makes it again from prose and decisions. */
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/adapters/clock.ts'
import { keyOf, noteKeyText } from '../../src/adapters/note-keys.ts'
import { signerWith } from '../../src/adapters/signing.ts'
import { APPENDED, DERIVED } from '../../src/store/kinds-of-tables.ts'
import { testStore } from '../../src/store/test-stores.ts'
import { digest, verifyLog } from '../../src/store/verify.ts'
import { saveCampaign } from '../../src/usecases/act/campaigns.ts'
import type { Context } from '../../src/usecases/context.ts'
import { agreeExport } from '../../src/usecases/exports/agree-export.ts'
import { askExport } from '../../src/usecases/exports/ask-export.ts'
import { takeExport } from '../../src/usecases/exports/take-export.ts'
import { fixMargins } from '../../src/usecases/fix-margins.ts'
import { knowWitness } from '../../src/usecases/log/know-witness.ts'
import { proposeRating, speakInPanel, speakOfWatch } from '../../src/usecases/rating/say.ts'
import { rebuild } from '../../src/usecases/rebuild.ts'
import { refresh } from '../../src/usecases/refresh.ts'
import { contentOf, replay } from '../../src/usecases/replay.ts'
import { answerAtLink, atLink } from '../../src/usecases/signing/at-link.ts'
import { inviteToSign } from '../../src/usecases/signing/links.ts'
import { offerText } from '../../src/usecases/signing/offer-text.ts'
import { settleSignature } from '../../src/usecases/signing/settle.ts'
import { saveTestimony } from '../../src/usecases/testimony/save-testimony.ts'
import { beginPublication } from '../../src/usecases/writing/begin.ts'
import { movePublication } from '../../src/usecases/writing/move-publication.ts'
import { readPublication } from '../../src/usecases/writing/read-publication.ts'
import { sayOfText } from '../../src/usecases/writing/say-of-text.ts'
import { corpusWorld, ROOT, recordAll } from '../world.ts'

/** What a second reader is not asked. */
const NOT_OF_SECOND = new Set(['disputed', 'beside', 'links', 'tier', 'tiers', 'evidence', 'draft'])

let world: Context
const editor = (handle: string): Context => ({
  ...world,
  actor: { account: handle, handle, organisation: 'home', role: 'editor' },
})

/** Somebody told us something, agreed to be quoted, and took it back. */
async function quoteAndUnquote(): Promise<void> {
  const id = 'tes-0000000a'
  await saveTestimony(editor('lena'), {
    ...{
      record: 'testimony',
      id,
      country: 'kz',
      speaker: { who: 'a lawyer' },
      incidents: ['kz-2020-02-17-b'],
    },
    ...{ on: '2020-03-02', interviewer: 'lena', language: 'en', words: 'They let nobody in that day.' },
  })
  await saveTestimony(editor('lena'), {
    ...{ record: 'quotation', id, quotation: 'q1', said: 'They let nobody in.' },
    wording: { en: 'They let nobody in.', ru: null, kk: null },
    shown: { kind: 'described', as: { en: 'a lawyer', ru: null, kk: null } },
    consent: { use: { kind: 'any' }, on: '2020-03-03', how: 'signed form', until: null },
  })
  await saveTestimony(editor('zarina'), { record: 'unquote', id, on: '2020-03-05', why: 'she called' })
}

/** Somebody proposed a campaign for a change of law, and the partner agreed. */
async function campaignForALaw(): Promise<void> {
  const id = 'cam-0000000a'
  const words = (en: string) => ({ en, ru: null, kk: null })
  await saveCampaign(editor('lena'), {
    ...{ record: 'campaign', id, country: 'kz', subject: { kind: 'law', law: 'AOC-488' } },
    ...{
      title: words('People are fined for gathering.'),
      demand: words('Change it.'),
      story: words('Again.'),
    },
    ...{ points: [], targets: [], kinds: ['letter'], thresholds: [], incidents: ['kz-2020-02-17-b'] },
    ...{ proposedBy: 'a local group', partner: 'group-one' },
  })
  const agrees = { kind: 'partner', word: 'agrees', on: '2020-03-04', how: 'a call' } as const
  await saveCampaign(editor('lena'), { record: 'campaign-entry', id, entry: 'e-0001', body: agrees })
}

/** A lawyer stands for the words of a law card, and five readers read them. */
async function standForACard(): Promise<void> {
  const print = world.knowledge.packs.get('kz')?.cards.get('CC-274')?.prints.en ?? ''
  const of = { id: 'kz/CC-274/en', print, on: '2026-11-20', by: 'bota', at: '2026-11-20T10:00:00Z' }
  const right = { forbids: 5, risk: 4, first: 3, rule: 5, sure: 4 }
  await recordAll(world, [
    { record: 'card-review', ...of, verdict: 'approved', role: 'lawyer', until: '2027-05-01' },
    { record: 'reader-test', ...of, readers: 5, right },
    {
      ...{ record: 'lesson-tally', id: 'kz/satire', tally: 't-a1', from: '2026-11-02', to: '2026-11-09' },
      ...{ lessons: 2, low: 40, best: 50, high: null, method: 'estimated', by: 'bota', at: of.at },
    },
  ])
}

/** A letter that an organisation was asked to sign, and signed. */
async function signLetter(): Promise<void> {
  const asked = { kind: 'letter', country: 'kz', period: '2020-q1', to: 'parliament' }
  const id = await beginPublication(editor('lena'), asked, 'en')
  const seen = async (): Promise<number> => (await readPublication(editor('lena'), id)).seen
  const move = async (handle: string, name: 'submit' | 'approve' | 'publish') =>
    movePublication(editor(handle), id, { move: name, why: 'read', until: '', seen: await seen() })
  await move('lena', 'submit')
  await move('zarina', 'approve')
  await offerText(editor('zarina'), id, { isSubstance: true, why: '', seen: await seen() })
  const token = await inviteToSign(editor('lena'), id, { label: 'a partner', days: '' })
  const names = { en: 'Open Steppe', ru: null, kk: null }
  const signature = { names, country: 'KZ', place: null, role: 'the board' }
  await answerAtLink(world, token, { do: 'sign', version: 1, signature })
  const { signatory } = await atLink(world, token)
  await settleSignature(editor('zarina'), id, signatory, { act: 'confirm', why: '' })
  await move('zarina', 'publish')
}

/** A text that three steps brought to readers. */
async function publish(): Promise<void> {
  const id = await beginPublication(
    editor('lena'),
    { kind: 'update', country: 'kz', period: '2020-q1' },
    'en',
  )
  await sayOfText(editor('zarina'), id, { kind: 'comment', words: 'Too soft?', sentence: '', to: '' })
  for (const [handle, move] of [
    ['lena', 'submit'],
    ['zarina', 'approve'],
    ['zarina', 'publish'],
  ] as const) {
    const { seen } = await readPublication(editor(handle), id)
    await movePublication(editor(handle), id, { move, why: 'read against the records', until: '', seen })
  }
}

beforeAll(async () => {
  world = await corpusWorld()
  await fixMargins(world, { by: 'lena' })
  // What colleagues say to each other, and one of them reading blind what the other decided.
  const at = '2026-11-20T09:00:00Z'
  const question = 'q-0123456789abcdef'
  const [first] = readFileSync(`${ROOT}/examples/decisions-kz-2020-q1.jsonl`, 'utf8').split('\n')
  const decided = Object.fromEntries(
    Object.entries(JSON.parse(first ?? '{}')).filter(([key]) => !NOT_OF_SECOND.has(key)),
  )
  const told = await world.store
    .selectFrom('tellings')
    .select('document')
    .where('record', '=', String(decided.id))
    .executeTakeFirst()
  await recordAll(world, [
    {
      record: 'question',
      id: question,
      about: { incident: decided.id },
      words: 'Which square?',
      by: 'lena',
      at,
    },
    { record: 'answer', id: question, verdict: 'answered', words: 'The old one.', by: 'zarina', at },
    {
      ...{ record: 'action-ruling', id: 'rul-0123456789ab', why: 'a night of trolls', by: 'lena', at },
      body: { kind: 'switch', switch: 'signing', on: false },
    },
    { ...decided, record: 'second', document: told?.document, by: 'zarina', at },
  ])
  const id = await askExport(editor('lena'), {
    ids: ['kz-2020-02-17-b'],
    audience: 'team',
    reason: 'for a court',
  })
  await agreeExport(editor('zarina'), id)
  await takeExport(editor('lena'), id, 'json')
  // A rating with its panel, and a word on the watchlist.
  const values = [{ country: 'kz', variable: 'E', edition: 2026, value: 2, published: '2026-02-26' }]
  await recordAll(world, [
    {
      ...{ record: 'index', id: 'index-r1', index: 'fiw-e', licence: 'see the publisher', from: 'a table' },
      ...{ vintage: '2026-03-01', values, by: 'lena', at },
    },
  ])
  const asOf = '2026-06-30'
  const rating = await proposeRating(editor('lena'), { country: 'kz', asOf })
  await speakInPanel(editor('zarina'), rating, { kind: 'dissent', band: '', words: 'Practice is worse.' })
  const alert = { country: 'kz', verdict: 'alert', words: 'A law is in the making.', asOf } as const
  await speakOfWatch(editor('lena'), alert)
  await standForACard()
  await quoteAndUnquote()
  await campaignForALaw()
  await publish()
  await signLetter()
  const partner = keyOf(signerWith(generateKeyPairSync('ed25519').privateKey), 'witness', 'partner')
  await knowWitness(world, { key: noteKeyText(partner), ended: false }, 'lena')
})
afterAll(() => world.store.destroy())

describe('the example corpus, thrown away and made again', () => {
  it('gives what incremental work gave, table by table', async () => {
    const rebuilt = await rebuild(world)
    expect(rebuilt.tables.filter((one) => !one.same)).toEqual([])
    expect(rebuilt.tables.find((one) => one.table === 'public_incidents')?.rows).toBeGreaterThan(100)
  })

  it('gives the same tiers 2 to 6, and the same log, from the bytes and the decisions alone', async () => {
    const empty = await testStore()
    const replayed = await replay(world, empty)
    expect(replayed.tables.filter((one) => !one.same)).toEqual([])
    expect(replayed.same).toBe(true)
    await empty.destroy()
  })

  it('leaves no row of tiers 2 to 6 that the deletion forgot', async () => {
    const before = new Map<string, string>()
    for (const table of DERIVED) before.set(table, digest(await contentOf(world.store, table)))
    for (const table of DERIVED) await world.store.deleteFrom(table).execute()
    for (const table of DERIVED) expect(await contentOf(world.store, table), table).toEqual([])
    await refresh(world)
    for (const table of DERIVED)
      expect(digest(await contentOf(world.store, table)), table).toBe(before.get(table))
  })

  it('stands for three fifths and more on what rules read; every other value carries a coder’s name', async () => {
    const { standing, byRule } = await refresh(world)
    expect(standing).toBeGreaterThan(1_000)
    expect(byRule / standing).toBeGreaterThanOrEqual(0.6)
    const nobody = await world.store
      .selectFrom('claims')
      .select('id')
      .where('rule', 'is', null)
      .where('coder', 'is', null)
      .execute()
    expect(nobody).toEqual([])
  })

  it('notices a claim that was altered after the fact', async () => {
    await sql`alter table claims disable trigger append_only`.execute(world.store)
    const victim = await world.store
      .selectFrom('claims')
      .select(['id', 'value', 'event'])
      .where('field', '=', 'penalty')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await sql`update claims set value = '{"type": "warning"}' where id = ${victim.id}`.execute(world.store)
    expect((await verifyLog(world.store)).breaks).toContainEqual({ seq: victim.event, kind: 'rows' })
    const empty = await testStore()
    const compared = await replay(world, empty)
    expect(compared.tables.find((one) => one.table === 'claims')?.same).toBe(false)
    await empty.destroy()
    await sql`update claims set value = ${JSON.stringify(victim.value)}::jsonb where id = ${victim.id}`.execute(
      world.store,
    )
    await sql`alter table claims enable trigger append_only`.execute(world.store)
    expect((await verifyLog(world.store)).breaks).toEqual([])
  })

  it('shows other people when the clock passes a review date, and nobody whose basis has ended', async () => {
    const later = { ...world, clock: stoppedClock('2030-01-01T00:00:00Z') }
    await refresh(later)
    const bodies = JSON.stringify(await world.store.selectFrom('public_incidents').select('body').execute())
    expect(bodies).not.toContain('"kind":"named"')
    await refresh(world)
    const again = JSON.stringify(await world.store.selectFrom('public_incidents').select('body').execute())
    expect(again).toContain('"kind":"named"')
  })

  it('covers every append-only table by the log, and has erased nothing', async () => {
    expect(await contentOf(world.store, 'tombstones')).toEqual([])
    for (const table of (Object.keys(APPENDED) as (keyof typeof APPENDED)[]).filter(
      (one) => one !== 'tombstones',
    ))
      expect((await contentOf(world.store, table)).length, table).toBeGreaterThan(0)
  })
})
