/** Who may read a case and what hangs on it: the team, whoever wrote a sealed one, whoever it was handed to, and nobody else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAll } from '../../../test/world.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import { testStore } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { refresh } from '../refresh.ts'
import { replay } from '../replay.ts'
import { ARREST, as, caseWorld, code, hand, who } from './case.fixture.ts'
import { attachedTo, listCases, readCase } from './read-cases.ts'
import { type CaseInput, saveCase } from './save-case.ts'

let world: Context
beforeAll(async () => {
  world = await caseWorld()
})
afterAll(() => world?.store.destroy())

describe('who may read it', () => {
  const sealed: CaseInput = {
    record: 'case',
    id: 'case-s7',
    country: 'kz',
    title: 'Sealed',
    people: ['serikova'],
    tier: 'sealed',
  }

  it('is the team; a sealed one and what hangs on it is read by whoever wrote it, and behind both walls by nobody else', async () => {
    await saveCase(as(world, 'lena', 'monitor'), sealed, true)
    const seen: CaseInput = {
      ...{ record: 'observation', id: 'obs-s8', sheet: 'custody', about: { case: 'case-s7' }, on: null },
      ...{ observer: 'lena', source: { kind: 'hand', title: 'told by her' }, answers: [] },
    }
    await saveCase(as(world, 'lena', 'monitor'), seen, true)
    expect((await attachedTo(as(world, 'lena', 'monitor'), 'case-s7')).map((one) => one.id)).toEqual([
      'obs-s8',
    ])
    for (const [handle, role, organisation] of [
      ['marat', 'monitor', 'home'],
      ['zarina', 'editor', 'home'],
      ['oskar', 'partner', 'abroad'],
      ['bota', 'editor', 'abroad'],
    ] as const) {
      const own = as(world, handle, role, organisation)
      for (const [kind, id] of [
        ['proceeding', 'case-s7'],
        ['observation', 'obs-s8'],
      ] as const) {
        expect(await code(readCase(own, kind, id)), `${handle} ${id}`).toBe('record.unknown')
        expect(await caseRecord(own.store, id)).toBeNull()
        expect(
          await own.store.selectFrom('decisions').selectAll().where('record', '=', id).execute(),
        ).toEqual([])
        expect(await own.store.selectFrom('claims').selectAll().where('record', '=', id).execute()).toEqual(
          [],
        )
      }
    }
    const lists = await listCases(as(world, 'marat', 'monitor'), { page: 1 })
    expect(lists.rows.map((one) => one.id)).toEqual(['case-b4', 'help-d6', 'obs-c5'])
    expect(await code(listCases(as(world, 'oskar', 'partner', 'abroad'), { page: 1 }))).toBe(
      'access.forbidden',
    )
  })

  it('is not another organisation, which cannot write on it either', async () => {
    const theirs = as(world, 'bota', 'editor', 'abroad')
    expect((await listCases(theirs, { page: 1 })).rows).toEqual([])
    const line = {
      record: 'entry',
      id: 'case-b4',
      entry: 'x1',
      what: { kind: 'stage', stage: 'closed', date: null },
      source: hand,
    } as CaseInput
    expect(await code(saveCase(theirs, line, false))).toBe('record.unknown')
    expect(await code(saveCase(theirs, { ...sealed, id: 'case-b4' }, true))).toBe('record.unknown')
  })

  it('is a lawyer only of a case handed over by name, with what hangs on it, until it is taken back', async () => {
    const lawyer = as(world, 'daniyar', 'lawyer')
    expect((await listCases(lawyer, { page: 1 })).rows).toEqual([])
    const share = { record: 'share', ids: ['case-b4'], with: { account: 'daniyar' }, ...who('zarina') }
    await recordAll(world, [share])
    expect((await listCases(lawyer, { page: 1 })).rows.map((one) => one.id)).toEqual([
      'case-b4',
      'help-d6',
      'obs-c5',
    ])
    const line = {
      record: 'entry',
      id: 'case-b4',
      entry: 'x1',
      what: { kind: 'stage', stage: 'closed', date: null },
      source: hand,
    } as CaseInput
    expect(await code(saveCase(lawyer, line, false))).toBe('access.forbidden')
    await recordAll(world, [{ ...share, ended: true, at: '2026-11-03T09:00:00Z' }])
    expect((await listCases(lawyer, { page: 1 })).rows).toEqual([])
  })

  it('is never an organisation that something was shared with', async () => {
    const share = { record: 'share', ids: ['case-b4'], with: { organisation: 'abroad' }, ...who('zarina') }
    expect(await code(recordAll(world, [share]))).toBe('record.unknown')
  })

  it('is sealed with an incident that it rests on, and so is what hangs on it; both open with it again', async () => {
    const tiers = async (): Promise<readonly unknown[]> =>
      (await world.house.selectFrom('case_records').select(['id', 'tier']).orderBy('id').execute())
        .filter((one) => one.id !== 'case-s7' && one.id !== 'obs-s8')
        .map((one) => [one.id, one.tier])
    const tierOf = (value: string, at: string) =>
      recordAll(world, [{ record: 'tier', id: ARREST, value, why: 'a promise', ...who('lena', at) }])
    await tierOf('sealed', '2026-11-04T09:00:00Z')
    const sealed = [
      ['case-b4', 'sealed'],
      ['help-d6', 'sealed'],
      ['obs-c5', 'sealed'],
    ]
    expect(await tiers()).toEqual(sealed)
    await refresh(world)
    expect(await tiers()).toEqual(sealed)
    expect((await listCases(as(world, 'aigerim', 'monitor'), { page: 1 })).rows).toEqual([])
    await tierOf('public', '2026-11-04T10:00:00Z')
    expect((await tiers()).flat()).not.toContain('sealed')
  })

  it('is sealed with the incident that alone is its source', async () => {
    await recordAll(world, [
      {
        ...{ record: 'assistance', id: 'help-src', what: 'lawyer', people: ['usenov'], about: {}, on: null },
        ...{ doneBy: 'us', source: { kind: 'incident', incident: ARREST }, ...who() },
      },
      { record: 'tier', id: ARREST, value: 'sealed', why: 'x', ...who('lena', '2026-11-05T09:00:00Z') },
    ])
    expect((await caseRecord(world.house, 'help-src'))?.tier).toBe('sealed')
    await recordAll(world, [
      { record: 'tier', id: ARREST, value: 'public', why: 'x', ...who('lena', '2026-11-05T10:00:00Z') },
    ])
  })

  it('is nobody who writes on the open case, or codes the open incident, that a sealed observation hangs on', async () => {
    const seen = (id: string, about: { case?: string; incident?: string }, tier: 'team' | 'sealed') =>
      saveCase(
        as(world, 'lena', 'monitor'),
        {
          ...{ record: 'observation', id, sheet: 'custody', about, on: null, tier },
          ...{ observer: 'lena', source: { kind: 'hand', title: 'told by her' }, answers: [] },
        },
        true,
      )
    await seen('obs-t1', { case: 'case-b4' }, 'sealed')
    await seen('obs-t2', { incident: ARREST }, 'sealed')
    await seen('obs-t3', { case: 'case-s7', incident: ARREST }, 'team')
    const marat = as(world, 'marat', 'monitor')
    const stage: CaseInput = {
      ...{ record: 'entry', id: 'case-b4', entry: 't1', source: { kind: 'hand', title: 'seen' } },
      what: { kind: 'stage', stage: 'trial', date: null },
    }
    await saveCase(marat, stage, false)
    await recordAll(world, [{ record: 'tier', id: ARREST, value: 'team', why: 'x', ...who('marat') }])
    for (const id of ['obs-t1', 'obs-t2', 'obs-t3']) {
      expect(await code(readCase(marat, 'observation', id)), id).toBe('record.unknown')
      expect((await readCase(as(world, 'lena', 'monitor'), 'observation', id)).id).toBe(id)
    }
    // Nor by handing the open case over: whoever does that need not know that there is more.
    const share = { record: 'share', ids: ['case-b4'], with: { account: 'daniyar' }, ...who('zarina') }
    const lawyer = as(world, 'daniyar', 'lawyer')
    await recordAll(world, [{ ...share, at: '2026-11-04T09:00:00Z' }])
    expect((await readCase(lawyer, 'proceeding', 'case-b4')).id).toBe('case-b4')
    expect(await code(readCase(lawyer, 'observation', 'obs-t1'))).toBe('record.unknown')
    await recordAll(world, [{ ...share, ended: true, at: '2026-11-05T09:00:00Z' }])
  })

  it('cannot hang on an incident that whoever writes may not read', async () => {
    const line: CaseInput = {
      ...{
        record: 'assistance',
        id: 'help-x',
        what: 'lawyer',
        people: ['usenov'],
        about: { incident: 'kz-2024-zz' },
      },
      ...{ on: null, doneBy: 'us', source: { kind: 'hand', title: 'us' } },
    }
    expect(await code(saveCase(as(world, 'marat', 'monitor'), line, true))).toBe('record.unknown')
  })

  it('is made again from the log, with tiers and with who it was handed to', async () => {
    const target = await testStore()
    const again = await replay(world, target)
    expect(again.tables.filter((one) => !one.same).map((one) => one.table)).toEqual([])
    await target.destroy()
  })
})
