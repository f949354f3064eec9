/** Settling one field of two codings leaves every other field as it stood, also where sources disagree on it. */
import { expect, it } from 'vitest'
import { aDecision, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import type { Incident } from '../../core/record.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { readSecond } from './read-second.ts'
import { settleSecond } from './settle-second.ts'

const ID = 'kz-2024-05-07-a'
const actor = (handle: string): Actor => ({ account: handle, handle, organisation: 'home', role: 'editor' })

/** Sources disagree on the day and on a number; the second reader saw another day and another act. */
async function differing(): Promise<Context> {
  const world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty held some people.')
  await importText(world, 'The paper says that it was on 8 May 2024.', 'paper.txt')
  const words = { from: 'On 7 May', to: 'people.' }
  const group = (n: number) => ({ what: 'people', min: n, max: n, qualifier: 'exact' })
  const at = (hour: number): string => `2026-11-01T0${hour}:00:00Z`
  await recordAll(world, [
    aDecision({ ...words, groups: [group(2)], by: 'lena', at: at(1) }),
    {
      ...{ record: 'saying', id: ID, document: 'paper', from: 'The paper', to: '2024.' },
      ...{ says: { date: '2024-05-08', groups: [group(3)] }, why: 'they differ', by: 'lena', at: at(2) },
      weighed: ['date', 'group'].map((field) => ({ field, how: 'disputed' })),
    },
  ])
  const [told] = await world.store.selectFrom('tellings').select('document').orderBy('event').execute()
  const second = { record: 'second', document: told?.document, date: '2024-05-09', acts: ['arrest'] }
  await recordAll(world, [aDecision({ ...words, ...second, by: 'marat', at: at(3) })])
  return { ...world, actor: actor('marat') }
}

async function settled(fields: readonly string[]) {
  const world = await differing()
  await settleSecond(world, ID, { second: fields, why: 'read again' })
  const row = await recordRow(world.store, ID)
  if (!row) throw new Error('no record')
  const { rulings } = row.body as unknown as Incident
  const { state } = await readSecond(world, row)
  await world.store.destroy()
  return {
    state,
    ...Object.fromEntries(rulings.map((one) => [one.field, [one.verdict, one.values.length]])),
  }
}

it('another field stays disputed', async () => {
  expect(await settled(['act'])).toMatchObject({
    ...{ state: 'settled', act: ['stands', 1] },
    ...{ date: ['disputed', 2], group: ['disputed', 2] },
  })
})

it('of what another source says the second reader was never asked: it is no difference, and stays', async () => {
  const world = await differing()
  const row = await recordRow(world.store, ID)
  const { compared } = await readSecond(world, { id: ID, body: row?.body ?? null })
  const groups = compared.find((one) => one.field === 'group')
  expect(groups?.first).toHaveLength(1)
  await world.store.destroy()
  expect(await settled(['group'])).toMatchObject({ group: ['stands', 1] })
})

it('a disputed day that is settled is one day', async () => {
  expect(await settled(['date'])).toMatchObject({ date: ['stands', 1], group: ['disputed', 2] })
})
