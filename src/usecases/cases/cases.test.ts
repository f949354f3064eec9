/** A case is kept entry by entry: what stands, what it rests on, who may read it, and what is due. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import type { Assistance, CaseFile, Observation } from '../../core/cases/case.ts'
import { silenceOf } from '../../core/cases/due.ts'
import { memoryStaff, memoryStore } from '../../store/memory.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import type { Context } from '../context.ts'
import { forgetPerson } from '../forget-person.ts'
import { forgetRecord } from '../forget-record.ts'
import { refresh } from '../refresh.ts'
import { replay } from '../replay.ts'
import { verify } from '../verify.ts'
import { wallOf } from '../wall-of.ts'
import { whatIsDue } from '../what-is-due.ts'
import { attachedTo, listCases, readCase } from './read-cases.ts'
import { type CaseInput, saveCase } from './save-case.ts'

const ARREST = 'kz-2024-05-07-a'
const who = (by = 'lena', at = '2026-11-02T09:00:00Z') => ({ by, at })
const hand = { kind: 'hand', title: 'her lawyer, by telephone', on: '2026-11-02' }
const person = (id: string, en: string) => ({
  ...{ record: 'person', id, names: { en, ru: null, kk: null } },
  ...who('lena', '2026-11-01T08:00:00Z'),
})
const entry = (id: string, entry: string, what: object, more: object = {}) => ({
  ...{ record: 'entry', id, entry, what, source: hand },
  ...who(),
  ...more,
})
const CASE = {
  record: 'case',
  id: 'case-b4',
  country: 'kz',
  title: 'The May case',
  people: ['usenov'],
  ...who(),
}

const actorOf = (
  handle: string,
  role: 'monitor' | 'editor' | 'lawyer' | 'partner',
  organisation = 'home',
) => ({
  ...{ account: handle, handle, organisation, role },
})
const as = (world: Context, ...given: Parameters<typeof actorOf>): Context => {
  const actor = actorOf(...given)
  return { ...world, actor, store: memoryStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const code = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained Asan Usenov. He was told nothing.')
  await decideAll(world, [
    person('usenov', 'Asan Usenov'),
    person('serikova', 'Aigul Serikova'),
    aDecision({ from: 'On 7 May', to: 'Usenov.', people: [{ id: 'usenov', harmed: true }], by: 'lena' }),
  ])
  await recordAll(world, [
    CASE,
    entry('case-b4', 'e1', {
      kind: 'charge',
      law: { code: 'criminal', article: '174' },
      basis: 'stated',
      offence: '2024-05-07',
    }),
    entry(
      'case-b4',
      'e2',
      { kind: 'stage', stage: 'detained', date: '2024-05-07' },
      { source: { kind: 'incident', incident: ARREST } },
    ),
    entry('case-b4', 'e3', {
      kind: 'hearing',
      state: 'planned',
      date: '2026-11-30',
      hour: '10:30',
      court: 'Court No. 2',
    }),
    entry('case-b4', 'e4', { kind: 'hearing', state: 'planned', date: '2026-11-20' }),
    entry('case-b4', 'e5', {
      kind: 'restriction',
      what: 'no_leaving',
      from: '2024-06-01',
      until: '2026-12-01',
    }),
    {
      ...{ record: 'observation', id: 'obs-c5', sheet: 'trial', about: { case: 'case-b4', hearing: 'e4' } },
      ...{ on: '2026-11-20', observer: 'lena', source: { kind: 'hand', title: 'seen in the room' } },
      answers: [
        { question: 'counsel_present', answer: { kind: 'partly' } },
        { question: 'public', answer: { kind: 'unknown' } },
        { question: 'interpreter', answer: { kind: 'not_asked' } },
        { question: 'length', answer: { kind: 'number', number: 20, unit: 'minutes' } },
      ],
      ...who(),
    },
    {
      ...{
        record: 'assistance',
        id: 'help-d6',
        what: 'complaint_police',
        people: ['usenov'],
        about: { case: 'case-b4' },
      },
      ...{
        on: '2026-10-01',
        doneBy: 'the legal team',
        to: 'police of Almaty',
        due: '2026-10-16',
        source: hand,
      },
      ...who(),
    },
  ])
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
})

describe('the log', () => {
  it('makes all of it again, and adds up', async () => {
    const target = await memoryStore()
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

describe('forgetting', () => {
  it('an incident takes with it what hangs on it and what rests on it, and the log still adds up', async () => {
    await recordAll(world, [
      {
        ...{
          record: 'observation',
          id: 'obs-i9',
          sheet: 'custody',
          about: { incident: ARREST },
          on: null,
          observer: 'lena',
        },
        ...{
          source: hand,
          answers: [{ question: 'remarks', answer: { kind: 'text', text: 'a grey cell' } }],
        },
        ...who(),
      },
    ])
    await recordAll(world, [
      {
        ...{ record: 'assistance', id: 'help-i9', what: 'medical', people: ['usenov'], about: {}, on: null },
        ...{ doneBy: 'a blue clinic', source: { kind: 'incident', incident: ARREST } },
        ...who(),
      },
    ])
    await forgetRecord(world, { record: ARREST, by: 'operator', why: 'asked for' })
    expect(await caseRecord(world.house, 'obs-i9')).toBeNull()
    const { entries } = (await readCase(world, 'proceeding', 'case-b4')).body as unknown as CaseFile
    expect(entries.map((one) => one.id)).not.toContain('e2')
    const everything = JSON.stringify(
      await Promise.all(
        (['claims', 'decisions', 'events'] as const).map((table) =>
          world.house.selectFrom(table).selectAll().execute(),
        ),
      ),
    )
    expect(everything).not.toMatch(/grey cell|blue clinic|kz-2024-05-07-a/)
    expect(await verify(world)).toMatchObject({ breaks: [] })
  })

  it('a person takes their cases, observations and assistance with them; a case of several loses them alone', async () => {
    await recordAll(world, [
      { ...CASE, id: 'case-two', people: ['usenov', 'serikova'], title: 'Usenov and another' },
      entry(
        'case-two',
        'e1',
        { kind: 'stage', stage: 'detained', date: '2024-05-07', note: 'Asan Usenov first' },
        { people: ['usenov'] },
      ),
      entry('case-two', 'e2', { kind: 'stage', stage: 'detained', date: '2024-05-08', note: 'after Usenov' }),
    ])
    await forgetPerson(world, { person: 'usenov', by: 'operator', why: 'asked for' })
    for (const id of ['case-b4', 'help-d6', 'obs-c5'])
      expect(await caseRecord(world.house, id), id).toBeNull()
    const file = (await readCase(world, 'proceeding', 'case-two')).body as unknown as CaseFile
    expect(file.people).toEqual(['serikova'])
    expect(file.entries.map((one) => one.id)).toEqual(['e2'])
    const tables = ['claims', 'decisions', 'events', 'case_records', 'shares'] as const
    const everything = JSON.stringify(
      await Promise.all(tables.map((table) => world.house.selectFrom(table).selectAll().execute())),
    )
    expect(everything).not.toMatch(/usenov/i)
    expect(await verify(world)).toMatchObject({ breaks: [] })
  })
})
