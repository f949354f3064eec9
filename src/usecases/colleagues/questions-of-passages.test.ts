/** A question on a passage goes with the record that its words became, however the passage was cut or read anew since. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aDecision, emptyWorld, importText, recordAll } from '../../../test/world.ts'
import type { Actor } from '../../core/access.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { forgetRecord } from '../forget-record.ts'
import { keepReading } from '../model/read-with-model.ts'
import { readPassage } from '../review/read-passage.ts'
import { readReview } from '../review/read-review.ts'
import { sayOfPassage } from '../review/say-of-passage.ts'
import { wallOf } from '../wall-of.ts'
import { askColleague } from './ask.ts'
import { questionsSeen } from './matters.ts'

const TEXT = `On 7 May 2024 police in Almaty detained two activists.

On 9 May 2024 a court in Almaty fined a blogger 132,550 tenge. On 10 May 2024 police in Almaty beat a student.

On 12 May 2024 police in Almaty detained a driver.

On 14 May 2024 police in Almaty detained a singer.

On 16 May 2024 police in Almaty detained a painter.`
const RECORDS = [
  ['whole', 'kz-2024-05-07-s', '2024-05-07', 'On 7 May', 'two activists.'],
  ['half', 'kz-2024-05-10-s', '2024-05-10', 'On 10 May', 'beat a student.'],
  ['merged', 'kz-2024-05-12-s', '2024-05-12', 'On 12 May', 'detained a singer.'],
  ['marked', 'kz-2024-05-16-s', '2024-05-16', 'On 16 May', 'detained a painter.'],
] as const

let world: Context
let document = ''
const as = (handle: string): Context => {
  const actor: Actor = { account: handle, handle, organisation: 'home', role: 'monitor' }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const seenBy = async (handle: string): Promise<readonly string[]> =>
  (await questionsSeen(as(handle), {})).map((one) => one.words).sort()
const sealed = (index: number, draft: string) => {
  const [, id, date, from, to] = RECORDS[index] ?? RECORDS[0]
  return aDecision({
    ...{ id, document, date, from, to, acts: ['detention'], by: 'lena', draft: { id: draft } },
    tier: { value: 'sealed', why: 'told under a promise' },
  })
}

beforeAll(async () => {
  world = await emptyWorld()
  document = (await importText(world, TEXT)).document
  const lena = as('lena')
  const { reading } = await readReview(lena, document)
  const at = TEXT.indexOf('On 16 May')
  const marked = `${at}-${TEXT.length}`
  const asked = { whole: '0', half: '1', merged: '3', marked }
  for (const [words, key] of Object.entries(asked))
    await askColleague(as('marat'), { about: { draft: `${reading}#${key}` }, field: '', to: '', words })
  expect(await seenBy('marat')).toEqual(['half', 'marked', 'merged', 'whole'])
  const begins = (await readPassage(lena, document, '1', 'en')).begins[0]?.start ?? 0
  await sayOfPassage(lena, await readReview(lena, document), '1', { verdict: 'split', why: '', begins })
  await sayOfPassage(lena, await readReview(lena, document), '2', { verdict: 'merged', why: '', with: '3' })
  await recordAll({ ...world, actor: lena.actor }, [
    sealed(1, `${reading}#1b`),
    sealed(2, `${reading}#2m`),
    sealed(3, `${reading}#4`),
  ])
  // The same text read anew: what was asked before was asked of the older reading.
  const drafts = (await readReview(lena, document)).document.drafts.map(({ span }) => ({
    ...{ span, rule: 'incident-item@1', proposals: [] },
  }))
  const kept = { document, organisation: 'home', version: 'anew@1', found: { drafts, mentions: [] } }
  await keepReading(world, kept, 'lena')
  const anew = (await readReview(lena, document)).reading
  expect(anew).not.toBe(reading)
  await recordAll({ ...world, actor: lena.actor }, [sealed(0, `${anew}#0`)])
})
afterAll(() => world?.store.destroy())

describe('a question on a passage', () => {
  it('is gone for whoever cannot read the record that its words became, whoever asked it', async () => {
    expect(await seenBy('marat')).toEqual([])
    expect(await seenBy('lena')).toEqual(['half', 'marked', 'merged', 'whole'])
  })

  it('is not asked for where it would not be shown', async () => {
    const view = await readPassage(as('marat'), document, '0', 'en')
    expect(view.mayAsk).toBe(false)
  })

  it('is forgotten with the record', async () => {
    for (const [, record] of RECORDS) await forgetRecord(world, { record, by: 'operator', why: 'asked for' })
    expect(await world.house.selectFrom('questions').select('words').execute()).toEqual([])
  })
})
