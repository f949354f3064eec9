/** Lena writes the first quarter of 2020 from the example corpus in three languages, Marat reads and publishes it, readers have all three; a briefing on the year is set within five seconds. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canTypeset } from '../../src/adapters/typeset/typesetter.ts'
import { LANGUAGES, type Language } from '../../src/core/language.ts'
import { orderOf } from '../../src/core/publication/text.ts'
import { servedAt } from '../../src/publish/links.ts'
import { sentencesIn } from '../../src/publish/manuscript/manuscript.ts'
import type { PublicationBody } from '../../src/publish/writing/publication-body.ts'
import { publicIncidents } from '../../src/store/queries/public.ts'
import { publicPublication } from '../../src/store/queries/public-publications.ts'
import { testStaff } from '../../src/store/test-stores.ts'
import type { Context } from '../../src/usecases/context.ts'
import { draft } from '../../src/usecases/drafting/draft.ts'
import { setManuscript } from '../../src/usecases/set-manuscript.ts'
import { wallOf } from '../../src/usecases/wall-of.ts'
import { beginBeside, beginPublication } from '../../src/usecases/writing/begin.ts'
import { movePublication } from '../../src/usecases/writing/move-publication.ts'
import { readPublication } from '../../src/usecases/writing/read-publication.ts'
import { corpusWorld, knowledge } from '../world.ts'

let world: Context
const ids = new Map<Language, string>()
const as = (handle: string): Context => {
  const actor = { account: handle, handle, organisation: 'home', role: 'editor' as const }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const idIn = (language: Language): string => ids.get(language) ?? ''

beforeAll(async () => {
  world = await corpusWorld()
  const first = await beginPublication(as('lena'), { kind: 'update', country: 'kz', period: '2020-q1' }, 'en')
  ids.set('en', first)
  for (const language of ['ru', 'kk'] as const)
    ids.set(language, await beginBeside(as('lena'), first, language))
})
afterAll(() => world?.store.destroy())

describe.each(LANGUAGES)('the update in %s', (language) => {
  it('tells every public incident of the quarter once, bound to it, and nothing is to be looked at', async () => {
    const { text, flags } = await readPublication(as('lena'), idIn(language))
    const told = orderOf(text.outline).filter((id) => id.startsWith('told:'))
    const { from, to } = { from: '2020-01-01', to: '2020-03-31' }
    const period = { id: '2020-q1', from, to } as Parameters<typeof publicIncidents>[2]
    const all = await publicIncidents(world.house, 'kz', period)
    expect(told.toSorted()).toEqual(all.map((one) => `told:${one.id}`).toSorted())
    for (const id of told)
      expect(text.sentences.get(id)?.bonds).toContainEqual({ kind: 'incident', id: id.slice('told:'.length) })
    expect([...flags]).toEqual([])
  })

  it('is read by a second person, and then by everybody beside the two others', async () => {
    for (const [who, move] of [
      ...[['lena', 'submit'] as const, ['marat', 'approve'] as const, ['marat', 'publish'] as const],
    ]) {
      const { seen } = await readPublication(as(who), idIn(language))
      await movePublication(as(who), idIn(language), { move, why: '', until: '', seen })
    }
    const body = await publicPublication<PublicationBody>(world.house, idIn(language))
    expect(body).toMatchObject({ language, group: idIn('en'), isLess: false })
    expect(body && sentencesIn(body.manuscript.sections).length).toBeGreaterThan(100)
  })
})

it('a release of the rating is begun by its country alone, in the words of each language', async () => {
  const id = await beginPublication(as('lena'), { kind: 'rating', country: 'kz', period: '', of: '' }, 'kk')
  const { text } = await readPublication(as('lena'), id)
  expect(text.sentences.get('rating:decided')?.words).toMatch(
    /^2026 жылғы 30\u00a0маусым күнгі жағдай бойынша/,
  )
})

it('a briefing on the year is a long tagged paper in less than five seconds', async () => {
  if (!(await canTypeset())) return
  const words = knowledge.words.ru
  const site = servedAt('https://aigaq.example')
  const face = { site, words, tell: knowledge.tells.ru, codebook: knowledge.codebook }
  const asked = { kind: 'briefing', country: 'kz', period: '2020' } as const
  const made = await draft({ store: world.house, knowledge }, face, asked, (page) =>
    site.whole('ru', page, 'html'),
  )
  if (!made) throw new Error('nothing to draft')
  const from = process.cpuUsage()
  const { bytes } = await setManuscript(made, 'pdf', { words })
  const { user, system } = process.cpuUsage(from)
  expect((user + system) / 1e6).toBeLessThan(5)
  const raw = Buffer.from(bytes).toString('latin1')
  expect(raw).toMatch(/\/StructTreeRoot/)
  expect(raw).toMatch(/\/Outlines/)
  expect(
    Math.max(...[...raw.matchAll(/\/Count (\d+)/g)].map((one) => Number(one[1]))),
  ).toBeGreaterThanOrEqual(25)
})
