/** What of cases goes with an incident or a person that is forgotten, and what the others keep. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAll } from '../../../test/world.ts'
import type { CaseFile } from '../../core/cases/case.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import type { Context } from '../context.ts'
import { decideField } from '../field/triage.ts'
import { forgetPerson } from '../forget-person.ts'
import { forgetRecord } from '../forget-record.ts'
import { verify } from '../verify.ts'
import { ARREST, CASE, caseWorld, entry, hand, who } from './case.fixture.ts'
import { readCase } from './read-cases.ts'

let world: Context
beforeAll(async () => {
  world = await caseWorld()
})
afterAll(() => world?.store.destroy())

/** Sealed on a phone, opened by a colleague and written down in this record. */
async function fromAPhone(letter: string, of: string): Promise<void> {
  const id = letter.repeat(64)
  const item = { id, list: 1, bytes: 6, body: Buffer.from('sealed'), pass: null, brought: 'lena' }
  const open = { verdict: null, record: null, why: null, by: null, decided: null, day: '2026-11-01' }
  await world.house
    .insertInto('field_items')
    .values({ ...item, ...open })
    .execute()
  await decideField(world, id, { verdict: 'recorded', record: of, why: `went into ${of}` })
}
const arrived = async () =>
  (await world.house.selectFrom('field_items').select(['id', 'body', 'record', 'why']).execute())
    .map(({ id, ...one }) => ({ id: id.slice(0, 1), ...one }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
const NOTHING = { body: null, record: null, why: null }

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
    await fromAPhone('a', ARREST)
    await fromAPhone('b', 'obs-i9')
    await fromAPhone('c', 'obs-c5')
    await world.house
      .insertInto('intake_triage')
      .values({
        ...{ mailbox: 'm'.repeat(64), verdict: 'taken', consent: 'given', record: ARREST },
        ...{ why: `of ${ARREST}`, by: 'lena', day: '2026-11-01' },
      })
      .execute()
    await forgetRecord(world, { record: ARREST, by: 'operator', why: 'asked for' })
    expect(await caseRecord(world.house, 'obs-i9')).toBeNull()
    const { entries } = (await readCase(world, 'proceeding', 'case-b4')).body as unknown as CaseFile
    expect(entries.map((one) => one.id)).not.toContain('e2')
    const everything = JSON.stringify(
      await Promise.all(
        (['claims', 'decisions', 'events', 'intake_triage'] as const).map((table) =>
          world.house.selectFrom(table).selectAll().execute(),
        ),
      ),
    )
    expect(everything).not.toMatch(/grey cell|blue clinic|kz-2024-05-07-a|obs-i9/)
    // What a phone sent of it goes too; of another record it stays.
    expect(await arrived()).toMatchObject([
      { id: 'a', ...NOTHING },
      { id: 'b', ...NOTHING },
      { id: 'c', record: 'obs-c5', why: 'went into obs-c5' },
    ])
    expect((await arrived())[2]?.body).not.toBeNull()
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
    expect(everything).not.toMatch(/obs-c5/)
    expect((await arrived())[2]).toEqual({ id: 'c', ...NOTHING })
    expect(await verify(world)).toMatchObject({ breaks: [] })
  })
})
