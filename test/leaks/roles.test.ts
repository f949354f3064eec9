/** Somebody of every role in two organisations walks the workspace of a world that names two hundred protected people; each reads what the table of access lets them, and nobody else's name. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/access.ts'
import { sha256 } from '../../src/store/leaf.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import { desk } from '../../src/web/desk/desk.ts'
import type { DeskEnv } from '../../src/web/middleware/signed-in.ts'
import { type Answer, read as answered } from '../crawl.ts'
import { IS_WHOLE } from '../sample.ts'
import { ROOT, signedInAs } from '../world.ts'
import { CASE_IDS } from './cases.ts'
import { agreed, askedFor, taken } from './copies.ts'
import { deskAnswers, type Guesses, ORIGIN, oracles, sent, strays, unechoed } from './desk-crawl.ts'
import { leaksIn } from './finder.ts'
import { fullName, type Invented } from './people.ts'
import { HANDED_TO, type Kept, type Staffed, staffedWorld } from './staffed-world.ts'
import { VOICE_IDS } from './voices.ts'

let staffed: Staffed
let guesses: Guesses
let app: Hono<DeskEnv>
const read = new Map<string, readonly Answer[]>()

type Asking = readonly [handle: string, role: Role, organisation: string]
/** Who may read what another of these reads, and meets other pages: walked where all are asked for. */
const LIKE_OTHERS = new Set(['educator-home', 'editor-abroad'])
/** Every role; in both organisations where what they may read differs. Each walk takes seconds. */
const EVERYBODY: readonly Asking[] = [
  ['partner-home', 'partner', 'home'],
  ['partner-abroad', 'partner', 'abroad'],
  ['campaigner-abroad', 'campaigner', 'abroad'],
  ['educator-home', 'educator', 'home'],
  ['lawyer-home', 'lawyer', 'home'],
  ['administrator-home', 'administrator', 'home'],
  ['auditor-abroad', 'auditor', 'abroad'],
  ['monitor-abroad', 'monitor', 'abroad'],
  ['editor-abroad', 'editor', 'abroad'],
  [HANDED_TO, 'lawyer', 'abroad'],
]
const OUTSIDE = EVERYBODY.filter(([handle]) => IS_WHOLE || !LIKE_OTHERS.has(handle))
const INSIDE: readonly Asking[] = [['monitor-home', 'monitor', 'home']]

beforeAll(async () => {
  staffed = await staffedWorld()
  const { world, kept, foreignRecord, hidden, handed } = staffed
  const ids = kept.map((one) => one.id)
  const documents = await world.house.selectFrom('documents').select('id').execute()
  const unread = hidden.filter((one) => !handed.people.includes(one))
  guesses = {
    records: [...ids, foreignRecord, 'kz-2024-z9'],
    trails: [handed.id, ...ids.slice(0, 8), foreignRecord],
    documents: documents.map((one) => one.id),
    people: hidden.slice(0, 4).map((one) => one.id),
    questions: [...staffed.questions.values()].slice(0, 12),
    secrets: [
      ...[0, 6, 7].flatMap((index) => unread[index]?.surname.en ?? []),
      ...unread.slice(9, 10).map((one) => fullName(one, 'ru')),
    ],
  }
  app = desk(world, {
    root: ROOT,
    host: '127.0.0.1',
    staff: { behind: (wall) => testStaff(world.house, wall) },
  })
  for (const [handle, role, organisation] of [...OUTSIDE, ...INSIDE]) {
    const who = await signedInAs(world, { handle, role, organisation })
    const shared = kept.filter((one) => isReadyFor(organisation, one)).map((one) => one.id)
    const copies =
      handle === 'partner-abroad' ? [await askedFor(app, who, { ids: shared, audience: 'partner' })] : []
    read.set(handle, await deskAnswers(app, who, { ...guesses, copies }))
  }
})
afterAll(() => staffed?.world.store.destroy())

const everybody = (): readonly Invented[] => [
  ...staffed.hidden,
  ...staffed.partners,
  ...staffed.shown,
  ...staffed.foreign,
]
/** The initials of one are those of another, so they tell nothing where whole passages may be read. */
const butInitials = (people: readonly Invented[]): readonly Invented[] =>
  people.map((one) => ({ ...one, level: 'initials' }))

/** Found safe, and shared with this organisation. */
const isReadyFor = (organisation: string, one: Kept): boolean => one.to === organisation && leaves(one)
const leaves = (one: Kept): boolean =>
  ['cleared', 'published'].includes(one.state) && ['public', 'partner'].includes(one.tier)

