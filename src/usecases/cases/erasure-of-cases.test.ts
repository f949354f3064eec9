/** What of cases goes with an incident or a person that is forgotten, and what the others keep. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAll } from '../../../test/world.ts'
import type { CaseFile } from '../../core/cases/case.ts'
import { caseRecord } from '../../store/queries/cases.ts'
import type { Context } from '../context.ts'
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
