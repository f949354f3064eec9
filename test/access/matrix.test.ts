/** Everybody asks for everything by every way there is; each answer is what the table of access says, and what is forbidden is answered like what never was. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/core/access.ts'
import { MOVES } from '../../src/core/state.ts'
import { narrower } from '../../src/core/tier.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { desk } from '../../src/web/desk/desk.ts'
import type { DeskEnv } from '../../src/web/middleware/signed-in.ts'
import { seeded } from '../leaks/people.ts'
import { type Entered, ROOT, signedInAs } from '../world.ts'
import { allows, allowsInHouse, formFor } from './expected.ts'
import {
  ASKING,
  ASSIGNEE,
  accessWorld,
  CASES,
  KEPT,
  type Kept,
  type KeptCase,
  TEXT,
  wordOf,
} from './world.ts'

const ORIGIN = 'http://localhost'
let world: Context
let app: Hono<DeskEnv>
const entered = new Map<string, Entered>()
let cases = 0

beforeAll(async () => {
  world = await accessWorld()
  app = desk(world, {
    root: ROOT,
    host: '127.0.0.1',
    staff: { behind: (wall) => testStaff(world.house, wall) },
  })
  for (const who of [...ASKING, ...HANDED]) entered.set(nameOf(who), await signedInAs(world, who))
  // Everybody has just proved who they are: what is refused here is refused by the table.
  await world.house.updateTable('sessions').set({ stepped_up_at: world.clock.now() }).execute()
})
afterAll(() => world?.store.destroy())

/** The same handle cannot have two accounts: whoever the records were handed to is asked as, role after role. */
const HANDED: readonly Actor[] = [
  { account: ASSIGNEE, handle: ASSIGNEE, organisation: 'third', role: 'lawyer' },
]
const nameOf = (who: Actor): string => `${who.handle} ${who.role}`

const ask = async (who: Actor, path: string): Promise<{ status: number; text: string }> => {
  const answer = await app.request(`${ORIGIN}/en/desk/${path}`, {
    headers: { Cookie: entered.get(nameOf(who))?.cookie ?? '' },
  })
  return { status: answer.status, text: await answer.text() }
}
const send = async (
  who: Actor,
  path: string,
  fields: readonly (readonly [string, string])[],
): Promise<{ status: number; text: string }> => {
  const session = entered.get(nameOf(who))
  const answer = await app.request(`${ORIGIN}/en/desk/${path}`, {
    method: 'POST',
    headers: {
      Cookie: session?.cookie ?? '',
      Origin: ORIGIN,
      Accept: 'application/json',
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Form-Token': session?.formToken ?? '',
    },
    body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
  })
  return { status: answer.status, text: await answer.text() }
}

/** Roles that some line of the table lets code. */
const LETS_CODE = new Set(['monitor', 'editor'])

/** Behind every record in the order of ids, and nowhere in the world. */
const ABSENT = 'kz-2024-z99'

const everybody = [...ASKING, ...HANDED]