const isPublic = (one: Kept): boolean => one.state === 'published' && one.tier === 'public'

/** Whom each may read of, by name. */
function readable([handle, role, organisation]: Asking): ReadonlySet<Invented> {
  const { kept, shown, handed, foreign } = staffed
  if (handle === HANDED_TO) return new Set(handed.people)
  const named = (of: typeof kept): readonly Invented[] =>
    of.flatMap((one) => one.people).filter((one) => one.level === 'name')
  const publicly = named(kept.filter(isPublic)).filter((one) => shown.includes(one))
  if (role === 'partner')
    return new Set([...publicly, ...named(kept.filter((one) => isReadyFor(organisation, one)))])
  if (role === 'campaigner' || role === 'educator') return new Set(publicly)
  if (organisation === 'abroad' && (role === 'monitor' || role === 'editor')) return new Set(foreign)
  return new Set()
}

const tells = (answers: readonly Answer[], id: string): boolean =>
  answers.some((one) => !one.url.includes(id) && one.text.includes(id))

/** Cut into words once for each, however often they are searched. */
const unechoedOf = new Map<string, readonly Answer[]>()
function answersOf(handle: string): readonly Answer[] {
  const known = unechoedOf.get(handle) ?? unechoed(read.get(handle) ?? [], guesses.secrets)
  unechoedOf.set(handle, known)
  return known
}

describe.each(OUTSIDE.map((who) => [who[0], who] as const))('%s', (handle, who) => {
  it('reads nobody but whom the table of access opens to them', () => {
    const may = readable(who)
    const others = everybody().filter((one) => !may.has(one))
    const sought =
      handle === HANDED_TO || who[1] === 'monitor' || who[1] === 'editor' ? butInitials(others) : others
    const leaks = leaksIn(answersOf(handle), sought).map((one) => `${one.url}: ${one.person} ${one.read}`)
    expect([...new Set(leaks)].slice(0, 20)).toEqual([])
  })

  it('reads some of those, where there are any', () => {
    const may = readable(who)
    const found = new Set(leaksIn(answersOf(handle), butInitials([...may])).map((one) => one.person))
    expect(found.size > 0).toBe(may.size > 0)
  })

  it('learns of no record and no person on record but those', () => {
    const answers = read.get(handle) ?? []
    expect(strays(answers, guesses.records)).toEqual([])
    const may = readable(who)
    const told = everybody().filter((one) => !may.has(one) && tells(answers, one.id))
    expect(told.map((one) => one.id)).toEqual([])
  })

  it('learns of no case, observation or assistance', () => {
    const answers = read.get(handle) ?? []
    expect(CASE_IDS.filter((id) => tells(answers, id))).toEqual([])
    const opened = answers.filter((one) => one.status === 200 && /\/(case|obs|help)-l\d/.test(one.url))
    expect(opened.map((one) => one.url)).toEqual([])
  })

  it('is answered about a secret like about a word that stands nowhere', () =>
    expect(oracles(read.get(handle) ?? [], guesses.secrets)).toEqual([]))

  it('meets no failure, and nothing that may be kept on the way', () => {
    const answers = (read.get(handle) ?? []).filter((one) => one.url !== 'log')
    expect(answers.length).toBeGreaterThan(150)
    expect(answers.filter((one) => one.status >= 500).map((one) => one.url)).toEqual([])
    const kept = answers.filter(
      (one) => one.headers.get('Cache-Control') !== 'no-store' || one.headers.has('ETag'),
    )
    expect(kept.map((one) => one.url)).toEqual([])
  })

  it('leaves nothing in the log of the process', () =>
    expect(read.get(handle)?.find((one) => one.url === 'log')?.text).toBe(''))
})

