/** Each defence beside withholding taken away by itself: what is cleared, in which version, for whom, behind which of two walls, in which copy. */
import type { Hono } from 'hono'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { refuse } from '../../src/core/faults.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { refresh } from '../../src/usecases/refresh.ts'
import { desk } from '../../src/web/desk/desk.ts'
import type { DeskEnv } from '../../src/web/middleware/signed-in.ts'
import { type Answer, read } from '../crawl.ts'
import { type Entered, ROOT, signedInAs, siteOf } from '../world.ts'
import { agreed, askedFor, taken } from './copies.ts'
import { ORIGIN } from './desk-crawl.ts'
import { leaksIn } from './finder.ts'
import { everybody, GATED, gatedWorld, IDS, OPEN, TO_PARTNERS } from './gated-world.ts'
import type { Invented } from './people.ts'

/** Which defences are away just now. */
const away = vi.hoisted(() => new Set<string>())

vi.mock(
  '../../src/usecases/shown-versions.ts',
  async (original: () => Promise<typeof import('../../src/usecases/shown-versions.ts')>) => {
    const real = await original()
    const shownVersions: typeof real.shownVersions = async (store, incidents, statuses) => {
      if (away.has('the state gate')) return incidents
      if (away.has('the shown version'))
        return incidents.filter((one) => statuses.get(one.id)?.shown !== null)
      return real.shownVersions(store, incidents, statuses)
    }
    return { ...real, shownVersions }
  },
)
vi.mock(
  '../../src/core/withholding/project.ts',
  async (original: () => Promise<typeof import('../../src/core/withholding/project.ts')>) => {
    const real = await original()
    const project = (...[incident, given, audience]: Parameters<typeof real.project>) =>
      away.has('the public audience')
        ? real.project(incident, given, 'partner' as never)
        : real.project(incident, given, audience)
    return { ...real, project }
  },
)
vi.mock(
  '../../src/usecases/partner-rows.ts',
  async (original: () => Promise<typeof import('../../src/usecases/partner-rows.ts')>) => {
    const real = await original()
    const partnerRowsOf: typeof real.partnerRowsOf = async (context, store, incidents, open, statuses) =>
      (await real.partnerRowsOf(context, store, incidents, open, statuses)).map((row) =>
        away.has('the projection for partners')
          ? { ...row, body: { ...(row.body as object), whole: JSON.stringify(incidents) } }
          : row,
      )
    const partnerForms: typeof real.partnerForms = async (context, ids) => {
      const forms = await real.partnerForms(context, ids)
      if (!away.has('the form of a copy')) return forms
      const rows = await context.house.selectFrom('incidents').selectAll().execute()
      const said = (id: string): string => JSON.stringify(rows.find((one) => one.id === id)?.passages)
      return new Map(
        [...forms].map(([id, one]) => {
          const sources = one.sources.map((each) => ({
            ...each,
            passage: [{ kind: 'words', text: said(id) }],
          }))
          return [id, { ...one, sources } as typeof one]
        }),
      )
    }
    return { ...real, partnerRowsOf, partnerForms }
  },
)
vi.mock(
  '../../src/usecases/permit.ts',
  async (original: () => Promise<typeof import('../../src/usecases/permit.ts')>) => {
    const real = await original()
    const mayDo: typeof real.mayDo = (...asked) => away.has('the table') || real.mayDo(...asked)
    const permit: typeof real.permit = (context, action, about) => {
      if (!away.has('the table')) return real.permit(context, action, about)
      if (about?.target === null) throw refuse('record.unknown', { id: about.id }, about.id)
    }
    const mayRead: typeof real.mayRead = (...asked) => away.has('the table') || real.mayRead(...asked)
    return { ...real, mayDo, mayRead, permit }
  },
)
vi.mock(
  '../../src/core/export.ts',
  async (original: () => Promise<typeof import('../../src/core/export.ts')>) => {
    const real = await original()
    const exportState: typeof real.exportState = (one, today) =>
      away.has('the second person') ? 'ready' : real.exportState(one, today)
    return { ...real, exportState }
  },
)

let world: Context
let walled: Hono<DeskEnv>
let unwalled: Hono<DeskEnv>
const entered = new Map<string, Entered>()
const OUTSIDERS = [
  ['abroad', 'monitor'],
  ['abroad', 'editor'],
  ['abroad', 'partner'],
  ['home', 'lawyer'],
  ['home', 'campaigner'],
  ['home', 'educator'],
  ['home', 'administrator'],
  ['home', 'auditor'],
] as const

beforeAll(async () => {
  world = await gatedWorld()
  const options = { root: ROOT, host: '127.0.0.1' }
  walled = desk(world, { ...options, staff: { behind: (wall) => testStaff(world.house, wall) } })
  unwalled = desk(world, options)
  for (const [organisation, role] of [...OUTSIDERS, ['home', 'monitor'], ['home', 'editor']] as const)
    entered.set(
      `${role} ${organisation}`,
      await signedInAs(world, { handle: `${role}-${organisation}`, role, organisation }),
    )
  entered.set('second editor', await signedInAs(world, { handle: 'bota', role: 'editor' }))
})
afterAll(() => world?.store.destroy())
afterEach(() => away.clear())

