/** Two organisations run campaigns on one house: by no route does either learn of the other's actions, or touch them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Desk, deskOf, send as form, ask as get } from '../../../../test/desk.ts'
import { openCampaign } from '../../../../test/open-campaign.ts'
import { type Entered, emptyWorld, recordAll, signedInAs } from '../../../../test/world.ts'
import { testStaff } from '../../../store/test-stores.ts'
import { changeAccounts } from '../../../usecases/accounts/change.ts'
import { makeActionKey, openActionKeys } from '../../../usecases/actions/keys.ts'
import type { Context } from '../../../usecases/context.ts'
import { refresh } from '../../../usecases/refresh.ts'

const OURS = { home: 'cam-0000aaaa', abroad: 'cam-0000bbbb' } as const
const ABSENT = 'cam-absent0'
const PATCH = { home: 'a'.repeat(32), abroad: 'b'.repeat(32) } as const
const RULING = { home: 'rul-00000000000a', abroad: 'rul-00000000000b' } as const
type Who = keyof typeof OURS
let world: Context
const keys = openActionKeys()
const files: Record<string, string> = {}
/** As it is served, behind the wall of the database, and where the database has no login of its own. */
let desks: readonly Desk[]
const entered = new Map<Who, Entered>()

beforeAll(async () => {
  world = await emptyWorld()
  await changeAccounts(world, { actor: 'operator', did: 'organisation', to: 'abroad' }, async (trx) => {
    const since = '2026-11-01'
    await trx.insertInto('organisations').values({ id: 'abroad', name: 'abroad', since }).execute()
  })
  for (const organisation of ['home', 'abroad'] as const) {
    const [campaign, handle] = [OURS[organisation], `runs-${organisation}`]
    const actor = { account: handle, handle, organisation, role: 'campaigner' as const }
    const inside = { ...world, actor }
    await openCampaign(inside, campaign)
    files[organisation] = await makeActionKey({ store: world.house, clock: world.clock, keys }, campaign)
    const body = { kind: 'invalid', campaign, of: { countries: ['de'] } }
    const at = '2026-11-23T10:00:00Z'
    await recordAll(inside, [
      {
        record: 'action-ruling',
        id: RULING[organisation],
        body,
        by: handle,
        at,
        why: `flood-${organisation}`,
      },
    ])
    await world.house
      .insertInto('action_patches')
      .values({
        ...{ id: PATCH[organisation], campaign, motif: 'star', cloth: 0, words: `greeting-${organisation}` },
        ...{ language: 'en', day: '2026-11-23', shown: null, by: null },
      })
      .execute()
    await world.house
      .insertInto('action_windows')
      .values({ campaign, n: 1, day: '2026-11-23', closed: true })
      .execute()
    entered.set(organisation, await signedInAs(world, { handle, role: 'campaigner', organisation }))
  }
  await refresh(world)
  // Everybody has just proved who they are: what is refused is refused by a wall.
  await world.house.updateTable('sessions').set({ stepped_up_at: world.clock.now() }).execute()
  const staff = { behind: (wall: Parameters<typeof testStaff>[1]) => testStaff(world.house, wall) }
  desks = [deskOf(world, { keys, staff }), deskOf(world, { keys })]
})
afterAll(() => world?.store.destroy())

type Answer = { readonly status: number; readonly text: string }
const as = (who: Who): Entered => entered.get(who) as Entered
const read = async (web: Desk, path: string, who: Who): Promise<Answer> => {
  const answer = await get(web, `/en/desk/actions${path}`, as(who))
  return { status: answer.status, text: await answer.text() }
}
const send = async (
  web: Desk,
  path: string,
  fields: Readonly<Record<string, string>>,
  who: Who,
): Promise<Answer> => {
  const to = `/en/desk/actions${path}`
  const answer = await form(web, to, Object.entries(fields), as(who), 'application/json')
  return { status: answer.status, text: await answer.text() }
}
/** Everything that a wrong ruling, key or patch would have changed. */
const state = async (): Promise<string> =>
  JSON.stringify([
    await world.house.selectFrom('action_rulings').select(['id', 'body']).orderBy('event').execute(),
    await world.house.selectFrom('action_patches').selectAll().orderBy('id').execute(),
    await world.house.selectFrom('action_keys').selectAll().orderBy('campaign').execute(),
    keys.all().map((one) => one.campaign),
  ])

