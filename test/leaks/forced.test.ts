/** Police sit beside an editor who is signed in and read whatever the workspace shows them: of two hundred people they come away with few, and with no copy, and colleagues are told. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newReadingAllowance, type ReadingAllowance } from '../../src/core/reading-allowance.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import { desk } from '../../src/web/desk/desk.ts'
import type { Answer } from '../crawl.ts'
import { type Entered, ROOT, signedInAs } from '../world.ts'
import { askedFor, taken } from './copies.ts'
import { type Desk, deskAnswers, ORIGIN, sent } from './desk-crawl.ts'
import { leaksIn } from './finder.ts'
import type { Invented } from './people.ts'
import { type Kept, type Staffed, staffedWorld } from './staffed-world.ts'

const MOST = 25
const allowance = newReadingAllowance(MOST, () => performance.now())
let staffed: Staffed
let app: Desk
let [editor, colleague, elsewhere]: [Entered?, Entered?, Entered?] = []
let answers: readonly Answer[] = []

const appWith = (allowance: ReadingAllowance | null): Desk =>
  desk(staffed.world, {
    ...{ root: ROOT, host: '127.0.0.1', allowance },
    staff: { behind: (wall) => testStaff(staffed.world.house, wall) },
  })
const page = async (who: Entered | undefined, path: string): Promise<string> =>
  (await app.request(`${ORIGIN}${path}`, { headers: { Cookie: who?.cookie ?? '' } })).text()
/** Records of which somebody can be read who stands in no other. */
const recordsRead = (all: readonly Answer[]): readonly Kept[] => {
  const times = new Map<Invented, number>()
  for (const one of staffed.kept.flatMap(({ people }) => people)) times.set(one, (times.get(one) ?? 0) + 1)
  const own = ({ people }: Kept) => people.filter((one) => times.get(one) === 1)
  const read = new Set(
    leaksIn(
      all,
      staffed.kept.flatMap(own).map((one) => ({ ...one, level: 'initials' })),
    ).map((one) => one.person),
  )
  return staffed.kept.filter((one) => own(one).some(({ id }) => read.has(id)))
}

beforeAll(async () => {
  staffed = await staffedWorld()
  const { world, kept, hidden } = staffed
  app = appWith(allowance)
  editor = await signedInAs(world, { handle: 'forced', role: 'editor' })
  colleague = await signedInAs(world, { handle: 'colleague', role: 'editor' })
  elsewhere = await signedInAs(world, { handle: 'elsewhere', role: 'editor', organisation: 'abroad' })
  const ids = kept.map((one) => one.id)
  const documents = await world.house.selectFrom('documents').select('id').execute()
  answers = await deskAnswers(app, editor, {
    ...{ records: ids, trails: ids.slice(0, 8), documents: documents.map((one) => one.id) },
    people: hidden.slice(0, 4).map((one) => one.id),
    questions: [...staffed.questions.values()],
    secrets: [],
  })
})
afterAll(() => staffed?.world.store.destroy())

it('show them a few records of a few people, whatever they open', () => {
  const read = recordsRead(answers)
  expect(read.length).toBeGreaterThan(0)
  expect(read.length).toBeLessThanOrEqual(MOST)
  expect(staffed.kept.length).toBeGreaterThan(2 * MOST)
  const hidden = staffed.hidden.map((one) => ({ ...one, level: 'initials' as const }))
  const people = new Set(leaksIn(answers, hidden).map((one) => one.person))
  expect(people.size).toBeLessThanOrEqual(MOST)
})

it('give them no copy of what colleagues alone may read, nor of many records', async () => {
  const ids = (tier: string) =>
    staffed.kept.filter((one) => one.tier === tier && one.state === 'cleared').map((one) => one.id)
  const whole = await askedFor(app, editor as Entered, { ids: ids('team'), audience: 'team' })
  expect((await taken(app, editor as Entered, whole, 'json')).status).toBe(409)
  const many = await askedFor(app, editor as Entered, { ids: ids('public'), audience: 'partner' })
  const copy = await taken(app, editor as Entered, many, 'json')
  expect([copy.status, recordsRead([copy]).length]).toEqual([429, 0])
})

it('tell whoever works with the editor, once, and nobody else', async () => {
  const said = answers.find((one) => one.url === 'log')?.text ?? ''
  expect(said.match(/forced asked for more than one account may read/g)).toHaveLength(1)
  allowance.letOn('colleague')
  expect(await page(colleague, '/en/desk/')).toContain('forced: asked for more than one account may be shown')
  expect(await page(colleague, '/en/desk/away')).toContain('Let read on: forced')
  expect(await page(elsewhere, '/en/desk/away')).not.toContain('forced')
  expect(await page(editor, '/en/desk/away')).not.toContain('Let read on')
})

it('say in three languages what it is, without a header of what was not shown', async () => {
  const [unread] = staffed.kept.filter((one) => !recordsRead(answers).includes(one) && one.tier !== 'sealed')
  const url = (language: string, ending = '') => `${ORIGIN}/${language}/desk/records/${unread?.id}${ending}`
  for (const [language, words] of [
    ['en', 'A colleague can let you read on'],
    ['ru', 'Коллега может разрешить читать дальше'],
    ['kk', 'рұқсат бере алады'],
  ] as const)
    expect(await page(editor, `/${language}/desk/records/${unread?.id}`)).toContain(words)
  const refused = await app.request(url('en', '.json'), { headers: { Cookie: editor?.cookie ?? '' } })
  expect([refused.status, await refused.json()]).toMatchObject([429, { code: 'account.read-enough' }])
  expect(['etag', 'content-disposition', 'content-length'].filter((one) => refused.headers.has(one))).toEqual(
    [],
  )
})

it('go on when a colleague says so, never by themselves and never by somebody of another organisation', async () => {
  const letOn = (who: Entered | undefined) => sent(app, who as Entered, 'away/read-on', { handle: 'forced' })
  expect((await letOn(editor)).status).toBe(403)
  expect((await letOn(elsewhere)).status).toBe(403)
  const [unread] = staffed.kept.filter((one) => !recordsRead(answers).includes(one) && one.tier === 'team')
  const asked = () => page(editor, `/en/desk/records/${unread?.id}`)
  expect(await asked()).toContain('A colleague can let you read on')
  expect((await letOn(colleague)).status).toBe(303)
  expect(await asked()).not.toContain('A colleague can let you read on')
  expect((await letOn(colleague)).status).toBe(404)
})
