/** A rule finds a demand in a report, a person accepts it, an editor lets it out, three grade it; and nothing of it names whoever is withheld. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyWorld, importText, recordAll } from '../../../test/world.ts'
import { publicRecommendation, publicRecommendations } from '../../store/queries/public-recommendations.ts'
import { testStaff } from '../../store/test-stores.ts'
import type { Context } from '../context.ts'
import { forgetPerson } from '../forget-person.ts'
import { rebuild } from '../rebuild.ts'
import { refresh } from '../refresh.ts'
import { wallOf } from '../wall-of.ts'
import { ownAsks, takeOwn } from './own-asks.ts'
import { proposeDemands } from './propose-demands.ts'
import { type RecommendationInput, readRecommendation, saveRecommendation } from './save-recommendation.ts'

const TEXT = [
  '# Recommendations',
  '# To the authorities:',
  '- Repeal Article 274 of the Criminal Code.',
  '- Release Asan Usenov at once.',
  '- Continue the good work that was begun.',
].join('\n')
let world: Context
let document = ''

const as = (
  handle: string,
  role: 'editor' | 'monitor' | 'partner' = 'editor',
  organisation = 'home',
): Context => {
  const actor = { account: handle, handle, organisation, role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )
const accepting = (id: string, words: string, more: object = {}): RecommendationInput =>
  ({
    ...{ record: 'recommendation', id, country: 'kz', body: 'amnesty', on: '2026-10' },
    passage: { document, from: words, to: words },
    ...{ addressees: ['authorities'], ask: { en: 'Repeal it', ru: null, kk: null }, public: false },
    ...more,
  }) as RecommendationInput
const hand = (id: string, more: object = {}): RecommendationInput => {
  const { passage: _, ...rest } = accepting(id, '') as unknown as Record<string, unknown>
  const said = { words: 'Repeal it.', language: 'en', title: 'Views', place: null, url: null }
  return { ...rest, said, ...more } as unknown as RecommendationInput
}

beforeAll(async () => {
  world = await emptyWorld()
  document = (await importText(world, TEXT, 'briefing.md')).document
  await recordAll(world, [
    {
      ...{ record: 'person', id: 'usenov', names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null } },
      ...{ by: 'lena', at: '2026-11-01T08:00:00Z' },
    },
  ])
})
afterAll(() => world?.house.destroy())

describe('from a report to the register', () => {
  it('proposes what a rule finds, and no longer what was accepted or turned down', async () => {
    const [repeal, release, go] = (await proposeDemands(as('lena', 'monitor'), document)).open
    expect([repeal?.laws, release?.words]).toEqual([['CC-274'], 'Release Asan Usenov at once.'])
    const lena = as('lena', 'monitor')
    await saveRecommendation(lena, accepting(repeal?.id ?? '', repeal?.words ?? '', { laws: ['CC-274'] }))
    await saveRecommendation(lena, {
      ...{
        record: 'no-recommendation',
        id: go?.id ?? '',
        country: 'kz',
        document,
        why: 'it asks for nothing',
      },
    })
    const left = await proposeDemands(lena, document)
    expect([left.open.map((one) => one.words), left.answered]).toEqual([['Release Asan Usenov at once.'], 2])
    expect((await readRecommendation(lena, repeal?.id ?? '')).one.demand).toMatchObject({
      words: 'Repeal Article 274 of the Criminal Code.',
      source: { kind: 'document', document },
    })
  })

  it('refuses a law or a body that nobody knows, a turning down without a reason, and a grade that rests on nothing', async () => {
    const lena = as('lena', 'monitor')
    expect(await code(saveRecommendation(lena, hand('rec-x', { laws: ['CC-9999'] })))).toBe(
      'recommendation.unknown',
    )
    expect(await code(saveRecommendation(lena, hand('rec-x', { body: 'nobody' })))).toBe(
      'recommendation.unknown',
    )
    expect(
      await code(saveRecommendation(lena, { record: 'no-recommendation', id: 'rec-x', country: 'kz' })),
    ).toBe('input.value')
    expect(
      await code(
        saveRecommendation(as('zarina'), {
          ...{ record: 'grade', id: 'rec-x', grader: 'us', on: '2026-11-01', grade: 'A', evidence: [] },
        }),
      ),
    ).toBe('input.value')
  })

  it('is let out by an editor alone, graded by whoever may, and read by no partner', async () => {
    const [lena, marat] = [as('lena', 'monitor'), as('marat')]
    expect(await code(saveRecommendation(lena, hand('rec-a', { public: true })))).toBe('access.forbidden')
    await saveRecommendation(marat, hand('rec-a', { public: true }))
    const grade: RecommendationInput = {
      ...{ record: 'grade', id: 'rec-a', grader: 'us', on: '2026-11-01', grade: 'E' },
      evidence: [{ title: 'The sentence of Asan Usenov', url: null, on: null }],
    }
    expect(await code(saveRecommendation(lena, grade))).toBe('access.forbidden')
    await saveRecommendation(as('zarina'), grade)
    expect(await code(readRecommendation(as('oskar', 'partner', 'abroad'), 'rec-a'))).toBe('access.forbidden')
    expect(await code(readRecommendation(as('other', 'editor', 'abroad'), 'rec-a'))).toBe('record.unknown')
    expect((await publicRecommendation(world.house, 'rec-a'))?.grades).toEqual([
      { grader: 'us', on: '2026-11-01', grade: 'E', note: null, evidence: [], withheld: 1 },
    ])
  })

  it('covers words that name somebody withheld, and is gone where our own sentence does', async () => {
    const marat = as('marat')
    const release = (await proposeDemands(marat, document)).open[0]
    const open = { public: true, people: ['usenov'], ask: { en: 'Release him', ru: null, kk: null } }
    await saveRecommendation(marat, accepting(release?.id ?? '', release?.words ?? '', open))
    await saveRecommendation(
      marat,
      hand('rec-b', { public: true, ask: { en: 'Free A. Usenov', ru: null, kk: null } }),
    )
    expect((await publicRecommendation(world.house, release?.id ?? ''))?.words).toBeNull()
    expect(await publicRecommendation(world.house, 'rec-b')).toBeNull()
    expect(JSON.stringify(await publicRecommendations(world.house))).not.toMatch(/usenov/i)
  })

  it('takes in what the analyses of the house ask, once', async () => {
    const text = { en: 'Say what discord is, or repeal the article.', ru: null, kk: null }
    await recordAll(world, [
      {
        ...{
          record: 'analysis',
          id: 'analysis-cc-174',
          country: 'kz',
          of: { law: 'CC-174' },
          standard: 'ICCPR-19',
        },
        steps: [{ step: 'legality', finding: 'not_examined', reason: text, passage: null }],
        ...{ finding: 'unclear', asks: [{ to: 'parliament', text }], public: true },
        ...{ by: 'bota', at: '2026-11-12T09:00:00Z' },
      },
    ])
    const marat = as('marat')
    const [ask] = await ownAsks(marat)
    await takeOwn(marat, ask?.id ?? '')
    expect(await ownAsks(marat)).toEqual([])
    expect(await publicRecommendation(world.house, ask?.id ?? '')).toMatchObject({
      ...{ body: 'own-publication', addressees: ['parliament'], laws: ['CC-174'], freedoms: ['expression'] },
      words: text.en,
    })
  })

  it('joins two that ask the same, and parts them when the judgement is taken back', async () => {
    const marat = as('marat')
    await saveRecommendation(marat, hand('rec-c', { public: true, body: 'human-rights-committee' }))
    const judge = (verdict: 'same' | 'none'): Promise<void> =>
      saveRecommendation(marat, { record: 'demand', id: 'rec-c', with: 'rec-a', verdict, why: 'one demand' })
    await judge('same')
    expect((await publicRecommendation(world.house, 'rec-a'))?.same).toEqual(['rec-c'])
    await judge('none')
    expect((await publicRecommendation(world.house, 'rec-a'))?.same).toEqual([])
  })

  it('is the same when everything derived is made anew, and names nobody who was forgotten', async () => {
    const before = await publicRecommendations(world.house)
    await rebuild(world)
    expect(await publicRecommendations(world.house)).toEqual(before)
    await forgetPerson(world, { person: 'usenov', by: 'operator', why: 'asked for' })
    await refresh(world)
    const rows = await world.house.selectFrom('recommendations').selectAll().execute()
    expect(JSON.stringify(rows)).not.toMatch(/usenov/i)
    expect(rows.length).toBeGreaterThan(3)
  })
})
