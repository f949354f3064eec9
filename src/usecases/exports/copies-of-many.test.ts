/** Copies of many records: of one organisation at a time, of cleared ones alone, and no page changes by them. */
import { beforeEach, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import type { Context } from '../context.ts'
import { importReport } from '../import-report.ts'
import { isStale } from '../refresh.ts'
import { askExport } from './ask-export.ts'
import { takeExport } from './take-export.ts'

const TEXT = `On 7 May 2024 police in Almaty detained the activist Asan Usenov near the Old Square.

On 9 May 2024 a court in Almaty fined one of them 132,550 tenge.`
const PUBLIC = 'kz-2024-05-07-a'
const CODED = 'kz-2024-05-09-a'

let world: Context
beforeEach(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    aDecision({ from: 'On 7 May', to: 'Old Square.', people: [{ name: 'Asan Usenov', harmed: true }] }),
  ])
  await recordAll(world, [
    aDecision({ id: CODED, date: '2024-05-09', from: 'On 9 May', to: 'tenge.', acts: ['fine'] }),
  ])
  return () => world.store.destroy()
})
const as = (handle: string, role: Actor['role'] = 'editor', organisation = 'home'): Context => ({
  ...world,
  actor: { account: handle, handle, organisation, role },
})
const reason = 'for the court'

describe('a copy', () => {
  it('of a record that is not cleared is refused', async () => {
    const asked = askExport(as('daniyar'), { ids: [CODED], audience: 'partner', reason })
    await expect(asked).rejects.toMatchObject({ code: 'access.forbidden' })
  })

  it('holds records of one organisation: another editor cannot agree for those of the next', async () => {
    const abroad = as('coder-abroad', 'monitor', 'abroad')
    await importReport(abroad, {
      bytes: new TextEncoder().encode('On 10 May 2024 police in Semey detained two activists.'),
      name: 'abroad.txt',
      country: 'kz',
      source: {
        title: 'List',
        publisher: null,
        collector: null,
        url: null,
        published: null,
        accessed: null,
        licence: null,
        reliabilityOfSource: 'unknown',
        reliabilityOfInformation: 'unknown',
      },
      asOf: null,
      by: 'coder-abroad',
    })
    const other = 'kz-2024-05-10-a'
    await recordAll(abroad, [
      aDecision({ id: other, document: 'abroad', date: '2024-05-10', from: 'On 10 May', to: 'activists.' }),
    ])
    const hand = { record: 'share', with: { account: 'botagoz' }, by: 'zarina', at: '2026-11-12T09:00:00Z' }
    await recordAll(world, [{ ...hand, ids: [CODED] }])
    await recordAll(abroad, [{ ...hand, ids: [other] }])
    const lawyer = as('botagoz', 'lawyer', 'chambers')
    await expect(askExport(lawyer, { ids: [CODED, other], audience: 'team', reason })).rejects.toMatchObject({
      code: 'input.value',
    })
    await askExport(lawyer, { ids: [other], audience: 'team', reason })
  })

  it('changes no page, so that doctor does not say that pages lag behind', async () => {
    const id = await askExport(as('daniyar'), { ids: [PUBLIC], audience: 'public', reason })
    await takeExport(as('daniyar'), id, 'csv')
    expect(await isStale(world.house)).toBe(false)
  })
})
