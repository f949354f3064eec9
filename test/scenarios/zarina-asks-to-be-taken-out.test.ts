/** Zarina agreed to be named, and now asks to be taken out: within one command no reader finds her, and the log still stands. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyLog } from '../../src/store/verify.ts'
import type { Context } from '../../src/usecases/context.ts'
import { rebuild } from '../../src/usecases/rebuild.ts'
import { withdrawPerson } from '../../src/usecases/withdraw-person.ts'
import { crawl } from '../crawl.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

const TEXT = `On 7 May 2024 police in Almaty detained Zarina Tolebi, a human rights defender. Tolebi was fined 132,550 tenge.

On 9 May 2024 in Aktobe the activist Bolat Tolebi was questioned.`

let world: Context
beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, TEXT)
  const consent = {
    kind: 'consent',
    level: 'name',
    reason: 'asked',
    givenHow: 'in writing',
    reviewBy: '2027-10-01',
  }
  await decideAll(world, [
    {
      record: 'person',
      id: 'zarina',
      names: { en: 'Zarina Tolebi', ru: 'Зарина Толеби', kk: null },
      basis: consent,
      by: 'lena',
      at: '2026-10-01T09:00:00Z',
    },
    {
      record: 'person',
      id: 'bolat',
      names: { en: 'Bolat Tolebi', ru: null, kk: null },
      basis: consent,
      by: 'lena',
      at: '2026-10-01T09:00:00Z',
    },
    aDecision({ from: 'On 7 May 2024', to: '132,550 tenge.', people: [{ id: 'zarina', harmed: true }] }),
    aDecision({
      id: 'kz-2024-05-09-a',
      date: '2024-05-09',
      from: 'On 9 May 2024',
      to: 'was questioned.',
      acts: ['interrogation'],
      people: [{ id: 'bolat', harmed: true }],
    }),
    {
      record: 'proceeding',
      id: 'kz-zarina',
      person: 'zarina',
      charges: [],
      stages: [{ stage: 'detained', date: '2024-05-07', incident: 'kz-2024-05-07-a' }],
      by: 'lena',
      at: '2026-10-02T09:00:00Z',
    },
  ])
})
afterAll(() => world.store.destroy())

const readable = async (): Promise<string> =>
  (await crawl(siteOf(world), [])).map((one) => one.text).join('\n')

it('is named while she agrees', async () => {
  const text = await readable()
  for (const word of ['Zarina Tolebi', 'Зарина Толеби', 'kz-2024-05-07-a']) expect(text).toContain(word)
})

it('is gone from every page, file and feed after one withdrawal; her namesake, who agreed, stays', async () => {
  const done = await withdrawPerson(world, { person: 'zarina', by: 'lena', why: 'asked to be taken out' })
  const text = await readable()
  expect(text).not.toMatch(/Zarina|Зарина/i)
  expect(text).not.toContain('asked to be taken out')
  expect(text).toContain('Bolat Tolebi')
  expect(done.stillStands).toEqual(['kz-2024-05-09-a'])
})

it('leaves the incident, its count and an unbroken log', async () => {
  expect(await readable()).toContain('kz-2024-05-07-a')
  expect((await verifyLog(world.store)).breaks).toEqual([])
  expect((await rebuild(world)).same).toBe(true)
})

it('is refused for somebody nobody recorded', async () => {
  await expect(withdrawPerson(world, { person: 'nobody', by: 'lena', why: 'x' })).rejects.toMatchObject({
    code: 'record.unknown',
  })
})
