/** A campaign whose last day is over lets go of everything that tells who took part, and says so in the log and on its page: nobody has to notice. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCampaign } from '../../../test/open-campaign.ts'
import { emptyWorld, knowledge } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import { dayBegins } from '../../cli/day-begins.ts'
import type { CampaignEntryBody } from '../../core/act/lines.ts'
import { loadCampaigns } from '../../store/queries/campaigns.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import { changeAccounts } from '../accounts/change.ts'
import { openHouse, shutByOperator } from '../accounts/panic.ts'
import type { Actions } from '../actions/actions.ts'
import { asking } from '../actions/ask.ts'
import { doorsOf, endedOf } from '../actions/doors.ts'
import { makeActionKey, openActionKeys } from '../actions/keys.ts'
import { sweepActions } from '../actions/sweep-actions.ts'
import type { Context } from '../context.ts'
import { saveCampaign } from './campaigns.ts'
import { closeOverdue } from './close-overdue.ts'

const [OPEN, PAUSED, WON, THEIRS, LONGER] = ['a', 'b', 'c', 'd', 'e'].map((one) => `cam-0000000${one}`) as [
  string,
  string,
  string,
  string,
  string,
]
const LAST = '2026-11-25'
let world: Context
const keys = openActionKeys()

const on = (day: string): void => {
  world = { ...world, clock: stoppedClock(`${day}T00:30:00.000Z`) }
}
const actions = (): Actions => {
  const given = { store: world.house, clock: world.clock, moves: knowledge.codebook.campaigns.moves }
  return {
    ...{ store: world.house, clock: world.clock, keys, mails: true, sealNews: null },
    ...{ door: doorsOf(given), hasEnded: endedOf(given), mailboxes: knowledge.codebook.mailboxes },
    names: async () => ({ heldIn: () => [] }),
  }
}
let entries = 0
const say = (id: string, body: CampaignEntryBody, why?: string): Promise<void> => {
  entries += 1
  return saveCampaign(world, { record: 'campaign-entry', id, entry: `e-90${entries}0`, body, why })
}
const state = async (id: string) => {
  const [one] = await loadCampaigns(world.house, knowledge.codebook.campaigns.moves, id)
  return one?.state
}
const held = async (): Promise<readonly string[]> => {
  const marks = await world.house.selectFrom('action_marks').select('campaign').distinct().execute()
  return marks.map((one) => one.campaign).toSorted()
}

beforeAll(async () => {
  world = await emptyWorld()
  on('2026-11-20')
  await changeAccounts(world, { actor: 'operator', did: 'organisation', to: 'abroad' }, async (trx) => {
    await trx
      .insertInto('organisations')
      .values({ id: 'abroad', name: 'abroad', since: '2026-11-01' })
      .execute()
  })
  for (const id of [OPEN, PAUSED, WON]) await openCampaign(world, id, { closes: LAST })
  const abroad = { account: 'x', handle: 'x', organisation: 'abroad', role: 'editor' } as const
  await openCampaign({ ...world, actor: abroad }, THEIRS, { closes: LAST })
  await openCampaign(world, LONGER, { closes: '2026-11-26' })
  on('2026-11-24')
  for (const campaign of [OPEN, PAUSED, WON, THEIRS, LONGER]) {
    await makeActionKey(actions(), campaign)
    await asking(actions())({
      ...{ campaign, kind: 'signature', address: 'reader@example.org', where: 'outside' },
      ...{ country: 'de', news: false, language: 'en' },
    })
  }
  await say(PAUSED, { kind: 'move', move: 'pause' }, 'police at the door')
  await say(WON, {
    ...{ kind: 'outcome', outcome: 'law-changed', on: '2026-11-22', contribution: 'none' },
    ...{ words: { en: 'It is gone.', ru: null, kk: null }, source: { kind: 'elsewhere', title: 'A paper' } },
  } as CampaignEntryBody)
  await say(WON, { kind: 'move', move: 'win' })
})
afterAll(() => world?.store.destroy())

it('holds on to all of it on its last day', async () => {
  on(LAST)
  await sweepActions(actions())
  expect(await closeOverdue(world)).toBe(0)
  expect(await held()).toEqual([OPEN, PAUSED, WON, THEIRS, LONGER])
})

it('lets go of key, asks and marks in the first minute of the day after, also where it was paused or won, and nobody said a word', async () => {
  on('2026-11-26')
  await sweepActions(actions())
  expect(await held()).toEqual([LONGER])
  expect(keys.all().map((one) => one.campaign)).toEqual([LONGER])
  const asks = await world.house.selectFrom('action_asks').select('campaign').execute()
  expect(asks).toEqual([{ campaign: LONGER }])
  const gone = await world.house.selectFrom('action_keys').selectAll().orderBy('campaign').execute()
  expect(gone.map((one) => one.destroyed)).toEqual([...Array(4).fill('2026-11-26'), null])
})

it('writes nothing while the house is shut', async () => {
  await shutByOperator(world)
  await dayBegins(world)
  expect(await state(OPEN)).toBe('open')
  await openHouse(world, null)
})

it('is closed in the log when the day begins, with the reason, in its own organisation, once; what was won stays won', async () => {
  await dayBegins(world)
  await dayBegins(world)
  expect(await Promise.all([OPEN, PAUSED, THEIRS, WON, LONGER].map(state))).toEqual([
    ...['closed', 'closed', 'closed', 'won', 'open'],
  ])
  const said = await world.house
    .selectFrom('campaign_entries')
    .select(['campaign', 'why', 'organisation'])
    .where('by', '=', 'aigaq')
    .orderBy('campaign')
    .execute()
  expect(said.map((one) => [one.campaign, one.organisation])).toEqual([
    [OPEN, 'home'],
    [PAUSED, 'home'],
    [THEIRS, 'abroad'],
  ])
  expect(said[0]?.why).toContain(`Its last day, ${LAST}, is over.`)
  const shown = await publicCampaign(world.house, OPEN)
  expect(shown?.moves.at(-1)).toEqual({ move: 'close', on: '2026-11-26' })
})