describe.each(everybody.map((who) => [nameOf(who), who.organisation, who] as const))(
  '%s of %s',
  (_name, _organisation, who) => {
    it('opens each record in the form that is theirs, or finds nothing there', async () => {
      const absent = await ask(who, `records/${ABSENT}.json`)
      const wrong: string[] = []
      for (const what of KEPT) {
        const answer = await ask(who, `records/${what.id}.json`)
        const form = formFor(who, what)
        cases += 1
        const got = answer.status === 200 ? JSON.parse(answer.text).form : null
        if (got !== form) wrong.push(`${what.id} ${what.state} ${what.tier}: ${got}, not ${form}`)
        // Forbidden and absent answer alike, but for the id that was asked for.
        if (
          form === null &&
          (answer.status !== absent.status || answer.text.replaceAll(what.id, ABSENT) !== absent.text)
        )
          wrong.push(`${what.id}: tells that it is there`)
      }
      expect(wrong).toEqual([])
    })

    it('reads the history and the relations of those records only that the table says', async () => {
      const wrong: string[] = []
      for (const trail of ['history', 'relations'])
        for (const what of KEPT) {
          cases += 1
          const { status } = await ask(who, `records/${what.id}/${trail}.json`)
          const allowed = allows(who, trail, what)
          if ((status === 200) !== allowed)
            wrong.push(`${trail} of ${what.id} ${what.state} ${what.tier}: ${status}`)
        }
      expect(wrong).toEqual([])
    })

    it('learns of sealed things of a record where they read it as colleagues do, and nowhere else', async () => {
      const wrong: string[] = []
      for (const what of KEPT.filter((_, index) => index % 3 === 0)) {
        const { status } = await ask(who, `sealed/incident/${what.id}.json`)
        cases += 1
        if ((status === 200) !== (formFor(who, what) === 'team'))
          wrong.push(`${what.id} ${what.tier}: ${status}`)
      }
      expect(wrong).toEqual([])
    })

    it('adds what another source says, and decides who may read, where the table lets them code', async () => {
      const wrong: string[] = []
      // Without a reason nothing is changed: only whether it is let through is asked.
      const tier = [['tier', 'sealed'] as const, ['why', ''] as const]
      for (const what of KEPT.filter((_, index) => index % 4 === 0)) {
        const [source, narrowed, said] = [
          await ask(who, `records/${what.id}/source.json`),
          await send(who, `records/${what.id}/tier`, tier),
          await ask(who, `records/${what.id}/sayings.json`),
        ]
        const refused = formFor(who, what) === null ? [404] : [403, 404]
        const isRight = (status: number, through: number): boolean =>
          allows(who, 'decide', what) ? status === through : refused.includes(status)
        const isHeard = (said.status === 200) === allows(who, 'history', what)
        cases += 3
        if (!isRight(source.status, 200) || !isRight(narrowed.status, 422) || !isHeard)
          wrong.push(`${what.id} ${what.state}: ${source.status} ${narrowed.status} ${said.status}`)
      }
      expect(wrong).toEqual([])
    })

    it('meets in lists, in the feed, in counts and in searches what they may open, and nothing else', async () => {
      const list = await ask(who, 'records.json')
      const feed = await ask(who, 'records.atom')
      const pages = [await ask(who, 'records?page=1'), await ask(who, 'records?page=2')]
      const wrong: string[] = []
      for (const what of KEPT) {
        const form = formFor(who, what)
        const word = wordOf(what)
        const found = await ask(who, `records.json?q=${word}`)
        const ways = {
          list: list.text.includes(`"${what.id}"`),
          feed: feed.text.includes(what.id),
          page: pages.some((one) => one.text.includes(what.id)),
          search: found.text.includes(`"${what.id}"`),
        }
        for (const [way, seen] of Object.entries(ways)) {
          cases += 1
          // Lists hold fifty records at most and there are forty-eight.
          if (seen !== (form !== null)) wrong.push(`${way}: ${what.id} ${what.state} ${what.tier} ${form}`)
        }
      }
      const counted = JSON.parse(list.text).counts as Record<string, number>
      const expected: Record<string, number> = {}
      for (const what of KEPT)
        if (formFor(who, what) === 'team') expected[what.state] = (expected[what.state] ?? 0) + 1
      expect(counted).toEqual(expected)
      expect(wrong).toEqual([])
    })

    it('opens the report as received, people, copies, the log and accounts as the table says', async () => {
      const documents = await world.house.selectFrom('documents').select(['id', 'organisation']).execute()
      for (const { id, organisation } of documents) {
        const whole = {
          ...(KEPT[0] as Kept),
          organisation: organisation ?? 'home',
          state: 'draft',
          tier: 'team',
          coder: '',
          assigned: [],
          sharedWith: [],
        } as Kept
        for (const [path, action] of [
          [`documents/${id}.json`, 'read'],
          [`documents/${id}/changes.json`, 'read'],
          [`documents/${id}/file`, 'file'],
          [`documents/${id}/custody.json`, 'file'],
        ] as const) {
          cases += 1
          const answer = await ask(who, path)
          expect(answer.status === 200, `${path} ${organisation}`).toBe(allows(who, action, whole))
          if (allows(who, 'read', whole)) continue
          // T2: a file of another's report is answered as one that never was, to the letter.
          const never = `d-${'0'.repeat(16)}`
          const missing = await ask(who, path.replace(id, never))
          expect([answer.status, answer.text.replaceAll(id, never)], path).toEqual([404, missing.text])
        }
      }
      for (const [path, action] of [
        ['documents.json', 'import'],
        ['people.json', 'people'],
        ['links.json', 'people'],
        ['twice.json', 'people'],
        ['twice/people.json', 'people'],
        ['sealed.json', 'people'],
        ['field.json', 'intake'],
        ['voices.json', 'interview'],
        ['voices/new', 'interview'],
        ['campaigns.json', 'campaign'],
        ['campaigns/new', 'campaign'],
        ['plans.json', 'plan'],
        ['plans', 'plan'],
        ['calendar.json', 'cases'],
        ['recommendations.json', 'recommend'],
        ['tactics.json', 'recommend'],
        ['recommendations/new', 'recommend'],
        ['log.json', 'log'],
        ['accounts', 'accounts'],
      ] as const) {
        cases += 1
        expect((await ask(who, path)).status === 200, path).toBe(allowsInHouse(who, action))
      }
      // Cards are the house's own.
      for (const path of ['cards.json', 'cards/kz/CC-274/ru.json']) {
        cases += 1
        const mayOpen = allowsInHouse(who, 'test-card') && who.organisation === 'home'
        expect((await ask(who, path)).status === 200, path).toBe(mayOpen)
      }
      cases += 1
      const mayTally = allowsInHouse(who, 'tally-lesson') && who.organisation === 'home'
      expect((await ask(who, 'lessons.json')).status === 200, 'lessons.json').toBe(mayTally)
      const foreign = who.organisation === 'home' ? 'abroad' : 'home'
      expect((await ask(who, 'documents.json')).text).not.toContain(`List of ${foreign}`)
    })

    it('counts what they may open as colleagues write it, where the table lets them code, and nothing else', async () => {
      const mayCount = LETS_CODE.has(who.role)
      for (const page of ['counts', 'laws', 'mappings', 'coverage', 'agreement', 'training']) {
        cases += 1
        expect((await ask(who, `measure/${page}.json`)).status === 200, page).toBe(mayCount)
      }
      const { status, text } = await ask(who, 'measure/counts/rows.json?unverified=on')
      if (!mayCount) return expect([status, KEPT.filter(({ id }) => text.includes(id))]).toEqual([403, []])
      const expected = KEPT.filter((what) => formFor(who, what) === 'team' && what.state !== 'withdrawn')
      expect(JSON.parse(text).records.toSorted()).toEqual(expected.map((one) => one.id).toSorted())
      const { total } = JSON.parse((await ask(who, 'measure/counts.json?unverified=on')).text)
      expect(total.incidents).toBe(expected.length)
    })

    it('opens, lists and writes on cases, observations and assistance as the table says, and finds no other', async () => {
      const asKept = (one: KeptCase): Kept => ({ ...one, document: '', state: 'coded', sharedWith: [] })
      const list = await ask(who, 'cases.json')
      cases += 1
      expect(list.status === 200).toBe(allowsInHouse(who, 'cases'))
      for (const one of CASES) {
        const mayOpen = allows(who, 'read', asKept(one), ['own', 'assigned', 'organisation'])
        const absent = await ask(who, `${one.room}/absent-case.json`)
        const answer = await ask(who, `${one.room}/${one.id}.json`)
        cases += 3
        expect(answer.status === 200, `${one.id} ${one.tier}`).toBe(mayOpen)
        if (!mayOpen)
          expect([answer.status, answer.text.replaceAll(one.id, 'absent-case')]).toEqual([
            absent.status,
            absent.text,
          ])
        expect(list.text.includes(`"${one.id}"`), `list ${one.id}`).toBe(mayOpen && list.status === 200)
        // A form with nothing in it: told its faults by whoever may write, refused for all others.
        const sent = await send(who, `${one.room}/${one.id}`, [])
        expect(sent.status, `writes ${one.id}`).toBe(
          !mayOpen ? absent.status : allows(who, 'decide', asKept(one)) ? 422 : 403,
        )
      }
      const opened = await send(who, 'cases', [])
      expect(opened.status).toBe(allowsInHouse(who, 'open-case') ? 422 : 403)
    })

    it('writes publications where the table says so, and finds no text of another organisation', async () => {
      const list = await ask(who, 'write.json')
      expect(list.status === 200).toBe(allowsInHouse(who, 'write'))
      const mayOpen = allowsInHouse(who, 'write') && who.organisation === 'home'
      for (const more of [
        '.json',
        '',
        '/review',
        '/sign',
        '/sign.json',
        '/versions.json',
        '/text.md',
        '/text.docx',
      ]) {
        cases += 1
        const [absent, answer] = [
          await ask(who, `write/pub-absent${more}`),
          await ask(who, `write/${TEXT}${more}`),
        ]
        expect(answer.status === 200, more).toBe(mayOpen)
        if (!mayOpen) expect(answer.text.replaceAll(TEXT, 'pub-absent'), more).toBe(absent.text)
      }
      // A move that needs a state it is not in: told so by whoever may make it, refused for all others.
      for (const move of ['return', 'approve', 'publish'] as const) {
        cases += 1
        const action = move === 'return' ? 'write' : move === 'approve' ? 'approve-text' : 'publish-text'
        const sent = await send(who, `write/${TEXT}/move`, [
          ['move', move],
          ['why', 'x'],
          ['seen', '99999999'],
        ])
        const expected = !allowsInHouse(who, action) ? 403 : who.organisation === 'home' ? 409 : 404
        expect([move, sent.status]).toEqual([move, expected])
      }
    })

    it('reads and writes legal analyses where the table says so, and says of no record whether it is there', async () => {
      const may = allowsInHouse(who, 'analyse')
      for (const page of ['analyses.json', 'analyses', 'analyses/new']) {
        cases += 1
        expect((await ask(who, page)).status === 200, page).toBe(may)
      }
      const filled = [
        ['country', 'kz'],
        ['standard', 'ICCPR-19'],
        ['finding', 'unclear'],
        ['public', 'no'],
        ['legality-finding', 'not_examined'],
        ['legality-reason-en', 'x'],
      ] as const
      const asked = KEPT.find((what) => formFor(who, what) !== 'team')?.id ?? ABSENT
      const [absent, hidden] = [
        await send(who, 'analyses', [...filled, ['incident', ABSENT]]),
        await send(who, 'analyses', [...filled, ['incident', asked]]),
      ]
      expect(absent.status).toBe(may ? 404 : 403)
      expect(hidden.text.replaceAll(asked, ABSENT)).toBe(absent.text)
    })

    it('gives a text out to sign, and says whose a signature is, where the table says so', async () => {
      const asked = [
        ['offer', 'publish-text', [['seen', '99999999']], 409],
        ['invite', 'publish-text', [['label', 'x']], 409],
        ['renew', 'publish-text', [['signatory', 'sg-absent']], 409],
        [
          'settle',
          'approve-text',
          [
            ['signatory', 'sg-absent'],
            ['act', 'confirm'],
          ],
          404,
        ],
        ['drop', 'write', [['signatory', 'sg-absent']], 404],
      ] as const
      for (const [step, action, fields, status] of asked) {
        cases += 1
        const sent = await send(who, `write/${TEXT}/sign/${step}`, fields)
        const expected = !allowsInHouse(who, action) ? 403 : who.organisation === 'home' ? status : 404
        expect([step, sent.status]).toEqual([step, expected])
      }
    })

    it('takes no step, alone or in bulk, that the table does not give', async () => {
      const next = seeded(ASKING.indexOf(who) + 7)
      const wrong: string[] = []
      for (const what of KEPT)
        for (const move of MOVES) {
          if (next(4) !== 0) continue
          cases += 1
          // The second record is nowhere: a step that is allowed on the first stops there, and nothing is changed.
          const answer = await send(who, 'moves', [
            ['ids', what.id],
            ['ids', ABSENT],
            ['move', move],
            ['why', 'x'],
          ])
          const got = answer.text.includes(ABSENT)
            ? 'allowed'
            : answer.text.includes('access.forbidden')
              ? 'forbidden'
              : 'absent'
          const expected = !formFor(who, what)?.startsWith('team')
            ? 'absent'
            : allows(who, move, what)
              ? 'allowed'
              : 'forbidden'
          if (got !== expected)
            wrong.push(`${move} ${what.id} ${what.state} ${what.tier}: ${got}, not ${expected}`)
        }
      expect(wrong).toEqual([])
    })

    it('asks for no copy of what the table does not let leave', async () => {
      const wrong: string[] = []
      for (const what of KEPT)
        for (const audience of ['public', 'partner', 'team'] as const) {
          cases += 1
          const answer = await send(who, 'exports', [
            ['ids', what.id],
            ['ids', ABSENT],
            ['audience', audience],
            ['reason', 'x'],
          ])
          const leaving = { ...what, tier: narrower(what.tier, audience) }
          const allowed = formFor(who, what) !== 'public' && allows(who, 'export', leaving)
          // As with steps: what is allowed stops at the record that is nowhere.
          const got = answer.text.includes(ABSENT)
          if (got !== allowed) wrong.push(`${audience} ${what.id} ${what.state} ${what.tier}: ${answer.text}`)
        }
      expect(wrong.slice(0, 5)).toEqual([])
    })
  },
)

