/** Two organisations with a record of every state and tier, and somebody of every role in three organisations who asks for all of them. */
import { type Actor, ROLES, type Role } from '../../src/core/access.ts'
import type { State } from '../../src/core/state.ts'
import { TIERS, type Tier } from '../../src/core/tier.ts'
import { changeAccounts } from '../../src/usecases/accounts/change.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aDecision, aMove, aSource, emptyWorld, recordAll } from '../world.ts'

export const STATES_MADE = ['coded', 'verified', 'cleared', 'published', 'corrected', 'withdrawn'] as const
export const OWNERS = ['home', 'abroad'] as const
export type Kept = {
  readonly id: string
  readonly document: string
  readonly organisation: string
  readonly state: State
  readonly tier: Tier
  readonly coder: string
  readonly assigned: readonly string[]
  readonly sharedWith: readonly string[]
}

/** Handed to this handle, whatever its role and organisation; and shared with this organisation. */
export const ASSIGNEE = 'handed'
export const THIRD = 'third'
/** A text that home writes. */
export const TEXT = 'pub-000000home'

const idOf = (organisation: string, index: number): string =>
  `kz-2024-${organisation.charAt(0)}${String(index).padStart(2, '0')}`

const kinds = STATES_MADE.flatMap((state) => TIERS.map((tier) => ({ state, tier })))

/** A word that stands in one record alone, so that a search for it tells whether the record was found. */
export const wordOf = (one: Kept): string => `quarter${one.id.replaceAll('-', '')}`

export const keptBy = (organisation: string): readonly Kept[] =>
  kinds.map(({ state, tier }, index) => ({
    id: idOf(organisation, index),
    document: `list-${organisation}`,
    organisation,
    state,
    tier,
    coder: `coder-${organisation}`,
    assigned: [ASSIGNEE],
    sharedWith: [THIRD],
  }))
export const KEPT = OWNERS.flatMap(keptBy)

export async function accessWorld(): Promise<Context> {
  const world = await emptyWorld()
  for (const organisation of ['abroad', THIRD])
    await changeAccounts(world, { actor: 'operator', did: 'organisation', to: organisation }, async (trx) => {
      await trx
        .insertInto('organisations')
        .values({ id: organisation, name: organisation, since: '2026-11-01' })
        .execute()
    })
  for (const organisation of OWNERS) await fill(world, organisation)
  await recordAll(world, [
    {
      ...{ record: 'publication', id: TEXT, language: 'en', by: 'coder-home', at: '2026-11-20T09:00:00Z' },
      ...{ asked: { kind: 'update', country: 'kz', period: '2024-q2' }, outline: [], sentences: [] },
    },
  ])
  return world
}

async function fill(world: Context, organisation: string): Promise<void> {
  const own = keptBy(organisation)
  const coder = `coder-${organisation}`
  const inside: Context = {
    ...world,
    actor: { account: coder, handle: coder, organisation, role: 'monitor' },
  }
  const text = own
    .map((one, index) => `On 7 May 2024 police in ${wordOf(one)} detained ${index + 2} people.`)
    .join('\n\n')
  await importReport(inside, {
    bytes: new TextEncoder().encode(text),
    name: `list-${organisation}.txt`,
    country: 'kz',
    source: aSource({ title: `List of ${organisation}` }),
    asOf: null,
    language: 'en',
    by: coder,
  })
  const decision = (one: Kept, more: Record<string, unknown> = {}): Record<string, unknown> =>
    aDecision({
      id: one.id,
      document: one.document,
      from: `On 7 May 2024 police in ${wordOf(one)}`,
      to: `${own.indexOf(one) + 2} people.`,
      tier: { value: one.tier, why: 'as the test says' },
      by: coder,
      ...more,
    })
  const reached = (...states: readonly State[]): readonly string[] =>
    own.filter((one) => states.includes(one.state)).map((one) => one.id)
  const corrected = reached('corrected')
  await recordAll(inside, [
    ...own.map((one) => decision(one)),
    aMove('verify', reached('verified', 'cleared', 'published', 'corrected')),
    aMove('clear', reached('cleared', 'published', 'corrected')),
    aMove('publish', reached('published', 'corrected')),
    ...own
      .filter((one) => one.state === 'corrected')
      .map((one) => decision(one, { at: '2026-11-12T09:00:00Z', outcome: 'let go' })),
    aMove('verify', corrected),
    aMove('clear', corrected),
    aMove('correct', corrected),
    aMove('withdraw', reached('withdrawn')),
    ...casesBy(organisation),
    ...[{ organisation: THIRD }, { account: ASSIGNEE }].map((whom) => ({
      record: 'share',
      ids: own.map((one) => one.id),
      with: whom,
      by: coder,
      at: '2026-11-13T09:00:00Z',
    })),
  ])
}

/** A case, an observation and an assistance of each tier; the cases are handed over too. */
export type KeptCase = Pick<Kept, 'id' | 'organisation' | 'tier' | 'coder' | 'assigned'> & {
  readonly room: string
}
export const CASES: readonly KeptCase[] = OWNERS.flatMap((organisation) =>
  (['team', 'sealed'] as const).flatMap((tier) =>
    [
      ['cases', 'case'],
      ['observations', 'obs'],
      ['assistance', 'help'],
    ].map(([room = '', begins]) => ({
      ...{ room, id: `${begins}-${organisation.charAt(0)}-${tier}`, organisation, tier },
      ...{ coder: `coder-${organisation}`, assigned: room === 'observations' ? [] : [ASSIGNEE] },
    })),
  ),
)

function casesBy(organisation: string): readonly Record<string, unknown>[] {
  const who = { by: `coder-${organisation}`, at: '2026-11-12T09:00:00Z' }
  const source = { kind: 'hand', title: 'as the test says' }
  const own = CASES.filter((one) => one.organisation === organisation)
  const person = `person-${organisation}`
  return [
    { record: 'person', id: person, names: { en: `Person ${organisation}`, ru: null, kk: null }, ...who },
    ...own.map(({ room, id, tier }) =>
      room === 'cases'
        ? { record: 'case', id, tier, country: 'kz', title: id, people: [person], ...who }
        : room === 'observations'
          ? {
              record: 'observation',
              id,
              tier,
              sheet: 'trial',
              about: { person },
              on: null,
              observer: 'x',
              source,
              answers: [],
              ...who,
            }
          : {
              record: 'assistance',
              id,
              tier,
              what: 'lawyer',
              people: [person],
              about: {},
              on: null,
              doneBy: 'x',
              source,
              ...who,
            },
    ),
    {
      ...{ record: 'share', ids: own.filter((one) => one.assigned.length > 0).map((one) => one.id) },
      ...{ with: { account: ASSIGNEE }, ...who, at: '2026-11-13T08:00:00Z' },
    },
  ]
}

const asking = (role: Role, organisation: string, handle: string): Actor => ({
  account: handle,
  handle,
  organisation,
  role,
})

/** Everybody who can sign in: each role in each organisation; those who coded the records; those they were handed to. */
export const ASKING: readonly Actor[] = [
  ...ROLES.filter((role) => role !== 'guest').flatMap((role) =>
    [...OWNERS, THIRD].map((organisation) => asking(role, organisation, `${role}-${organisation}`)),
  ),
  asking('monitor', 'home', 'coder-home'),
  asking('editor', 'abroad', 'coder-abroad'),
]