describe('the walk', () => {
  it('asked thousands of times', () => {
    const asked = [...read.values()].reduce((sum, one) => sum + one.length, 0)
    expect(asked).toBeGreaterThan(2_000)
  })

  it('finds the people where a monitor of the house reads of them', () => {
    const found = leaksIn(answersOf('monitor-home'), butInitials(staffed.hidden))
    expect(new Set(found.map((one) => one.person)).size).toBeGreaterThan(190)
    expect(oracles(read.get('monitor-home') ?? [], guesses.secrets)).not.toEqual([])
  })

  it('leads a monitor of the house to no record that is sealed', () =>
    expect(strays(read.get('monitor-home') ?? [], guesses.records)).toEqual([]))

  it('leads a monitor of the house to the cases and testimonies of the team, and to none that is sealed or hangs on one', () => {
    const answers = read.get('monitor-home') ?? []
    expect(CASE_IDS.filter((id) => tells(answers, id))).toEqual(
      expect.arrayContaining(['case-l1', 'obs-l1', 'help-l1']),
    )
    expect(['case-l2', 'obs-l2', 'help-l2'].filter((id) => tells(answers, id))).toEqual([])
    expect(VOICE_IDS.filter((id) => tells(answers, `"id":"${id}"`))).toEqual(['tes-00000l1'])
  })

  it('leads a monitor of the house to questions, but to none on a sealed record, and to no words told of one', () => {
    const answers = read.get('monitor-home') ?? []
    const { kept, questions, sealedWords } = staffed
    const toldOf = (tier: string) =>
      kept.filter((one) => one.tier === tier && tells(answers, questions.get(one.id) ?? 'none'))
    expect(toldOf('team')).not.toEqual([])
    expect(toldOf('sealed')).toEqual([])
    expect(tells(answers, sealedWords)).toBe(false)
    expect(tells(answers, 'by-hand-0123456789')).toBe(false)
  })

  it('leads a monitor of the house to nobody of the other organisation', () =>
    expect(leaksIn(answersOf('monitor-home'), butInitials(staffed.foreign))).toEqual([]))
})

describe('a copy that leaves the house', () => {
  const ids = (): readonly string[] => staffed.kept.filter(leaves).map((one) => one.id)
  const copyOf = async (audience: 'public' | 'partner' | 'team', second?: string) => {
    const who = await signedInAs(staffed.world, { handle: 'editor-home' })
    const id = await askedFor(app, who, { ids: ids(), audience })
    if (second) await agreed(app, await signedInAs(staffed.world, { handle: second }), id)
    return { id, copies: [await taken(app, who, id, 'csv'), await taken(app, who, id, 'json')] }
  }

  it.each(['public', 'partner'] as const)('for %s names whom it may, and nobody else', async (audience) => {
    const { id, copies } = await copyOf(audience)
    expect(copies.map((one) => one.status)).toEqual([200, 200])
    const { kept, shown, hidden, partners, foreign } = staffed
    const may = audience === 'public' ? shown : [...shown, ...partners]
    const others = [...hidden, ...partners, ...foreign].filter((one) => !may.includes(one))
    expect(leaksIn(copies, others)).toEqual([])
    expect(leaksIn(copies, audience === 'public' ? shown : partners)).not.toEqual([])
    // Each row says whose copy it is, and the file is called by nothing else than its number.
    const rows = kept.filter(leaves).filter((one) => audience === 'partner' || isPublic(one)).length
    for (const one of copies) expect(one.text.split(`${id} editor-home 2026-11-30`).length - 1).toBe(rows)
    expect(copies.map((one) => one.headers.get('Content-Disposition'))).toEqual(
      ['csv', 'json'].map((format) => `attachment; filename="aigaq-${id.slice(0, 10)}.${format}"`),
    )
  })

  it('with everything in it is never made by one person', async () => {
    const alone = await copyOf('team')
    expect(alone.copies.map((one) => one.status)).toEqual([409, 409])
    expect(leaksIn(alone.copies, everybody())).toEqual([])
    const together = await copyOf('team', 'bota')
    expect(new Set(leaksIn(together.copies, staffed.hidden).map((one) => one.person)).size).toBeGreaterThan(
      50,
    )
  })

  it('leaves nothing of whom it names in what an auditor reads of the log', async () => {
    const who = await signedInAs(staffed.world, { handle: 'auditor-home', role: 'auditor' })
    for (const path of ['log', 'log.json']) {
      const answer = await app.request(`${ORIGIN}/en/desk/${path}`, { headers: { Cookie: who.cookie } })
      const found = await answered(path, answer)
      expect(found.text).toContain('export-taken')
      expect(leaksIn([found], everybody())).toEqual([])
    }
  })
})