describe('the matrix', () => {
  it('was asked in five thousand cases at least', () => expect(cases).toBeGreaterThan(5_000))

  it('left every record where it was', async () => {
    const rows = await world.house
      .selectFrom('incidents')
      .select(['id', 'state', 'tier'])
      .orderBy('id')
      .execute()
    expect(rows).toEqual(
      [...KEPT].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, state, tier }) => ({ id, state, tier })),
    )
  })

  it.each([
    ['a monitor of home', 'monitor-home monitor', 'home', 'coded', 'team', 'team'],
    ['a monitor of home', 'monitor-home monitor', 'home', 'coded', 'sealed', null],
    ['a monitor of home', 'monitor-home monitor', 'abroad', 'coded', 'public', null],
    ['a monitor of home', 'monitor-home monitor', 'abroad', 'published', 'public', null],
    ['who coded it', 'coder-home monitor', 'home', 'coded', 'sealed', 'team'],
    ['who coded it elsewhere', 'coder-home monitor', 'abroad', 'coded', 'sealed', null],
    ['an administrator', 'administrator-home administrator', 'home', 'published', 'public', null],
    ['an auditor', 'auditor-home auditor', 'home', 'published', 'public', null],
    ['an educator', 'educator-abroad educator', 'home', 'published', 'public', 'public'],
    ['an educator', 'educator-abroad educator', 'home', 'cleared', 'public', null],
    ['an educator', 'educator-abroad educator', 'home', 'published', 'partner', null],
    ['a partner', 'partner-third partner', 'home', 'cleared', 'partner', 'partner'],
    ['a partner', 'partner-third partner', 'home', 'coded', 'public', null],
    ['a partner', 'partner-third partner', 'home', 'cleared', 'team', null],
    ['a partner of nobody', 'partner-abroad partner', 'home', 'cleared', 'partner', null],
    ['the lawyer it was handed to', 'handed lawyer', 'abroad', 'verified', 'sealed', 'team'],
    ['a lawyer it was not handed to', 'lawyer-home lawyer', 'home', 'published', 'public', null],
  ])(
    'lets %s (%s) read a record of %s that is %s and for %s as %s',
    async (_who, name, organisation, state, tier, form) => {
      const who = everybody.find((one) => nameOf(one) === name)
      const what = KEPT.find(
        (one) => one.organisation === organisation && one.state === state && one.tier === tier,
      )
      if (!who || !what) throw new Error('nobody asks')
      const answer = await ask(who, `records/${what.id}.json`)
      expect(answer.status === 200 ? JSON.parse(answer.text).form : null).toBe(form)
    },
  )
})
