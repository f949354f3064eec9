/** What an answer shows that is not everybody's: passages and whole names, in pages, data and files; never what whoever looks brought in themselves. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aDecision, decideAll, emptyWorld, importText } from '../../../test/world.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { wallOf } from '../wall-of.ts'
import { newThingsShown, type Sent } from './things-shown.ts'

const FIRST = 'On 7 May 2024 police in Almaty detained Zarina Tolebi near the old fountain.'
const SECOND = 'On 9 May 2024 a court in Almaty fined a blogger for a post about it.'
let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, `${FIRST}\n\n${SECOND}`, 'a.txt')
  const by = { by: 'lena', at: '2026-10-01T09:00:00Z' }
  const office = { kind: 'office', level: 'name', reason: 'signs for the court', reviewBy: '2027-10-01' }
  await decideAll(world, [
    { record: 'person', id: 'tolebi', names: { en: 'Zarina Tolebi', ru: 'Зарина Толеби', kk: null }, ...by },
    {
      record: 'person',
      id: 'judge',
      names: { en: 'Serik Akhmetov', ru: null, kk: null },
      basis: office,
      ...by,
    },
    aDecision({ id: 'kz-2024-05-07-a', document: 'a', from: 'On 7 May', to: 'fountain.' }),
    aDecision({
      id: 'kz-2024-05-09-b',
      document: 'a',
      date: '2024-05-09',
      from: 'On 9 May',
      to: 'about it.',
    }),
  ])
})
afterAll(() => world?.store.destroy())

const shown = async (sent: Sent, handle = 'marat', organisation = 'home'): Promise<number> => {
  const actor = { account: handle, handle, organisation, role: 'editor' } as const
  return (
    await newThingsShown()(
      { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) },
      sent,
    )
  ).size
}
const document = async (): Promise<string> =>
  (await world.house.selectFrom('documents').select('id').executeTakeFirstOrThrow()).id

it('a list of records shows none, a record its passage and whom it names', async () => {
  const list = '<a href="/en/desk/records/kz-2024-05-07-a">Detention, 7 May 2024</a> kz-2024-05-09-b'
  expect(await shown({ path: '/en/desk/records', body: list })).toBe(0)
  expect(await shown({ path: '/en/desk/records/kz-2024-05-07-a', body: `<p>${FIRST}</p>` })).toBe(2)
  expect(
    await shown({ path: '/en/desk/records.json', body: JSON.stringify(['kz-2024-05-09-b', SECOND]) }),
  ).toBe(1)
})

it('a name is counted wherever it stands, once, and not that of an office', async () => {
  const names = '<option value="Зарина Толеби"><option value="Zarina Tolebi"><p>Serik Akhmetov</p>'
  expect(await shown({ path: '/en/desk/voices/new', body: names })).toBe(1)
})

it('a file that is no text shows all that its address names', async () => {
  const path = `/en/desk/documents/${await document()}/file`
  expect(await shown({ path, body: null })).toBe(2)
  expect(await shown({ path: '/en/desk/cases/case-a1b2c3', body: '<p>A case</p>' })).toBe(1)
})

it('whoever brought a report in knows it', async () => {
  const said = await world.house
    .selectFrom('events')
    .select('actor')
    .where('use_case', '=', 'import-report')
    .execute()
  const path = `/en/desk/documents/${await document()}`
  const body = `<p>${SECOND}</p>`
  expect([await shown({ path, body }, String(said[0]?.actor)), await shown({ path, body })]).toEqual([0, 1])
})

it('of another organisation nothing counts, so that no refusal tells that a name is on record there', async () => {
  const path = `/en/desk/documents/${await document()}`
  for (const body of [`<input value="Zarina Tolebi"> ${FIRST}`, null])
    expect([await shown({ path, body }, 'vera', 'abroad'), (await shown({ path, body })) > 0]).toEqual([
      0,
      true,
    ])
})
