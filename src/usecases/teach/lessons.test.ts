/** Reports of lessons: who may write them, what they come to, and what readers are told. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { corpusWorld, siteOf } from '../../../test/world.ts'
import type { Role } from '../../core/access.ts'
import type { LessonTally } from '../../core/teach/tally.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { wallOf } from '../wall-of.ts'
import { listLessons, saveLesson } from './lessons.ts'

let world: Context
beforeAll(async () => {
  world = await corpusWorld()
})
afterAll(() => world?.store.destroy())

const as = (role: Role, organisation = 'home'): Context => {
  const actor = { account: 'zarina', handle: 'zarina', organisation, role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const lessons = (tally: string, more: Partial<LessonTally> = {}) => ({
  ...{ id: 'kz/observers', tally, from: '2026-11-02', to: '2026-11-09', lessons: 1 },
  ...{ low: null, best: 9, high: null, method: 'counted' as const, ...more },
})
const told = async (path: string): Promise<string> => (await siteOf(world).request(path)).text()
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )

it('tells readers of the examples what is known, and of how many lessons nobody knows', async () => {
  const page = await told('/en/kit/kz/satire')
  expect(page).toContain('6 lessons were given. Between 88 and 110 people took part.')
  expect(page).toContain(
    'Of 2 lessons nobody knows how many took part. How it is known: counted, told by others',
  )
  expect(JSON.stringify(JSON.parse(await told('/ru/kit/kz/satire.json')))).toContain('Проведено 6 уроков.')
  expect(await told('/en/kit/kz/satire/learner')).not.toContain('lessons were given')
  expect(page).not.toMatch(/zarina|t-ex-a|2026-10-05/)
})

it('says nothing of fewer than ten learners, and something from the tenth on', async () => {
  await saveLesson(as('educator'), lessons('t-one'))
  expect(await told('/en/kit/kz/observers')).not.toContain('lesson was given')
  await saveLesson(as('educator'), lessons('t-two', { best: 1 }))
  expect(await told('/en/kit/kz/observers')).toContain('2 lessons were given. 10 people took part.')
})

it('puts a report right under its own name, and takes one back, with nothing overwritten', async () => {
  await saveLesson(as('editor'), lessons('t-one', { best: 30 }))
  await saveLesson(as('editor'), lessons('t-two', { lessons: 0, best: null }))
  const own = (await listLessons(as('monitor'))).find((one) => one.id === 'kz/observers')
  expect([own?.sum.lessons, own?.sum.learners, own?.reports.map((one) => one.tally)]).toEqual([
    ...[1, { low: 30, high: 30 }, ['t-one']],
  ])
  const { n } = await world.house
    .selectFrom('lesson_tallies')
    .select((one) => one.fn.countAll<string>().as('n'))
    .where('kit', '=', 'observers')
    .executeTakeFirstOrThrow()
  expect(Number(n)).toBe(4)
})

it.each([
  ['a lawyer', () => as('lawyer'), lessons('t-x'), 'access.forbidden'],
  ['somebody of another organisation', () => as('educator', 'abroad'), lessons('t-x'), 'access.forbidden'],
  ['an educator, of no kit', () => as('educator'), lessons('t-x', { id: 'kz/nothing' }), 'record.unknown'],
  [
    'an educator, of tomorrow',
    () => as('educator'),
    lessons('t-x', { to: '2099-01-01' }),
    'input.date-future',
  ],
  [
    'an educator, with the most below the fewest',
    () => as('educator'),
    lessons('t-x', { low: 9, high: 3 }),
    'input.value',
  ],
  [
    'an educator, of a part of a lesson',
    () => as('educator'),
    lessons('t-x', { lessons: 1.5 }),
    'input.value',
  ],
] as const)('is refused to %s', async (_who, who, typed, refusal) => {
  expect(await code(saveLesson(who(), typed))).toBe(refusal)
})
