/** Leaks planted one by one in the workspace, as an editor and as a partner meet it: the same walk that finds nothing must find each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testStaff } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { desk } from '../../src/web/desk/desk.ts'
import type { Answer } from '../crawl.ts'
import { type Entered, ROOT, signedInAs } from '../world.ts'
import { askedFor } from './copies.ts'
import { type Desk, deskAnswers, type Guesses, oracles, strays, unechoed } from './desk-crawl.ts'
import { leaksIn } from './finder.ts'
import { frozen, type Planting } from './frozen.ts'
import { GATED, gatedWorld, IDS } from './gated-world.ts'
import { fullName, inventPeople } from './people.ts'
import { plantedForPartners, plantedLeaks, plantedOnDesk } from './planted.ts'

/** Somebody this world does not know, with a surname that takes endings. */
const found = inventPeople(64, 0, 5).find((one) => one.level === 'never' && one.surname.en.endsWith('ov'))
if (!found) throw new Error('nobody was invented')
const stranger = found
const ON_DESK = plantedOnDesk(stranger, GATED.sealed)
const FOR_PARTNERS = plantedForPartners(stranger)

type Walk = { readonly answers: readonly Answer[]; readonly who: Entered; readonly guesses: Guesses }
let world: Context
const walks = new Map<string, Walk>()

beforeAll(async () => {
  world = await gatedWorld()
  const app = desk(world, {
    ...{ root: ROOT, host: '127.0.0.1', staff: { behind: (wall) => testStaff(world.house, wall) } },
  })
  const documents = await world.house.selectFrom('documents').select('id').execute()
  for (const [role, organisation] of [
    ['editor', 'home'],
    ['partner', 'abroad'],
  ] as const) {
    const who = await signedInAs(world, { handle: `${role}-${organisation}`, role, organisation })
    const guesses = {
      ...{ records: [...IDS, 'kz-absent'], trails: [GATED.shared], people: ['absent'] },
      documents: documents.map((one) => one.id),
      secrets: [fullName(stranger, 'en')],
      copies: [await askedFor(app, who, { ids: [GATED.shared], audience: 'partner' })],
    }
    walks.set(role, { who, guesses, answers: await deskAnswers(app, who, guesses) })
  }
})
afterAll(() => world?.store.destroy())

async function findings(role: string, planting: Planting | null): Promise<readonly string[]> {
  const { answers, who, guesses } = walks.get(role) as Walk
  // What the process wrote is no address: it is heard anew.
  const app: Desk = frozen(
    answers.filter((one) => one.url !== 'log'),
    planting,
  )
  const again = await deskAnswers(app, who, guesses)
  const leaks = leaksIn(unechoed(again, guesses.secrets), [stranger])
  return [...leaks.map((one) => one.url), ...oracles(again, guesses.secrets), ...strays(again, IDS)]
}

describe('a leak planted in the workspace', () => {
  it('is in one of the channels that the public pages do not have', () => {
    const channels = [plantedLeaks(stranger), ON_DESK, FOR_PARTNERS].flatMap((one) => Object.keys(one))
    expect(new Set(channels).size).toBe(channels.length)
    expect(channels.length).toBeGreaterThanOrEqual(70)
  })

  it.each(['editor', 'partner'])('is the only one that a walk as %s finds', async (role) =>
    expect(await findings(role, null)).toEqual([]),
  )

  it.each(Object.entries(ON_DESK))('%s is found', async (_channel, planting) =>
    expect(await findings('editor', planting)).not.toEqual([]),
  )

  it.each(Object.entries(FOR_PARTNERS))('%s is found by a partner', async (_channel, planting) =>
    expect(await findings('partner', planting)).not.toEqual([]),
  )
})
