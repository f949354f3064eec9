/** Plans in the search and on the first page: found by who plans in the organisation, and by nobody else, in no form. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedInAs } from '../../../../test/world.ts'
import { entriesOfLine } from '../../../core/plan/write.ts'
import { testStaff } from '../../../store/test-stores.ts'
import type { Context } from '../../../usecases/context.ts'
import { beginPlan, keepEntries, readPlan, writtenNow } from '../../../usecases/plan/plans.ts'
import { commentOnLine, strikePlanLine } from '../../../usecases/plan/write-line.ts'
import { wallOf } from '../../../usecases/wall-of.ts'
import { type Colleagues, colleagues, type Name, NOTHING, of } from '../colleagues.fixture.ts'

const RISK = '00000000-0000-4000-8000-000000000901'
let on: Colleagues
let plan = ''

const by = (name: Name): Context => {
  const { actor, ...context } = on.as(name)
  if (!actor) throw new Error('nobody')
  return {
    ...context,
    actor,
    store: testStaff(on.world.house, wallOf(on.world.knowledge.codebook.policy, actor)),
  }
}
async function write(name: Name, part: string, line: string, typed: Record<string, string>): Promise<void> {
  const own = by(name)
  const { entries } = await readPlan(own, plan)
  await keepEntries(own, plan, entriesOfLine(entries, writtenNow(own, plan, part, line), typed))
}

beforeAll(async () => {
  on = await colleagues()
  on.who.root = await signedInAs(on.world, { handle: 'galym', role: 'educator' })
  plan = await beginPlan(by('lena'), 'Lanterns for the library')
  await write('lena', 'goal', 'goal', { text: 'Everybody may read lampoons.' })
  await write('lena', 'risk', RISK, { what: 'Marmalade on the pamphlets' })
  await beginPlan(by('oskar'), 'Gondolas for the canal')
})
afterAll(() => on?.world.store.destroy())

type Hit = { readonly kind: string; readonly hits: readonly { readonly id: string; readonly page: string }[] }
const look = async (name: Name, words: string): Promise<readonly Hit[]> =>
  JSON.parse((await on.post(name, 'search', of({ ...NOTHING, words }), 'application/json')).text).found
const hitsOf = async (name: Name, words: string) =>
  (await look(name, words)).filter((one) => one.kind === 'plan').flatMap((one) => one.hits)

describe('a plan in the search', () => {
  it('answers with the line that says the words, to all who plan here', async () => {
    const hit = { id: 'Lanterns for the library', page: `plans/${plan}/parts/goal#l-goal` }
    for (const name of ['lena', 'aigerim', 'root'] as const)
      expect([name, await hitsOf(name, 'lampoons')]).toMatchObject([name, [hit]])
    const { text } = await on.post('lena', 'search', of({ ...NOTHING, words: 'lampoons' }))
    expect(text).toContain(`<a href="/en/desk/plans/${plan}/parts/goal#l-goal">Lanterns for the library</a>`)
    expect(text).toContain('<mark>lampoons</mark>')
  })

  it('answers nobody else: no other organisation, and no lawyer who was handed nothing of it', async () => {
    for (const name of ['oskar', 'daniyar'] as const)
      for (const words of ['lampoons', 'lanterns', 'marmalade'])
        expect([name, words, await look(name, words)]).toEqual([name, words, []])
    for (const name of ['lena', 'root'] as const) expect(await look(name, 'gondolas')).toEqual([])
    expect((await hitsOf('oskar', 'gondolas')).map((one) => one.id)).toEqual(['Gondolas for the canal'])
  })

  it('finds what colleagues said beside a line, and no more what was written over or struck off', async () => {
    await commentOnLine(by('aigerim'), plan, RISK, 'Who brings the turnips?')
    expect((await hitsOf('lena', 'turnips')).map((one) => one.page)).toEqual([
      `plans/${plan}/parts/risk#l-${RISK}`,
    ])
    const { entries, plan: now } = await readPlan(by('lena'), plan)
    expect(entries.size).toBeGreaterThan(3)
    await write('lena', 'goal', 'goal', { text: 'Everybody may read.' })
    const heads = [...(now.lines.get(RISK)?.values.values() ?? [])].flatMap((one) =>
      one.heads.map(({ id }) => id),
    )
    await strikePlanLine(by('lena'), plan, RISK, new Set(heads))
    for (const words of ['lampoons', 'marmalade', 'turnips']) expect(await hitsOf('lena', words)).toEqual([])
  })

  it('has no place in a search by state, day or place, which are of records', async () => {
    const asked = of({ ...NOTHING, words: 'library', from: '2024-01-01' })
    expect(JSON.parse((await on.post('lena', 'search', asked, 'application/json')).text).found).toEqual([])
  })
})

describe('a plan on the first page', () => {
  const seen = async (name: Name) =>
    (await on.json(name, 'today.json')).changes.seen
      .filter((one: { kind: string }) => one.kind === 'planned')
      .map(({ id, page, by: who }: { id: string; page: string; by: string }) => [id, page, who])

  it('says once of each colleague that they wrote in it since, to colleagues who plan in the organisation alone', async () => {
    for (const name of ['marat', 'oskar', 'daniyar'] as const) await seen(name)
    for (const [name, role] of [
      ['marat', 'monitor'],
      ['daniyar', 'lawyer'],
    ] as const)
      await on.enter(name, role)
    await on.enter('oskar', 'monitor', 'abroad')
    on.later(5)
    await write('lena', 'goal', 'goal', { text: 'Everybody reads.' })
    await write('lena', 'problem', 'problem', { what: 'Nobody reads.' })
    await write('aigerim', 'problem', 'problem', { who: 'Whoever walks home in the dark.' })
    const of2 = (who: string) => ['Lanterns for the library', `plans/${plan}`, who]
    expect(await seen('marat')).toEqual([of2('aigerim'), of2('lena')])
    expect((await on.get('marat', '')).text).toContain(
      `Written into the plan: <a href="/en/desk/plans/${plan}">Lanterns for the library</a>`,
    )
    for (const name of ['oskar', 'daniyar'] as const) {
      expect([name, await seen(name)]).toEqual([name, []])
      expect((await on.get(name, '')).text).not.toMatch(/Lanterns|planned/)
    }
  })
})
