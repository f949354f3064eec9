/** The workspace and the site with everything that takes something switched on, somebody of each role signed in, and words planted that few of them may read. */

import { sql } from 'kysely'
import { openGate } from '../../src/adapters/gate.ts'
import { sealingWith } from '../../src/adapters/sealing.ts'
import type { ActionDoor } from '../../src/core/act/door.ts'
import type { Store } from '../../src/store/connect.ts'
import { sha256 } from '../../src/store/leaf.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import type { Wall } from '../../src/store/wall.ts'
import { makeActionKey, openActionKeys } from '../../src/usecases/actions/keys.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { rulesInForce } from '../../src/usecases/rules-in-force.ts'
import { heldNames } from '../../src/usecases/writing/held-names.ts'
import { desk } from '../../src/web/desk/desk.ts'
import { site } from '../../src/web/site/site.ts'
import { type Name, STAFF, servedWorld } from '../journeys/desk-world.ts'
import { aDecision, aSource, type Entered, ROOT, recordAll, signedInAs } from '../world.ts'
import { filled } from './fill.ts'

/** Somebody of the staff, or a reader of the site. */
export type Who = Name | 'reader'
export const STAFFED = Object.keys(STAFF) as readonly Name[]
export const ONION = `http://${'a'.repeat(56)}.onion`
/** A campaign that people take part in. */
const DOOR: ActionDoor = {
  ...{ campaign: 'cam', country: 'kz', kinds: ['signature', 'letter', 'patch'] },
  ...{ onlineInCountry: true, isClosed: false },
}
/** Written in a sealed record of the house. */
const SECRET = 'zhasyryn-7f31'
const MAY_READ = new Set<Who>(['lena', 'marat', 'aigerim', 'zarina'])
export const secretsFor = (who: Who): readonly string[] => (MAY_READ.has(who) ? [] : [SECRET])

export async function fuzzedWorld() {
  const served = await servedWorld()
  const { world } = served
  const inside = { ...world, actor: { account: 'lena', ...STAFF.lena } }
  const text = `On 2 June 2024 police in Almaty detained two people, case ${SECRET}.`
  await importReport(inside, {
    ...{ bytes: new TextEncoder().encode(text), name: 'june.txt', country: 'kz', by: 'lena', asOf: null },
    ...{ source: aSource({ title: `Notebook ${SECRET}` }), language: 'en' },
  })
  await recordAll(inside, [
    aDecision({
      ...{ id: 'kz-2024-06-02-a', document: 'june', date: '2024-06-02', from: 'On 2 June', to: `${SECRET}.` },
      ...{ outcome: SECRET, by: 'lena', tier: { value: 'sealed', why: SECRET } },
    }),
  ])
  await filled(served)
  const staff = { behind: (wall: Wall) => testStaff(world.house, wall) }
  const workspace = desk(world, {
    ...{ root: ROOT, host: '127.0.0.1', staff },
    gate: openGate(world.clock, async () => {}),
  })
  const { knowledge } = world
  const actions = {
    ...{ store: world.house, clock: world.clock, keys: openActionKeys(), mails: true, sealNews: null },
    mailboxes: knowledge.codebook.mailboxes,
    names: () => heldNames({ knowledge }, world.house),
    door: async (campaign: string) => (campaign === DOOR.campaign ? DOOR : null),
    hasEnded: async () => false,
  }
  await makeActionKey(actions, DOOR.campaign)
  const front = site(
    { store: world.store, knowledge, rules: rulesInForce(knowledge) },
    {
      ...{ root: ROOT, origin: 'https://example.org', onion: ONION },
      letters: {
        post: {
          ...{ store: world.house, clock: world.clock, knowledge, sealing: sealingWith(Buffer.alloc(32, 7)) },
          origin: 'https://example.org',
        },
      },
      acting: { actions },
      signing: { context: world },
      field: { field: { ...world, sealingRoot: world.sealingRoot ?? '' } },
      intake: {
        intake: { house: world.house, clock: world.clock, sealingRoot: world.sealingRoot ?? '' },
        ...{ onionOnly: false, onion: ONION, maxBytes: 1_000_000 },
      },
    },
  )
  const entered = new Map<Name, Entered>()
  const enter = async (name: Name): Promise<Entered> => {
    const one = await signedInAs(world, STAFF[name])
    entered.set(name, one)
    return one
  }
  return {
    ...{ served, world, workspace, front },
    entered: async (name: Name): Promise<Entered> => entered.get(name) ?? (await enter(name)),
    /** Whoever was put out, suspended, sent on a journey or given another role is there as before, and the house is open. */
    restore: async (): Promise<void> => {
      const { shut, accounts, alive } = await stateOf(world.house)
      if (shut) await world.house.updateTable('house_state').set({ shut: false, lifted_by: null }).execute()
      for (const [handle, { role, organisation }] of Object.entries(STAFF)) {
        const as = { role, organisation, state: 'active' as const, away: false, away_from: null }
        if (isAs(accounts.get(handle), as)) continue
        await world.house.updateTable('accounts').set(as).where('handle', '=', handle).execute()
        entered.delete(handle as Name)
      }
      for (const [name, { token }] of entered) if (!alive.has(sha256(token))) entered.delete(name)
    },
    close: served.close,
  }
}
/** One question for what hardly ever is otherwise than it should be. */
async function stateOf(house: Store) {
  const { rows } = await sql<{
    shut: boolean
    accounts: readonly Standing[]
    alive: readonly string[]
  }>`select
    (select shut from house_state) as shut,
    (select json_agg(json_build_object('handle', handle, 'role', role, 'organisation', organisation, 'state', state, 'away', away, 'away_from', away_from)) from accounts) as accounts,
    (select coalesce(json_agg(hash), '[]') from sessions) as alive`.execute(house)
  const { shut = false, accounts = [], alive = [] } = rows[0] ?? {}
  return { shut, accounts: new Map(accounts.map((one) => [one.handle, one])), alive: new Set(alive) }
}
type Standing = {
  readonly handle: string
  readonly role: string
  readonly organisation: string
  readonly state: string
  readonly away: boolean
  readonly away_from: string | null
}
const isAs = (one: Standing | undefined, as: Omit<Standing, 'handle'>): boolean =>
  one !== undefined && Object.entries(as).every(([name, value]) => one[name as keyof Standing] === value)
export type Fuzzed = Awaited<ReturnType<typeof fuzzedWorld>>