describe('a partner’s program', () => {
  type Page = { readonly records: readonly { readonly id: string }[]; readonly next: string | null }
  const who: Asking = ['partner-abroad', 'partner', 'abroad']
  const entered = () => signedInAs(staffed.world, { handle: who[0], role: who[1], organisation: who[2] })
  const ask = async (path: string, key?: string): Promise<Answer> =>
    answered(
      path,
      await app.request(
        `${ORIGIN}/api/v1/${path}`,
        key === undefined ? {} : { headers: { Authorization: `Bearer ${key}` } },
      ),
    )
  const newKey = async (): Promise<string> => {
    const { text } = await sent(app, await entered(), 'me/tokens', { label: 'a nightly script' })
    return /aigaq_[\w-]{43}/.exec(text)?.[0] ?? ''
  }
  const uses = async () =>
    staffed.world.house.selectFrom('events').selectAll().where('use_case', '=', 'account-token-use').execute()

  it('reads what was shared with the partner, page by page, and nobody else’s name', async () => {
    const key = await newKey()
    const [pages, told]: [Answer[], string[]] = [[], []]
    for (let next: string | null = ''; next !== null; ) {
      const page = await ask(`records?limit=20${next === '' ? '' : `&cursor=${next}`}`, key)
      pages.push(page)
      const said = JSON.parse(page.text.slice(page.text.indexOf('{'))) as Page
      told.push(...said.records.map((one) => one.id))
      next = said.next
    }
    const ready = staffed.kept.filter((one) => isReadyFor('abroad', one)).map((one) => one.id)
    expect(told).toEqual([...ready].sort())
    const single: Answer[] = []
    for (const id of guesses.records.slice(0, 30)) single.push(await ask(`records/${id}`, key))
    const may = readable(who)
    expect(
      leaksIn(
        [...pages, ...single],
        everybody().filter((one) => !may.has(one)),
      ),
    ).toEqual([])
    expect(leaksIn(pages, [...may])).not.toEqual([])
    // No answer tells the id, and so the day, of a record that cannot be opened.
    const closed = single.filter((one) => one.status !== 200).map((one) => one.url.slice('records/'.length))
    expect(closed.length).toBeGreaterThan(5)
    expect(closed.filter((id) => tells([...pages, ...single], id))).toEqual([])
  })

  it('leaves each answer in the log, with its size and hash and no word of it', async () => {
    const before = (await uses()).length
    await ask('records?limit=3', await newKey())
    const entries = await uses()
    expect(entries.length).toBe(before + 1)
    expect(entries.at(-1)).toMatchObject({
      actor: 'partner-abroad',
      input: { records: 3, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  it('is refused alike without a key, with one made up, taken back, too old, or of somebody suspended or away', async () => {
    const [key, alive] = [await newKey(), await newKey()]
    const { id } = await staffed.world.house
      .selectFrom('api_tokens')
      .select('id')
      .where('hash', '=', sha256(key))
      .executeTakeFirstOrThrow()
    const refused = async (one?: string) => {
      const { status, text, headers } = await ask('records', one)
      return [status, headers.get('WWW-Authenticate'), text.slice(text.indexOf('{'))]
    }
    const none = await refused()
    expect(none).toEqual([401, 'Bearer', expect.stringContaining('"code":"token.unknown"')])
    expect(await refused(`aigaq_${'A'.repeat(43)}`)).toEqual(none)
    await sent(app, await entered(), 'me/tokens/revoke', { key: id })
    expect(await refused(key)).toEqual(none)
    expect((await ask('records?limit=1', alive)).status).toBe(200)
    for (const change of [
      { state: 'suspended' as const },
      { state: 'active' as const, away: true },
      { away: false, role: 'monitor' as const },
    ]) {
      await staffed.world.house
        .updateTable('accounts')
        .set(change)
        .where('handle', '=', 'partner-abroad')
        .execute()
      expect([change, await refused(alive)]).toEqual([change, none])
    }
    await staffed.world.house
      .updateTable('accounts')
      .set({ role: 'partner' })
      .where('handle', '=', 'partner-abroad')
      .execute()
    await staffed.world.house.updateTable('api_tokens').set({ ends: '2026-11-22' }).execute()
    expect(await refused(alive)).toEqual(none)
  })

  it('is not to be had by anybody else', async () => {
    const monitor = await signedInAs(staffed.world, { handle: 'monitor-home', role: 'monitor' })
    expect((await sent(app, monitor, 'me/tokens', { label: 'mine' })).text).not.toMatch(/aigaq_[\w-]{43}/)
  })

  it('has no key in the database', async () => {
    const key = await newKey()
    const rows = await staffed.world.house.selectFrom('api_tokens').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(key.slice(6))
  })
})

describe('the log in the database', () => {
  it('says to nobody who is signed in what its entries are about', async () => {
    const store = testStaff(staffed.world.house, {
      organisation: 'home',
      partner: 'home',
      handle: 'aigerim',
    })
    await expect(store.selectFrom('events').select('input').execute()).rejects.toThrow(/permission denied/)
    await expect(store.selectFrom('events').select('object').execute()).rejects.toThrow(/permission denied/)
    expect((await store.selectFrom('events').select(['seq', 'hash']).execute()).length).toBeGreaterThan(10)
  })
})
