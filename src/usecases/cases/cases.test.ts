/** A case is kept entry by entry: what stands, what it rests on, what is due, and the log that makes it again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAll } from '../../../test/world.ts'
import type { Assistance, CaseFile, Observation } from '../../core/cases/case.ts'
import { silenceOf } from '../../core/cases/due.ts'
import { testStore } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { calendarText, readCalendar } from '../deadlines/read-calendar.ts'
import { refresh } from '../refresh.ts'
import { replay } from '../replay.ts'
import { verify } from '../verify.ts'
import { whatIsDue } from '../what-is-due.ts'
import { as, caseWorld, code, entry, who } from './case.fixture.ts'
import { readCase } from './read-cases.ts'

let world: Context
beforeAll(async () => {
  world = await caseWorld()
})
afterAll(() => world?.store.destroy())

describe('a case', () => {
  it('stands as it was entered, each entry with its source and whoever entered it', async () => {
    const row = await readCase(world, 'proceeding', 'case-b4')
    const { entries } = row.body as unknown as CaseFile
    expect(entries.map((one) => [one.id, one.by, one.source.kind])).toEqual([
      ['e1', 'lena', 'hand'],
      ['e2', 'lena', 'incident'],
      ['e3', 'lena', 'hand'],
      ['e4', 'lena', 'hand'],
      ['e5', 'lena', 'hand'],
    ])
    expect(row).toMatchObject({ country: 'kz', people: ['usenov'], names: { usenov: { en: 'Asan Usenov' } } })
  })

  it('keeps unknown and not asked apart, and neither is a no; what nobody answered is not there', async () => {
    const { answers } = (await readCase(world, 'observation', 'obs-c5')).body as unknown as Observation
    const kinds = Object.fromEntries(answers.map((one) => [one.question, one.answer?.kind]))
    expect(kinds).toEqual({
      counsel_present: 'partly',
      public: 'unknown',
      interpreter: 'not_asked',
      length: 'number',
    })
    expect(JSON.stringify(answers)).not.toContain('"no"')
    const claims = await world.house.selectFrom('claims').selectAll().where('record', '=', 'obs-c5').execute()
    expect(claims.map((one) => one.field).sort()).toEqual(
      ['answer:counsel_present', 'answer:interpreter', 'answer:length', 'answer:public', 'head'].sort(),
    )
  })

  it('lists what is coming and what is owed: hearings, an answer, the end of a restriction', async () => {
    expect(await whatIsDue(world, 10)).toEqual([
      { kind: 'answer', id: 'help-d6', day: '2026-10-16' },
      { kind: 'hearing-passed', id: 'case-b4', day: '2026-11-20' },
      { kind: 'hearing', id: 'case-b4', day: '2026-11-30' },
      { kind: 'restriction', id: 'case-b4', day: '2026-12-01' },
    ])
    expect(await whatIsDue(as(world, 'oskar', 'partner', 'abroad'), 10)).toEqual([])
  })

  it('gives a calendar program days, laws and ids, and no name, court or note', async () => {
    const entries = await readCalendar(world)
    expect(entries.map((one) => one.kind)).toContain('hearing')
    const text = calendarText(world, entries, world.knowledge.words.en)
    expect(text).toContain('case-b4')
    expect(text).not.toMatch(/usenov|асан|court|judge|legal team/i)
    expect(await readCalendar(as(world, 'oskar', 'partner', 'abroad'))).toEqual([])
  })

  it('refuses people, incidents, entries and words that are not there, all at once', async () => {
    const wrong = entry(
      'case-b4',
      'e9',
      { kind: 'penalty', penalty: { type: 'fine' }, date: null, charge: 'e77', stage: 'e78' },
      { people: ['nobody'] },
    )
    await expect(recordAll(world, [wrong])).rejects.toMatchObject({
      faults: ['nobody', 'e77', 'e78'].map((id) => ({ code: 'record.unknown', params: { id } })),
    })
    const words = { source: { kind: 'document', document: 'notebook', words: 'He was beaten.' } }
    const said = entry('case-b4', 'e9', { kind: 'stage', stage: 'charged', date: null }, words)
    expect(await code(recordAll(world, [said]))).toBe('passage.not-found')
    const answer = entry('case-b4', 'e9', { kind: 'answer', answer: 'refused', date: '2026-10-10' })
    expect(await code(recordAll(world, [answer]))).toBe('input.value')
    const late = entry('case-b4', 'e9', { kind: 'stage', stage: 'trial', date: '2027-01-01' })
    expect(await code((async () => recordAll(world, [late]))())).toBe('input.date-future')
  })

  it('stands on words of a document when they stand there', async () => {
    const source = { kind: 'document', document: 'notebook', words: 'He was told nothing' }
    await recordAll(world, [
      entry('case-b4', 'e6', { kind: 'stage', stage: 'charged', date: '2024-05-08' }, { source }),
    ])
    const claim = await world.house
      .selectFrom('claims')
      .selectAll()
      .where('field', '=', 'entry:e6')
      .executeTakeFirstOrThrow()
    expect(claim.document).not.toBeNull()
    expect(claim.end_at).toBe((claim.start_at ?? 0) + source.words.length)
  })

  it('keeps what a correction superseded, with who and why', async () => {
    await recordAll(world, [
      entry(
        'case-b4',
        'e4',
        { kind: 'hearing', state: 'postponed', date: '2026-11-20', note: 'the judge was ill' },
        { ...who('marat', '2026-11-21T09:00:00Z'), why: 'called the court' },
      ),
    ])
    const { entries } = (await readCase(world, 'proceeding', 'case-b4')).body as unknown as CaseFile
    const hearing = entries.find((one) => one.id === 'e4')
    expect(hearing).toMatchObject({ by: 'marat', why: 'called the court', body: { state: 'postponed' } })
    expect(hearing?.earlier).toMatchObject([{ by: 'lena', body: { state: 'planned' } }])
    expect((await whatIsDue(world, 10)).map((one) => one.kind)).not.toContain('hearing-passed')
  })

  it('ends a silence by an answer, and not by a receipt', async () => {
    const read = async (): Promise<Assistance> =>
      (await readCase(world, 'assistance', 'help-d6')).body as unknown as Assistance
    await recordAll(world, [
      entry('help-d6', 'a1', { kind: 'answer', answer: 'receipt', date: '2026-10-05' }),
    ])
    expect(silenceOf(await read(), '2026-11-23')).toEqual({
      kind: 'silence',
      since: '2026-10-16',
      receipt: true,
    })
    await recordAll(world, [
      entry('help-d6', 'a2', { kind: 'answer', answer: 'refused', date: '2026-11-22', words: 'no crime' }),
    ])
    expect(silenceOf(await read(), '2026-11-23')).toMatchObject({ kind: 'answered', entry: { id: 'a2' } })
  })
})

describe('the log', () => {
  it('makes all of it again, and adds up', async () => {
    const target = await testStore()
    const again = await replay(world, target)
    expect(again.tables.filter((one) => !one.same).map((one) => one.table)).toEqual([])
    await target.destroy()
    expect(await verify(world)).toMatchObject({ breaks: [] })
  })

  it('gives the same rows whether one record was touched or all are made anew', async () => {
    const all = () => world.house.selectFrom('case_records').selectAll().orderBy('id').execute()
    const before = await all()
    await refresh(world)
    expect(await all()).toEqual(before)
  })
})
