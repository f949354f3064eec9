/** A copy that leaves: for a reason, with a second person where names go, marked, for seven days, and never with what was closed meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, aMove, decideAll, emptyWorld, importText, NOW, recordAll } from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import type { Actor, Role } from '../../core/access.ts'
import type { Context } from '../context.ts'
import { agreeExport } from './agree-export.ts'
import { askExport } from './ask-export.ts'
import { listExports } from './list-exports.ts'
import { takeExport } from './take-export.ts'

const TEXT = `On 7 May 2024 police in Almaty detained the activist Aigul Serikova.

On 9 May 2024 a court in Aktobe fined the blogger Asan Usenov 132,550 tenge.`
const IDS = ['kz-2024-05-07-a', 'kz-2024-05-09-a']

let world: Context
const as = (handle: string, role: Role = 'editor', organisation = 'home', now = NOW): Context => {
  const actor: Actor = { account: handle, handle, organisation, role }
  return { ...world, actor, clock: stoppedClock(now) }
}
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    aDecision({
      from: 'On 7 May',
      to: 'Serikova.',
      people: [{ name: 'Aigul Serikova', harmed: true }],
      outcome: '=cmd|calc',
    }),
    aDecision({
      id: 'kz-2024-05-09-a',
      date: '2024-05-09',
      from: 'On 9 May',
      to: 'tenge.',
      acts: ['fine'],
      people: [{ name: 'Asan Usenov', harmed: true }],
    }),
  ])
})
afterAll(() => world.store.destroy())

describe('a copy', () => {
  it.each([
    ['without a reason', { ids: IDS, audience: 'partner', reason: ' ' }, 'move.reason'],
    ['of nothing', { ids: [], audience: 'partner', reason: 'briefing' }, 'export.empty'],
    [
      'of what is not there',
      { ids: ['kz-2024-05-07-z'], audience: 'partner', reason: 'briefing' },
      'record.unknown',
    ],
  ] as const)('is not to be had %s', async (_how, asked, code) => {
    await expect(askExport(as('bota'), asked)).rejects.toMatchObject({ code })
  })

  it.each(['monitor', 'campaigner', 'administrator', 'auditor'] as const)(
    'is not to be had by a %s',
    async (role) => {
      await expect(askExport(as('x', role), { ids: IDS, audience: 'public', reason: 'x' })).rejects.toThrow()
    },
  )

  it('for partners is ready at once, holds no name that nobody agreed to, and bears its number on each row', async () => {
    const editor = as('bota')
    const id = await askExport(editor, { ids: IDS, audience: 'partner', reason: 'briefing in Geneva' })
    const { body, name } = await takeExport(editor, id, 'csv')
    expect(body).not.toMatch(/Serikova|Usenov/)
    expect(name).not.toMatch(/serikova|usenov|kz-2024/i)
    const rows = body.trim().split('\r\n').slice(1)
    expect(rows).toHaveLength(2)
    for (const row of rows) expect(row.startsWith(`${id} bota 2026-11-30,`)).toBe(true)
    expect(body).toContain("'=cmd|calc")
  })

  it('with names waits for a second person, who is not the one who asked', async () => {
    const id = await askExport(as('bota'), { ids: IDS, audience: 'team', reason: 'for the appeal' })
    await expect(takeExport(as('bota'), id, 'json')).rejects.toMatchObject({ code: 'export.waiting' })
    await expect(agreeExport(as('bota'), id)).rejects.toMatchObject({ code: 'export.own' })
    await expect(agreeExport(as('nurlan', 'monitor'), id)).rejects.toMatchObject({ code: 'access.forbidden' })
    await expect(agreeExport(as('stranger', 'editor', 'abroad'), id)).rejects.toMatchObject({
      code: 'record.unknown',
    })
    await agreeExport(as('saule'), id)
    const copy = JSON.parse((await takeExport(as('bota'), id, 'json')).body)
    expect(JSON.stringify(copy.records)).toContain('Aigul Serikova')
    expect(copy).toMatchObject({ for: 'bota', reason: 'for the appeal', leftOut: 0 })
  })

  it('with names is of no other organisation’s records, whatever line lets editors read or copy what is published', async () => {
    const { codebook } = world.knowledge
    const { grants } = codebook.policy
    const model = grants.find((one) => one.actions.includes('export') && one.reach === 'organisation')
    if (!model) throw new Error('no line lets anybody copy')
    const line = {
      ...model,
      roles: ['editor'],
      actions: ['read', 'export'],
      reach: 'published',
      tiers: ['public', 'partner', 'team'],
      twoPeople: false,
    } as const
    const policy = { ...codebook.policy, grants: [...grants, line] }
    const knowledge = { ...world.knowledge, codebook: { ...codebook, policy } }
    const foreign = { ...as('zarina', 'editor', 'abroad'), knowledge }
    const id = await askExport(foreign, { ids: IDS, audience: 'team', reason: 'theirs' })
    await expect(takeExport(foreign, id, 'json')).rejects.toMatchObject({ code: 'export.empty' })
  })

  it('is taken by nobody but who asked, and is in nobody else’s list', async () => {
    const id = await askExport(as('bota'), { ids: IDS, audience: 'public', reason: 'mine' })
    await expect(takeExport(as('saule'), id, 'csv')).rejects.toMatchObject({ code: 'record.unknown' })
    expect((await listExports(as('nurlan', 'monitor'))).length).toBe(0)
    expect((await listExports(as('eve', 'editor', 'abroad'))).length).toBe(0)
  })

  it.each([
    ['2026-11-30T23:59:00Z', null],
    ['2026-12-01T00:00:00Z', 'export.ended'],
  ])('at %s: %s', async (now, code) => {
    const id = await askExport(as('bota'), { ids: IDS, audience: 'public', reason: 'a week' })
    const taken = takeExport(as('bota', 'editor', 'home', now), id, 'csv')
    if (code) await expect(taken).rejects.toMatchObject({ code })
    else expect((await taken).body).toContain(IDS[0])
  })

  it('leaves out what was taken off since it was asked for, and says how much', async () => {
    const id = await askExport(as('bota'), { ids: IDS, audience: 'partner', reason: 'later' })
    await recordAll(world, [aMove('withdraw', ['kz-2024-05-09-a'])])
    const copy = JSON.parse((await takeExport(as('bota'), id, 'json')).body)
    expect(copy.records.map((one: { id: string }) => one.id)).toEqual(['kz-2024-05-07-a'])
    expect(copy.leftOut).toBe(1)
  })

  it('leaves who asked, who agreed and what was taken in the log, by its hash and not by its words', async () => {
    const events = await world.house
      .selectFrom('events')
      .select(['use_case', 'actor', 'input'])
      .where('use_case', 'like', 'export-%')
      .execute()
    expect(new Set(events.map((one) => one.use_case))).toEqual(
      new Set(['export-asked', 'export-agreed', 'export-taken']),
    )
    expect(JSON.stringify(events)).not.toMatch(/Serikova|Usenov/)
    expect(JSON.stringify(events.filter((one) => one.use_case === 'export-taken'))).toMatch(
      /"sha256":"[0-9a-f]{64}"/,
    )
  })
})
