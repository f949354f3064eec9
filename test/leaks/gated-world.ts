/** One report with somebody behind each wall beside withholding: not cleared yet, changed since, shown to partners alone, kept to the team, sealed. */
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { aDecision, aMove, aSource, emptyWorld, publishAll, recordAll } from '../world.ts'
import { campaignThatNames } from './campaigns.ts'
import { recordOf } from './decisions.ts'
import { anOrganisation } from './organisation.ts'
import { fullName, type Invented, inventPeople } from './people.ts'
import { aShare } from './staffed-world.ts'

const people = inventPeople(16, 4, 31)
const at = (index: number): Invented => people[index] as Invented
/** Shown to everybody · in a later decision that nobody cleared · in a record that nobody cleared · to partners alone. */
export const OPEN = at(16)
export const LATER = at(17)
export const UNCLEARED = at(18)
export const TO_PARTNERS = at(19)

export const GATED = {
  changed: 'kz-2024-05-07-a',
  coded: 'kz-2024-05-08-a',
  shared: 'kz-2024-05-09-a',
  team: 'kz-2024-05-10-a',
  sealed: 'kz-2024-05-11-a',
} as const
export const everybody: readonly Invented[] = people
export const IDS: readonly string[] = Object.values(GATED)

const held = (day: number, ...who: readonly Invented[]): string =>
  `On ${day} May 2024 police in Almaty detained the activist ${who.map((one) => fullName(one, 'en')).join(' and the activist ')} near house ${day}.`
const TEXT = [
  held(7, OPEN, LATER),
  held(8, UNCLEARED),
  held(9, TO_PARTNERS, at(0)),
  held(10, at(4)),
  held(11, at(8)),
]

export async function gatedWorld(): Promise<Context> {
  const world = await emptyWorld()
  await importReport(world, {
    bytes: new TextEncoder().encode(TEXT.join('\n\n')),
    name: 'gated.txt',
    country: 'kz',
    source: aSource(),
    asOf: null,
    by: 'aigerim',
  })
  await anOrganisation(world, 'abroad')
  const decided = (id: string, day: number, who: readonly Invented[], more = {}): Record<string, unknown> =>
    aDecision({
      ...{ id, document: 'gated', date: id.slice(3, 13), from: `On ${day} May`, to: `house ${day}.` },
      people: who.map((one) => ({ id: one.id, role: 'activist', harmed: true })),
      ...more,
    })
  const tier = (value: string): Record<string, unknown> => ({ tier: { value, why: 'as the test says' } })
  await recordAll(world, [
    ...people.flatMap((one) => recordOf(one, one === TO_PARTNERS ? 'partner' : 'public')),
    decided(GATED.changed, 7, [OPEN]),
    decided(GATED.coded, 8, [UNCLEARED]),
    decided(GATED.shared, 9, [TO_PARTNERS, at(0)]),
    decided(GATED.team, 10, [at(4)], tier('team')),
    decided(GATED.sealed, 11, [at(8)], tier('sealed')),
  ])
  await publishAll(world, [GATED.changed, GATED.shared])
  await recordAll(world, [
    decided(GATED.changed, 7, [OPEN, LATER], { at: '2026-11-12T09:00:00Z' }),
    aShare([GATED.shared], { organisation: 'abroad' }),
    aMove('verify', [GATED.team]),
  ])
  // Of an organisation that nobody of these walks belongs to.
  await anOrganisation(world, 'third')
  const actor = { account: 'runner', handle: 'runner', organisation: 'third', role: 'campaigner' } as const
  const hidden = people.slice(0, 16).filter((one) => one.level !== null)
  await recordAll(
    { ...world, actor },
    campaignThatNames('cam-leaks00', { kind: 'law', law: 'AOC-488' }, hidden, null),
  )
  return world
}
