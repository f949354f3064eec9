/** Somebody of every role in two organisations walks the workspace of a world that names two hundred protected people; each reads what the table of access lets them, and nobody else's name. */
import type { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/access.ts'
import { memoryStaff } from '../../src/store/memory.ts'
import { desk } from '../../src/web/desk/desk.ts'
import type { DeskEnv } from '../../src/web/middleware/signed-in.ts'
import type { Answer } from '../crawl.ts'
import { ROOT, signedInAs } from '../world.ts'
import { deskAnswers, type Guesses, oracles, unechoed } from './desk-crawl.ts'
import { leaksIn } from './finder.ts'
import { fullName, type Invented } from './people.ts'
import { HANDED_TO, type Staffed, staffedWorld } from './staffed-world.ts'

let staffed: Staffed
let guesses: Guesses
let app: Hono<DeskEnv>
const read = new Map<string, readonly Answer[]>()

type Asking = readonly [handle: string, role: Role, organisation: string]
const OUTSIDE: readonly Asking[] = [
  ...(['partner', 'campaigner', 'educator', 'lawyer', 'administrator', 'auditor'] as const).flatMap((role) =>
    ['home', 'abroad'].map((organisation): Asking => [`${role}-${organisation}`, role, organisation]),
  ),
  ['monitor-abroad', 'monitor', 'abroad'],
  ['editor-abroad', 'editor', 'abroad'],
  [HANDED_TO, 'lawyer', 'abroad'],
]
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
    secrets: [
      ...[0, 6, 7].flatMap((index) => unread[index]?.surname.en ?? []),
      ...unread.slice(9, 10).map((one) => fullName(one, 'ru')),
    ],
  }
  app = desk(world, {
    root: ROOT,
    host: '127.0.0.1',
    staff: { behind: (wall) => memoryStaff(world.house, wall) },
  })
  for (const [handle, role, organisation] of [...OUTSIDE, ...INSIDE])
    read.set(handle, await deskAnswers(app, await signedInAs(world, { handle, role, organisation }), guesses))
}, 180_000)
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

/** Whom each may read of, by name. */
function readable([handle, role, organisation]: Asking): ReadonlySet<Invented> {
  const { kept, shown, handed, foreign } = staffed
  if (handle === HANDED_TO) return new Set(handed.people)
  const isOpen = (one: (typeof kept)[number]): boolean => one.state === 'published' && one.tier === 'public'
  const isShared = (one: (typeof kept)[number]): boolean =>
    one.to === organisation &&
    ['cleared', 'published'].includes(one.state) &&
    ['public', 'partner'].includes(one.tier)
  const named = (of: typeof kept): readonly Invented[] =>
    of.flatMap((one) => one.people).filter((one) => one.level === 'name')
  const publicly = named(kept.filter(isOpen)).filter((one) => shown.includes(one))
  if (role === 'partner') return new Set([...publicly, ...named(kept.filter(isShared))])
  if (role === 'campaigner' || role === 'educator') return new Set(publicly)
  if (organisation === 'abroad' && (role === 'monitor' || role === 'editor')) return new Set(foreign)
  return new Set()
}

/** Ids of records that cannot be opened, and of people, wherever they were not asked for. */
function idsRead(handle: string): readonly string[] {
  const answers = read.get(handle) ?? []
  const open = new Set(
    guesses.records.filter((id) =>
      answers.some((one) => one.status === 200 && one.url === `/en/desk/records/${id}.json`),
    ),
  )
  const found = answers.flatMap(({ url, text }) =>
    [...text.matchAll(/\bkz-2024-[rf]\d(?:-\d\d)?\b|\bq-\d{3}\b/g)]
      .map((match) => match[0])
      .filter((id) => !url.includes(id) && !open.has(id)),
  )
  return [...new Set(found)]
}

const answersOf = (handle: string): readonly Answer[] => unechoed(read.get(handle) ?? [], guesses.secrets)

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
    const people = new Set([...readable(who)].map((one) => one.id))
    expect(idsRead(handle).filter((one) => !people.has(one))).toEqual([])
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
    expect(asked).toBeGreaterThan(3_000)
  })

  it('finds the people where a monitor of the house reads of them', () => {
    const found = leaksIn(answersOf('monitor-home'), butInitials(staffed.hidden))
    expect(new Set(found.map((one) => one.person)).size).toBeGreaterThan(190)
    expect(oracles(read.get('monitor-home') ?? [], guesses.secrets)).not.toEqual([])
  })

  it('leads a monitor of the house to no record that is sealed', () =>
    expect(idsRead('monitor-home').filter((one) => one.startsWith('kz'))).toEqual([]))

  it('leads a monitor of the house to nobody of the other organisation', () =>
    expect(leaksIn(answersOf('monitor-home'), butInitials(staffed.foreign))).toEqual([]))
})
