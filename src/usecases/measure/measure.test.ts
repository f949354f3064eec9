/** Counts of the workspace on the real database: what is counted, for whom, what stays apart, and that practice is in none of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  aDecision,
  decideAll,
  emptyWorld,
  importText,
  ROOT,
  recordAll,
  signedInAs,
} from '../../../test/world.ts'
import { loadPack } from '../../adapters/load-pack.ts'
import { codesOf } from '../../measure/counts/codes.ts'
import type { Context } from '../context.ts'
import { forgetRecord } from '../forget-record.ts'
import { countByEveryFacet, countRecords, recordsBehind } from './count-records.ts'
import { questionFrom, type TypedQuestion } from './question.ts'
import { readAggregates } from './read-aggregates.ts'
import { readCoverage } from './read-coverage.ts'
import { readMapped } from './read-mapped.ts'
import { readPractice, readTraining, scorePractice } from './train.ts'

const TEXT =
  'On 7 May 2024 police in Almaty detained forty people. On 8 May 2024 a court in Oral fined Asan Usenov.'
const BOTH = { from: 'On 7 May', to: 'forty people.' }
const FINED = { from: 'On 8 May', to: 'Asan Usenov.' }
let world: Context
const ask = (typed: TypedQuestion = {}) => countRecords(world, questionFrom(typed, 'kz'))

beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  await decideAll(world, [
    aDecision({
      ...BOTH,
      id: 'kz-2024-05-07-a',
      places: ['Almaty'],
      groups: [{ what: 'people detained', min: 40, max: 40, qualifier: 'exact' }],
    }),
    aDecision({
      ...BOTH,
      id: 'kz-2024-05-07-z',
      kind: 'aggregate',
      places: ['Almaty'],
      groups: [{ what: 'people detained', min: 300, max: 300, qualifier: 'about' }],
    }),
  ])
  await recordAll(world, [
    aDecision({
      ...FINED,
      id: 'kz-2024-05-08-a',
      date: '2024-05-08',
      places: ['Oral'],
      acts: ['fine'],
      people: [{ name: 'Asan Usenov', harmed: true }],
      penalties: [{ type: 'fine', amount: 36_920 }],
    }),
    aDecision({
      ...FINED,
      id: 'kz-2024-05-08-s',
      date: '2024-05-08',
      acts: ['fine'],
      tier: { value: 'sealed', why: 'the family asked' },
    }),
  ])
})
afterAll(() => world?.store.destroy())

describe('a count', () => {
  it('leaves out what nobody verified, and says how many', async () => {
    expect(await ask()).toMatchObject({ total: { certain: 1 }, notVerified: 2, outside: { aggregates: 1 } })
    expect((await ask({ unverified: true })).total.certain).toBe(3)
  })

  it('opens to its records, and gives the same hash for the same rows alone', async () => {
    const question = questionFrom({ unverified: true, only: 'act:fine region:KZ-27' }, 'kz')
    expect(await recordsBehind(world, question)).toEqual(['kz-2024-05-08-a'])
    const [one, again, other] = [
      await ask({ unverified: true }),
      await ask({ unverified: true, rows: 'act' }),
      await ask(),
    ]
    expect(one.inputs).toMatch(/^[0-9a-f]{64}$/)
    expect(again.inputs).toBe(one.inputs)
    expect(other.inputs).not.toBe(one.inputs)
  })

  it('has ten facets, each with every incident in it or in the row of the unknown', async () => {
    const all = await countByEveryFacet(world, questionFrom({ unverified: true }, 'kz'))
    expect(all.size).toBe(10)
    for (const [facet, { cells }] of all)
      expect(
        cells.reduce((n, one) => n + one.incidents, 0),
        facet,
      ).toBeGreaterThanOrEqual(3)
    expect(all.get('region')?.cells.find((one) => one.row === 'unknown')?.incidents).toBe(1)
  })

  it('tells fines in money and in index units of the day, each in its own unit', async () => {
    const money = await ask({ unit: 'money', unverified: true })
    const index = await ask({ unit: 'index', unverified: true })
    expect([money.total.certain, money.currency, index.total.certain, index.currency]).toEqual([
      36_920,
      'KZT',
      10,
      null,
    ])
  })

  it('is refused to whoever may not code, and shows a colleague no record sealed for another', async () => {
    const as = async (handle: string, role: 'monitor' | 'campaigner'): Promise<Context> => {
      const { visitor } = await signedInAs(world, { handle, role })
      return { ...world, actor: visitor.actor }
    }
    const question = questionFrom({ unverified: true }, 'kz')
    expect((await countRecords(await as('lena', 'monitor'), question)).total.certain).toBe(2)
    await expect(countRecords(await as('tomiris', 'campaigner'), question)).rejects.toMatchObject({
      code: 'access.forbidden',
    })
  })

  it('of proceedings opens to cases, and is refused rather than nought to whoever may not see them', async () => {
    const by = { by: 'lena', at: '2026-11-01T09:00:00Z' }
    await recordAll(world, [
      { record: 'person', id: 'asan-usenov', names: { en: 'Asan Usenov', ru: null, kk: null }, ...by },
      { record: 'case', id: 'case-1', country: 'kz', title: 'The May case', people: ['asan-usenov'], ...by },
      {
        ...{ record: 'entry', id: 'case-1', entry: 'charge-1', ...by },
        source: { kind: 'incident', incident: 'kz-2024-05-08-a' },
        what: { kind: 'charge', law: { code: 'criminal', article: '174' }, basis: 'stated', offence: null },
      },
    ])
    const byLaw = await ask({ unit: 'proceedings', rows: 'law', columns: 'region' })
    expect(byLaw.cells.map((one) => [one.row, one.column, one.certain, one.claimed])).toEqual([
      ['CC-174', 'KZ-27', 1, 1],
    ])
    expect(byLaw).toMatchObject({ method: 'cell.proceedings@1', notVerified: 0, outside: { undated: 0 } })
    const question = questionFrom({ unit: 'proceedings', only: 'law:CC-174' }, 'kz')
    expect(await recordsBehind(world, question)).toEqual(['case-1'])
    const { visitor } = await signedInAs(world, { handle: 'zarina', role: 'campaigner' })
    await expect(countRecords({ ...world, actor: visitor.actor }, question)).rejects.toMatchObject({
      code: 'access.forbidden',
    })
  })

  it.each([
    [{ unit: 'people' }, 'count.unknown'],
    [{ rows: 'act', columns: 'act' }, 'count.same-facet'],
    [{ from: '2024-13' }, 'input.date'],
    [{ from: '2025', to: '2024' }, 'count.backwards'],
    [{ only: 'act' }, 'count.unknown'],
  ])('asked as %j is refused with %s', (typed, code) => {
    expect(() => questionFrom(typed, 'kz')).toThrow(expect.objectContaining({ code }))
  })

  it('lays a total of a source beside what is on record, and adds it to nothing', async () => {
    const [line] = await readAggregates(world, questionFrom({}, 'kz'))
    expect(line?.said).toMatchObject([
      { min: 300, covered: { kind: 'covered', by: { certain: 40, claimed: 40 }, incidents: 1 } },
    ])
    expect((await ask({ unit: 'persons' })).total.certain).toBe(40)
  })
})

it('tells the same records in the words of others', async () => {
  const question = questionFrom({ unverified: true }, 'kz')
  const [tags, rows] = [
    await readMapped(world, question, 'civicus'),
    await readMapped(world, question, 'acled'),
  ]
  expect(tags).toMatchObject({ incidents: 3 })
  expect(
    rows.as === 'acled' && rows.rows.map((one) => [one.event_id_cnty, one.sub_event_type, one.location]),
  ).toEqual([
    ['kz-2024-05-07-a', 'Protest with intervention', 'Almaty'],
    ['kz-2024-05-08-a', 'Arrests', 'Oral'],
    ['kz-2024-05-08-s', 'Arrests', null],
  ])
})

it('keeps who looked apart from what was found, and takes a statement back', async () => {
  const said = {
    record: 'coverage',
    id: 'cov-1',
    country: 'kz',
    collector: 'An invented monitor',
    region: 'KZ-71',
    from: '2024-04-01',
    to: '2024-06-30',
    by: 'lena',
    at: '2026-11-01T09:00:00Z',
  }
  const seen = async (region: string): Promise<string | undefined> =>
    (await readCoverage(world, { country: 'kz', from: null, to: null, collector: null })).cells.find(
      (one) => one.region === region,
    )?.seen
  expect([await seen('KZ-71'), await seen('KZ-75')]).toEqual(['unsaid', 'found'])
  await recordAll(world, [{ ...said, looked: 'looked' }])
  expect(await seen('KZ-71')).toBe('looked')
  await recordAll(world, [{ ...said, looked: 'withdrawn', at: '2026-11-02T09:00:00Z' }])
  expect(await seen('KZ-71')).toBe('unsaid')
  await expect(
    recordAll(world, [{ ...said, id: 'cov-2', region: 'KZ-0', looked: 'not' }]),
  ).rejects.toMatchObject({ code: 'count.unknown' })
})

it('scores practice field by field, keeps no word of it, and counts nothing of it', async () => {
  const { visitor } = await signedInAs(world, { handle: 'saule', role: 'monitor' })
  const context = { ...world, actor: visitor.actor }
  const before = await ask({ unverified: true })
  const events = await world.house.selectFrom('events').select('seq').execute()
  const { open } = await readTraining(context)
  // Only what a second person verified, and no total; its address tells no day.
  expect(open).toHaveLength(1)
  expect(open[0]).toMatch(/^[0-9a-f]{12}$/)
  const view = await readPractice(context, open[0] ?? '', 'en')
  const trained = await scorePractice(context, open[0] ?? '', view, view.rows)
  expect(trained.kind === 'scored' && trained.scores.map((one) => one.field)).toContain('act')
  const kept = await world.house.selectFrom('trainings').selectAll().execute()
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept[0]?.fields)).not.toMatch(/people|Almaty|detention/)
  expect((await ask({ unverified: true })).inputs).toBe(before.inputs)
  expect(await world.house.selectFrom('events').select('seq').execute()).toHaveLength(events.length)
  expect((await readTraining(context)).open).toEqual([])
  await expect(readPractice(context, 'absent', 'en')).rejects.toMatchObject({ code: 'record.unknown' })
})

it('forgets with a record what was counted of it and that somebody practised on it', async () => {
  await forgetRecord(world, { record: 'kz-2024-05-07-a', by: 'operator', why: 'asked for' })
  const left = [
    ...(await world.house.selectFrom('counted').select('id').execute()).map((one) => one.id),
    ...(await world.house.selectFrom('trainings').select('record').execute()).map((one) => one.record),
  ]
  expect(left.sort()).toEqual(['kz-2024-05-07-z', 'kz-2024-05-08-a', 'kz-2024-05-08-s'])
})

it('can tell every value of the real codebook and pack apart', () => {
  const { codebook } = world.knowledge
  const pack = loadPack(ROOT, 'kz', [])
  for (const values of [
    codebook.acts.keys(),
    codebook.vocabularies.roles.keys(),
    pack?.provisions.keys() ?? [],
    pack?.places.keys() ?? [],
  ])
    expect(() => codesOf(values)).not.toThrow()
})
