import { beforeEach, describe, expect, it } from 'vitest'
import { aDecision, aMove, decideAll, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import type { Context } from '../context.ts'
import { importReport } from '../import-report.ts'
import { isStale } from '../refresh.ts'
import { agreeExport } from './agree-export.ts'
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
  it('as any reader sees it is taken by whoever asked, alone, with the mark on each row and no name', async () => {
    const id = await askExport(as('daniyar'), { ids: [PUBLIC], audience: 'public', reason })
    await expect(takeExport(as('zarina'), id, 'csv')).rejects.toMatchObject({ code: 'record.unknown' })
    const { body } = await takeExport(as('daniyar'), id, 'csv')
    const rows = body.trim().split('\r\n').slice(1)
    expect(rows.every((row) => row.includes(`${id} daniyar 2026-11-30`))).toBe(true)
    expect(body).not.toContain('Usenov')
  })

  it('with everything in it waits for a second person, who is not the first', async () => {
    const id = await askExport(as('daniyar'), { ids: [PUBLIC, CODED], audience: 'team', reason })
    await expect(takeExport(as('daniyar'), id, 'json')).rejects.toMatchObject({ code: 'export.waiting' })
    await expect(agreeExport(as('daniyar'), id)).rejects.toMatchObject({ code: 'export.own' })
    await expect(agreeExport(as('marat', 'monitor'), id)).rejects.toMatchObject({ code: 'access.forbidden' })
    await agreeExport(as('zarina'), id)
    expect((await takeExport(as('daniyar'), id, 'json')).body).toContain('Asan Usenov')
  })

  it('leaves out what was taken off since, and says how many', async () => {
    const id = await askExport(as('daniyar'), { ids: [PUBLIC, CODED], audience: 'team', reason })
    await agreeExport(as('zarina'), id)
    await recordAll(world, [aMove('withdraw', [PUBLIC])])
    const { body } = await takeExport(as('daniyar'), id, 'json')
    expect(JSON.parse(body)).toMatchObject({ leftOut: 1, for: 'daniyar', reason })
    expect(body).not.toContain('Usenov')
  })

  it.each([
    ['no reason', { ids: [PUBLIC], reason: ' ' }, 'move.reason'],
    ['no record', { ids: [], reason }, 'export.empty'],
    ['a record that never was', { ids: ['kz-2024-05-01-z'], reason }, 'record.unknown'],
    ['a record that is not cleared', { ids: [CODED], reason }, 'access.forbidden'],
  ])('for %s is refused', async (_what, asked, code) => {
    await expect(askExport(as('daniyar'), { audience: 'partner', ...asked })).rejects.toMatchObject({ code })
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
