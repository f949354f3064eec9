/** A law card lives with the records and with whoever stands for it: its count follows every decision, its review ends by the day and with the words. */
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import {
  aDecision,
  aMove,
  decideAll,
  emptyWorld,
  importText,
  recordAll,
  siteOf,
} from '../../../test/world.ts'
import { stoppedClock } from '../../adapters/clock.ts'
import type { Role } from '../../core/access.ts'
import type { ReviewCard, TestCard } from '../../core/teach/lines.ts'
import { servedAt } from '../../publish/links.ts'
import { copySite } from '../../publish/mirror/copy-site.ts'
import { testStaff } from '../../store/test-stores.ts'
import { lawCardsView, lawCardView } from '../../web/site/card-views.ts'
import { faceOf, type SiteContext } from '../../web/site/views.ts'
import type { Context } from '../context.ts'
import { rebuild } from '../rebuild.ts'
import { refresh } from '../refresh.ts'
import { wallOf } from '../wall-of.ts'
import { readCard, saveOfCard } from './review-cards.ts'

const INCIDENT = 'kz-2024-05-07-a'
const ID = 'kz/CC-274/ru'
let world: Context

const as = (role: Role, handle = 'bota'): Context => {
  const actor = { account: handle, handle, organisation: 'home', role }
  return { ...world, actor, store: testStaff(world.house, wallOf(world.knowledge.codebook.policy, actor)) }
}
const print = (language: 'en' | 'ru' | 'kk' = 'ru'): string =>
  world.knowledge.packs.get('kz')?.cards.get('CC-274')?.prints[language] ?? ''
const review = (more: Partial<ReviewCard> = {}): Omit<ReviewCard, 'by' | 'at' | 'why'> => ({
  ...{ record: 'card-review', id: ID, print: print(), on: '2026-11-20', verdict: 'approved' },
  ...{ role: 'lawyer', until: '2027-05-19' },
  ...more,
})
const readers = (more: Partial<TestCard> = {}): Omit<TestCard, 'by' | 'at' | 'why'> => ({
  ...{ record: 'reader-test', id: ID, print: print(), on: '2026-11-21', readers: 5 },
  right: { forbids: 5, risk: 4, first: 4, rule: 5, sure: 4 },
  ...more,
})
const code = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => (error as { code?: string }).code ?? String(error),
  )
const page = async (path: string): Promise<string> => (await siteOf(world).request(path)).text()
const status = async (path: string): Promise<number> => (await siteOf(world).request(path)).status
const given = (): SiteContext => ({ store: world.store, knowledge: world.knowledge, rules: [] })
/** As the card stands in a copy of the site, or at its address. */
const seen = (language: 'en' | 'ru' | 'kk', isCopy = false) => {
  const copy = copySite('ru/x.html', { meet: () => {}, short: (name) => name, origin: '' })
  return lawCardView(given(), faceOf(given(), language, isCopy ? copy : servedAt('')), {
    country: 'kz',
    id: 'CC-274',
  })
}

beforeAll(async () => {
  world = await emptyWorld()
  await importText(world, 'On 7 May 2024 police in Almaty detained a man for a post.')
  await decideAll(world, [
    aDecision({
      ...{ id: INCIDENT, document: 'notebook', places: ['Almaty'], freedoms: ['expression'] },
      ...{ from: 'On 7 May', to: 'post.', laws: [{ code: 'criminal', article: '274' }] },
    }),
  ])
})
afterAll(() => world?.store.destroy())

it('counts and links the public record, and neither when it is taken off', async () => {
  const before = await page('/en/card/kz/CC-274')
  expect(before).toContain('1 public record')
  expect(before).toContain(`/en/i/${INCIDENT}`)
  expect(JSON.parse(await page('/en/card/kz/CC-274.json')).standing.state).toBe('draft')
  await recordAll(world, [aMove('withdraw', [INCIDENT])])
  const after = await page('/en/card/kz/CC-274')
  expect(after).toContain('no use is on record here')
  expect(after).not.toContain(INCIDENT)
})

test.each(['a5.pdf', 'poster-a4.pdf', 'listen.txt', 'easy', 'easy.json'])(
  'a draft is had as %s, marked',
  async (form) => {
    expect(await status(`/ru/card/kz/CC-274/${form}`)).toBe(200)
    if (!form.endsWith('.pdf')) expect(await page(`/ru/card/kz/CC-274/${form}`)).toContain('Черновик')
  },
)

it('is not carried about without a review: no wallet format, and nothing of it in a copy', async () => {
  expect(await status('/ru/card/kz/CC-274/wallet.pdf')).toBe(404)
  expect(await seen('ru', true)).toBeNull()
  const copy = copySite('ru/x.html', { meet: () => {}, short: (name) => name, origin: '' })
  expect((await lawCardsView(given(), faceOf(given(), 'ru', copy), { country: 'kz' }))?.cards).toEqual([])
})

