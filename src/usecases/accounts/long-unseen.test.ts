/** An account that nobody used for weeks shows nothing until a colleague says that it is them; nobody is locked out for good. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyWorld, importText, signedInAs } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import { accountByHandle } from '../../store/queries/accounts.ts'
import type { Context } from '../context.ts'
import { restUnseen } from './long-unseen.ts'
import { visit } from './sessions.ts'
import { liftAway } from './travel.ts'

let world: Context
const on = (day: string): Context => ({ ...world, clock: stoppedClock(`${day}T09:00:00.000Z`) })
const isAway = async (handle: string) => (await accountByHandle(world.house, handle))?.away
const token = ({ cookie }: { readonly cookie: string }): string => cookie.split('=')[1] ?? ''

beforeAll(async () => {
  world = await emptyWorld()
})
afterAll(() => world?.store.destroy())

it('only after as many days as the host says, whatever they did since by the log, and their sessions end', async () => {
  const lena = await signedInAs(on('2027-01-01'), { handle: 'lena' })
  await signedInAs(on('2027-01-01'), { handle: 'marat', role: 'monitor' })
  await signedInAs(on('2027-02-25'), { handle: 'bota', role: 'administrator' })
  await importText({ ...on('2027-02-10'), actor: null }, 'It rained.', 'a.txt')
  await world.house.updateTable('sessions').set({ ends: '2027-12-31T00:00:00.000Z' }).execute()
  expect(await restUnseen(on('2027-02-28'), 0)).toEqual([])
  expect(await restUnseen(on('2027-02-28'), 60)).toEqual([])
  expect([...(await restUnseen(on('2027-03-03'), 60))].sort()).toEqual(['lena', 'marat'])
  expect([await isAway('lena'), await isAway('marat'), await isAway('bota')]).toEqual([true, true, false])
  expect(await visit(on('2027-03-03'), token(lena))).toBe(null)
  const said = await world.house
    .selectFrom('events')
    .select(['actor', 'object'])
    .where('use_case', '=', 'account-unseen')
    .orderBy('object')
    .execute()
  expect(said).toEqual(['lena', 'marat'].map((object) => ({ actor: 'aigaq', object })))
})

it('once, and not again for as many days after a colleague let them in', async () => {
  expect(await restUnseen(on('2027-03-04'), 60)).toEqual([])
  const bota = { account: 'x', handle: 'bota', organisation: 'home', role: 'administrator' } as const
  await liftAway(on('2027-03-05'), bota, 'lena')
  expect(await restUnseen(on('2027-03-06'), 60)).toEqual([])
  await signedInAs(on('2027-03-07'), { handle: 'lena' })
  expect(await restUnseen(on('2027-04-01'), 60)).toEqual([])
  expect(await isAway('lena')).toBe(false)
})

it('never where nobody who was there lately could let them in again', async () => {
  expect(await restUnseen(on('2028-01-01'), 60)).toEqual([])
  expect([await isAway('lena'), await isAway('bota')]).toEqual([false, false])
})