const session = (who: string): Entered => {
  const found = entered.get(who)
  if (!found) throw new Error(`nobody is called ${who}`)
  return found
}
const namesIn = (answers: readonly Answer[], but: readonly Invented[]): readonly string[] => [
  ...new Set(
    leaksIn(
      answers,
      everybody.filter((one) => !but.includes(one)),
    ).map((one) => one.person),
  ),
]

/** The public pages made anew with what is away. */
async function inPublic(): Promise<readonly string[]> {
  await refresh(world)
  const site = siteOf(world)
  const urls = IDS.flatMap((id) => [`/en/i/${id}`, `/en/i/${id}.json`])
  const answers = await Promise.all(urls.map(async (url) => read(url, await site.request(url))))
  expect(answers.some((one) => one.status === 200)).toBe(true)
  return namesIn(answers, [OPEN])
}
const PAGES = ['records', 'records.json', 'records.atom', 'people.json', 'documents.json']
async function onDesk(app: Hono<DeskEnv>, who: string): Promise<readonly Answer[]> {
  const documents = await world.house.selectFrom('documents').select('id').execute()
  const urls = [
    ...PAGES,
    ...IDS.flatMap((id) => [`records/${id}`, `records/${id}.json`, `records/${id}/history.json`]),
    ...documents.flatMap(({ id }) => [`documents/${id}.json`, `documents/${id}/file`]),
  ]
  const headers = { Cookie: session(who).cookie }
  const answers: Answer[] = []
  for (const url of urls)
    answers.push(await read(url, await app.request(`${ORIGIN}/en/desk/${url}`, { headers })))
  return answers
}
async function toPartners(): Promise<readonly string[]> {
  await refresh(world)
  return namesIn(await onDesk(walled, 'partner abroad'), [OPEN, TO_PARTNERS])
}
async function inCopies(audience: 'public' | 'partner'): Promise<readonly string[]> {
  const who = session('editor home')
  const id = await askedFor(walled, who, { ids: [GATED.shared], audience })
  const copies = [await taken(walled, who, id, 'csv'), await taken(walled, who, id, 'json')]
  expect(copies.map((one) => one.status)).toEqual([200, 200])
  return namesIn(copies, audience === 'partner' ? [TO_PARTNERS] : [])
}
async function inCopyOfAll(): Promise<readonly string[]> {
  const who = session('editor home')
  const id = await askedFor(walled, who, { ids: [GATED.team], audience: 'team' })
  return namesIn([await taken(walled, who, id, 'csv'), await taken(walled, who, id, 'json')], [])
}

describe('beside withholding', () => {
  it.each([
    ['the state gate', inPublic],
    ['the shown version', inPublic],
    ['the public audience', inPublic],
    ['the projection for partners', toPartners],
    ['the form of a copy', () => inCopies('partner')],
    ['the second person', inCopyOfAll],
  ] as const)('%s holds somebody back, and taken away lets them be read', async (defence, leaks) => {
    expect(await leaks()).toEqual([])
    away.add(defence)
    expect((await leaks()).length).toBeGreaterThan(0)
    away.clear()
    await refresh(world)
  })

  it('a copy for the public holds what any reader sees', async () =>
    expect(await inCopies('public')).toEqual([]))

  it('a copy of everything is there once a second person agreed', async () => {
    const who = session('editor home')
    const id = await askedFor(walled, who, { ids: [GATED.team], audience: 'team' })
    expect((await agreed(walled, who, id)).status).not.toBe(200)
    expect((await taken(walled, who, id, 'csv')).status).not.toBe(200)
    await agreed(walled, session('second editor'), id)
    expect(namesIn([await taken(walled, who, id, 'csv')], [])).not.toEqual([])
  })
})

/** `read`: whom the role may read of, whatever is away. */
describe.each(OUTSIDERS.map(([organisation, role]) => [`${role} ${organisation}`, role] as const))(
  'the two walls before the %s',
  (who, role) => {
    const mayRead = role === 'partner' ? [OPEN, TO_PARTNERS] : [OPEN]
    const names = async (app: Hono<DeskEnv>): Promise<readonly string[]> =>
      namesIn(await onDesk(app, who), mayRead)

    it('hold together', async () => expect(await names(walled)).toEqual([]))
    it('hold by the table alone', async () => expect(await names(unwalled)).toEqual([]))
    it('hold by the database alone', async () => {
      away.add('the table')
      expect(await names(walled)).toEqual([])
    })
    it('are all there is: with both away everybody is read', async () => {
      away.add('the table')
      expect((await names(unwalled)).length).toBeGreaterThan(2)
    })
  },
)

describe('the two walls before a colleague', () => {
  const seals = async (app: Hono<DeskEnv>): Promise<boolean> =>
    (await onDesk(app, 'monitor home')).some(
      (one) => one.url.startsWith('records') && one.text.includes(`"id":"${GATED.sealed}"`),
    )
  it.each([
    ['both', true, true, false],
    ['the table alone', true, false, false],
    ['the database alone', false, true, false],
    ['neither', false, false, true],
  ])('with %s: a sealed record is read or not', async (_walls, byTable, byWall, isRead) => {
    if (!byTable) away.add('the table')
    expect(await seals(byWall ? walled : unwalled)).toBe(isRead)
  })
})