test.each(['monitor', 'editor', 'partner'] as const)('a %s cannot stand for it', async (role) => {
  expect(await code(saveOfCard(as(role), review()))).toBe('access.forbidden')
})

test.each([
  ['of other words', { print: '0'.repeat(64) }, 'card.changed'],
  ['for longer than 180 days', { until: '2027-05-20' }, 'card.too-long'],
  ['of tomorrow', { on: '2026-11-24', until: '2026-12-24' }, 'input.date-future'],
  ['that ends before it begins', { until: '2026-11-19' }, 'input.value'],
  ['in a role that nobody knows', { role: 'friend' }, 'input.value'],
  ['of a card that is not there', { id: 'kz/CC-999/ru' }, 'record.unknown'],
] as const)('a review %s is refused', async (_what, more, refused) => {
  expect(await code(saveOfCard(as('lawyer'), review(more)))).toBe(refused)
})

it('reviewed in one language has its wallet there, its role and last day, and not who it was', async () => {
  await saveOfCard(as('lawyer'), review())
  expect(await status('/ru/card/kz/CC-274/wallet.pdf')).toBe(200)
  expect(await status('/en/card/kz/CC-274/wallet.pdf')).toBe(404)
  const told = await page('/ru/card/kz/CC-274')
  expect(told).toContain('юрист организации')
  expect(told).toContain('2027')
  expect(told).not.toMatch(/bota|ЧЕРНОВИК/)
  expect(told).toContain('3000')
  expect(await page('/en/card/kz/CC-274')).not.toContain('3,000')
})

it('stands in a copy in that language, and in the others is left out in so many words', async () => {
  expect((await seen('ru', true))?.leaf.sections.length).toBeGreaterThan(5)
  expect((await seen('en', true))?.leaf).toMatchObject({ sections: [], easy: [], mayBeCarried: false })
})

it('tells how many readers understood it, of the words that they read', async () => {
  expect(await code(saveOfCard(as('monitor', 'lena'), readers({ right: { forbids: 6 } })))).toBe(
    'input.value',
  )
  await saveOfCard(as('monitor', 'lena'), readers())
  expect(await page('/ru/card/kz/CC-274')).toContain('5 читателей поняли текст')
  await saveOfCard(
    as('monitor', 'lena'),
    readers({ right: { forbids: 5, risk: 1, first: 4, rule: 5, sure: 4 } }),
  )
  expect(await page('/ru/card/kz/CC-274')).toContain('понято не всё')
})

it('is void when its words change, until they are read again', async () => {
  const pack = world.knowledge.packs.get('kz')
  const card = pack?.cards.get('CC-274')
  if (!pack || !card) throw new Error('no card')
  const other = { ...card, prints: { ...card.prints, ru: 'f'.repeat(64) } }
  const packs = new Map([['kz', { ...pack, cards: new Map([...pack.cards, ['CC-274', other]]) }]])
  const later = { ...world, knowledge: { ...world.knowledge, packs } }
  // At once, as a house meets it that starts with new words; and once its pages are made anew.
  const view = () =>
    lawCardView({ ...given(), ...later }, faceOf(given(), 'ru', servedAt('')), {
      country: 'kz',
      id: 'CC-274',
    })
  expect((await view())?.leaf).toMatchObject({ state: 'changed', mayBeCarried: false })
  await refresh(later)
  expect((await view())?.leaf).toMatchObject({ state: 'changed', mayBeCarried: false })
  expect((await readCard({ ...as('lawyer'), knowledge: later.knowledge }, ID)).standing.readers).toBeNull()
  await refresh(world)
})

it('says that it is out of date the day after its last, and leaves wallet and copies', async () => {
  await refresh({ ...world, clock: stoppedClock('2027-05-19T23:00:00.000Z') })
  expect(await status('/ru/card/kz/CC-274/wallet.pdf')).toBe(200)
  await refresh({ ...world, clock: stoppedClock('2027-05-20T00:00:00.000Z') })
  expect(await status('/ru/card/kz/CC-274/wallet.pdf')).toBe(404)
  expect(await page('/ru/card/kz/CC-274')).toContain('Устарело')
  expect(await page('/ru/card/kz/CC-274')).not.toContain('3000')
  expect(await seen('ru', true)).toBeNull()
  await refresh(world)
})

it('is a draft again when a lawyer takes the approval back, and rebuilt stands as it stood', async () => {
  await saveOfCard(as('lawyer'), review({ verdict: 'refused' }))
  expect(await status('/ru/card/kz/CC-274/wallet.pdf')).toBe(404)
  const before = await page('/ru/card/kz/CC-274.json')
  await rebuild(world)
  expect(await page('/ru/card/kz/CC-274.json')).toBe(before)
})
