/** One of two readers settles a field on which they differ; what was said of the other fields stays as it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import type { Incident } from '../../core/record.ts'
import { recordRow } from '../../store/queries/records.ts'
import type { Context } from '../context.ts'
import { settleSecond } from './settle-second.ts'

const TEXT = `On 9 May 2024 a court in Uralsk, or in Astana, sentenced Bolat Akhmetov to three years in prison.\n`
const ID = 'kz-2024-05-09-a'
const coded = (record: 'incident' | 'second', by: string, years: number) =>
  aDecision({
    ...{ record, id: ID, date: '2024-05-09', by, from: 'On 9 May 2024', to: 'in prison.' },
    ...{ places: ['Uralsk', 'Astana'], acts: ['imprisonment'], penalties: [{ type: 'prison', years }] },
  })

describe('settling what two readers read differently', () => {
  let world: Context
  const rulingOf = async (field: string) => {
    const row = await recordRow(world.store, ID)
    const incident = row?.body as unknown as Incident | undefined
    return incident?.rulings.find((one) => one.field === field)
  }
  beforeAll(async () => {
    world = await emptyWorld()
    const { document } = await importText(world, TEXT)
    await recordAll(world, [{ ...coded('incident', 'lena', 3), disputed: ['place'] }])
    await recordAll(world, [{ ...coded('second', 'marat', 4), document }])
  })
  afterAll(() => world?.store.destroy())

  it('takes the value that was chosen, and a dispute on another field stays one', async () => {
    expect((await rulingOf('place'))?.verdict).toBe('disputed')
    const actor = { account: 'marat', handle: 'marat', organisation: 'home', role: 'monitor' } as const
    await settleSecond({ ...world, actor }, ID, { second: ['penalty'], why: 'the verdict says four' })
    expect((await rulingOf('penalty'))?.values.map((one) => one.value)).toEqual([
      expect.objectContaining({ type: 'prison', years: 4 }),
    ])
    const place = await rulingOf('place')
    expect([place?.verdict, place?.values.length]).toEqual(['disputed', 2])
  })
})