describe.each([
  ['home', 'abroad'],
  ['abroad', 'home'],
] as const)('somebody of %s', (own, other) => {
  const both = (work: (web: Desk) => Promise<void>) => async () => {
    for (const web of desks) await work(web)
  }

  it(
    `reads what people did for their own campaign, and of that of ${other} as much as of none`,
    both(async (web) => {
      for (const path of ['', '.json']) {
        const { status, text } = await read(web, path, own)
        expect([path, status, text.includes(OURS[own]), text.includes(OURS[other])]).toEqual([
          ...[path, 200, true, false],
        ])
      }
      for (const path of ['', '.json', '/foresee?countries=de']) {
        const [mine, foreign, absent] = [
          await read(web, `/${OURS[own]}${path}`, own),
          await read(web, `/${OURS[other]}${path}`, own),
          await read(web, `/${ABSENT}${path}`, own),
        ]
        expect([path, mine.status, foreign.status]).toEqual([path, 200, 404])
        expect(foreign.text.replaceAll(OURS[other], ABSENT)).toBe(absent.text)
        expect(mine.text).not.toMatch(new RegExp(`${OURS[other]}|(greeting|flood)-${other}`))
      }
      expect((await read(web, `/${OURS[own]}`, own)).text).toContain(`greeting-${own}`)
    }),
  )

  it(
    `changes nothing of ${other}'s, whichever form they send, and is answered as if it were not there`,
    both(async (web) => {
      const before = await state()
      const why = 'as the test says'
      const narrowed = {
        ...{ kind: 'invalid', kinds: '', countries: 'de', from: '', to: '', cohorts: '' },
        why,
      }
      const forms: readonly (readonly [string, Record<string, string>])[] = [
        ['key', {}],
        ['load', { key: files[other] ?? '' }],
        ['rule', narrowed],
        ['rule', { ...narrowed, kind: 'release' }],
        ['lift', { ruling: RULING[other], why }],
        ['patch', { id: PATCH[other], shown: 'no' }],
      ]
      for (const [path, fields] of forms) {
        const foreign = await send(web, `/${OURS[other]}/${path}`, fields, own)
        const absent = await send(web, `/${ABSENT}/${path}`, fields, own)
        expect([path, foreign.status, foreign.text.replaceAll(OURS[other], ABSENT)]).toEqual([
          ...[path, 404, absent.text],
        ])
      }
      // Nor by the address of a campaign of their own.
      const mine = `/${OURS[own]}`
      const [none, nobody] = ['rul-000000000fff', 'f'.repeat(32)]
      const pairs = [
        [{ ruling: RULING[other], why }, { ruling: none, why }, 'lift', RULING[other], none],
        [{ id: PATCH[other], shown: 'yes' }, { id: nobody, shown: 'yes' }, 'patch', PATCH[other], nobody],
      ] as const
      for (const [foreign, absent, path, id, no] of pairs) {
        const [theirs, nothing] = [
          await send(web, `${mine}/${path}`, foreign, own),
          await send(web, `${mine}/${path}`, absent, own),
        ]
        expect([path, theirs.status, theirs.text.replaceAll(id, no)]).toEqual([path, 404, nothing.text])
      }
      const key = files[other] ?? ''
      const [given, wrong] = [
        await send(web, `${mine}/load`, { key }, own),
        await send(web, `${mine}/load`, { key: 'no key' }, own),
      ]
      expect([given.status, given.text]).toEqual([wrong.status, wrong.text])
      expect(await state()).toBe(before)
    }),
  )

  it('rules on their own campaign, takes it back, and loads its key', async () => {
    const web = desks[0] as Desk
    const why = 'as the test says'
    const fields = { kind: 'invalid', kinds: '', countries: 'fr', from: '', to: '', cohorts: '', why }
    expect((await send(web, `/${OURS[own]}/rule`, fields, own)).status).toBe(200)
    const { rulings } = JSON.parse((await read(web, `/${OURS[own]}.json`, own)).text)
    const ruling = rulings[0].id
    expect((await send(web, `/${OURS[own]}/lift`, { ruling, why }, own)).status).toBe(200)
    keys.forget(OURS[own])
    expect((await send(web, `/${OURS[own]}/load`, { key: files[own] ?? '' }, own)).status).toBe(200)
    expect(keys.of(OURS[own])).not.toBeNull()
  })

  it(
    `${own === 'home' ? 'turns what holds for every campaign' : 'does not turn what holds for every campaign, nor learns who did'}`,
    both(async (web) => {
      const why = 'a flood of letters'
      const asked = await send(web, '/switch', { name: 'mail', on: 'yes', why }, own)
      expect(asked.status).toBe(own === 'home' ? 200 : 403)
      const rows = await world.house
        .selectFrom('action_rulings')
        .select('id')
        .where('kind', '=', 'switch')
        .orderBy('event', 'desc')
        .execute()
      const text = (await read(web, '', own)).text
      expect([text.includes('/actions/switch'), text.includes(why)]).toEqual([own === 'home', own === 'home'])
      const { switches } = JSON.parse((await read(web, '.json', own)).text)
      expect(switches.mail).toEqual(
        own === 'home' ? { on: true, by: 'runs-home', why } : { on: true, by: null, why: null },
      )
      if (own === 'home') return
      const ruling = rows[0]?.id ?? ''
      expect((await send(web, `/${OURS[own]}/lift`, { ruling, why }, own)).status).toBe(404)
    }),
  )
})

it('a word of staff on a patch is theirs who run its campaign', async () => {
  for (const [at, own] of (['home', 'abroad'] as const).entries()) {
    const web = desks[at] as Desk
    expect((await send(web, `/${OURS[own]}/patch`, { id: PATCH[own], shown: 'no' }, own)).status).toBe(200)
  }
  const rows = await world.house.selectFrom('action_patches').select(['by', 'words']).orderBy('id').execute()
  expect(rows).toEqual([
    { by: 'runs-home', words: null },
    { by: 'runs-abroad', words: null },
  ])
})
