/** Each defence of withholding taken away by itself: the crawl must then find somebody, or the defence defends nothing. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { MayRead } from '../../src/core/withholding/public-values.ts'
import { refresh } from '../../src/usecases/refresh.ts'
import type { Answer } from '../crawl.ts'
import { siteOf } from '../world.ts'
import { type Leak, leaksIn } from './finder.ts'
import { type Small, smallWorld } from './small-world.ts'

/** Which defence is away just now. */
const away = vi.hoisted(() => ({ defence: '' }))

/** The real module, with functions that do nothing while the defence of their name is away. */
async function without<Module extends object>(
  original: () => Promise<Module>,
  idle: Partial<Module>,
): Promise<Module> {
  const real = await original()
  const wrapped = Object.entries(idle).map(([name, stub]) => {
    const own = real[name as keyof Module] as (...given: unknown[]) => unknown
    return [
      name,
      (...given: unknown[]) => (away.defence === name ? (stub as typeof own)(...given) : own(...given)),
    ]
  })
  return { ...real, ...Object.fromEntries(wrapped) }
}

vi.mock(
  '../../src/core/withholding/allowed.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/allowed.ts')>) =>
    without(original, {
      spansToHoldBack: () => [],
      holdsForbidden: () => false,
      forbiddenTokens: () => new Set(),
    }),
)
vi.mock(
  '../../src/core/withholding/known-words.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/known-words.ts')>) =>
    without(original, { freeTextGuard: () => () => true }),
)
vi.mock(
  '../../src/core/withholding/contact-details.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/contact-details.ts')>) =>
    without(original, { contactsIn: () => [], holdsContact: () => false }),
)
vi.mock(
  '../../src/core/withholding/unseen-names.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/unseen-names.ts')>) =>
    without(original, { withUnseenNames: (document) => document }),
)
vi.mock(
  '../../src/core/withholding/names-at-stake.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/names-at-stake.ts')>) =>
    without(original, { namesAtStake: () => [] }),
)
vi.mock(
  '../../src/core/withholding/sound.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/sound.ts')>) =>
    without(original, { soundsLikeOneOf: () => false }),
)
vi.mock(
  '../../src/core/withholding/public-address.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/public-address.ts')>) =>
    without(original, { publicAddress: (url) => url }),
)
vi.mock(
  '../../src/core/withholding/levels.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/levels.ts')>) =>
    without(original, {
      levelsIn: (incident) =>
        new Map(incident.rulings.flatMap((one) => one.values).map((held) => [held.person ?? '', 'name'])),
    }),
)
vi.mock(
  '../../src/core/withholding/passage.ts',
  async (original: () => Promise<typeof import('../../src/core/withholding/passage.ts')>) => {
    const { passageParts } = await original()
    return without(original, {
      passageParts: (text, fragments, marks) => passageParts(text, fragments, marks, []),
    })
  },
)
vi.mock('../../src/core/person.ts', (original: () => Promise<typeof import('../../src/core/person.ts')>) =>
  without(original, { levelToward: (basis) => basis.level }),
)
vi.mock(
  '../../src/core/standing.ts',
  (original: () => Promise<typeof import('../../src/core/standing.ts')>) =>
    without(original, { isKept: () => true }),
)
vi.mock(
  '../../src/core/withholding/field-tiers.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/field-tiers.ts')>) =>
    without(original, { heldFields: () => ({ values: new Set(), words: new Set(), isDecided: false }) }),
)
vi.mock(
  '../../src/core/withholding/held-words.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/held-words.ts')>) =>
    without(original, {
      heldWords: () => ({ spansIn: () => [], isSaidIn: () => false, holdsDate: false }),
    }),
)
vi.mock(
  '../../src/core/withholding/value-phrases.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/value-phrases.ts')>) =>
    without(original, { phrasesOf: () => [] }),
)
vi.mock(
  '../../src/core/withholding/phrases.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/phrases.ts')>) =>
    without(original, { spansSaying: () => [], saysPhrase: () => false }),
)
vi.mock(
  '../../src/core/withholding/date-words.ts',
  (original: () => Promise<typeof import('../../src/core/withholding/date-words.ts')>) =>
    without(original, { dateWords: () => [], tellsDate: () => false }),
)
const anything: MayRead = () => true
vi.mock(
  '../../src/core/withholding/public-reply.ts',
  async (original: () => Promise<typeof import('../../src/core/withholding/public-reply.ts')>) => {
    const { publicReplies } = await original()
    return without(original, { publicReplies: (replies) => publicReplies(replies, anything) })
  },
)
vi.mock(
  '../../src/core/withholding/public-values.ts',
  async (original: () => Promise<typeof import('../../src/core/withholding/public-values.ts')>) => {
    const real = await original()
    return without(original, {
      publicGroup: (value) => real.publicGroup(value, anything),
      publicLaw: (value, pack) => real.publicLaw(value, pack, anything),
      publicPenalty: (value, day, pack) => real.publicPenalty(value, day, pack, anything),
    })
  },
)

const DEFENCES = [
  ...['spansToHoldBack', 'holdsForbidden', 'forbiddenTokens', 'freeTextGuard', 'contactsIn', 'holdsContact'],
  ...['withUnseenNames', 'namesAtStake', 'soundsLikeOneOf', 'publicAddress', 'levelsIn', 'passageParts'],
  ...['publicGroup', 'publicLaw', 'publicPenalty', 'publicReplies'],
  ...['levelToward', 'isKept', 'heldFields', 'heldWords', 'phrasesOf', 'spansSaying', 'saysPhrase'],
  ...['dateWords', 'tellsDate'],
]

let small: Small
beforeAll(async () => {
  small = await smallWorld()
})
afterAll(() => small?.world.store.destroy())
afterEach(() => {
  away.defence = ''
})

/** The public tiers made anew with what is away, and the few pages that show all of a record. */
async function leaksWithout(defence: string): Promise<readonly Leak[]> {
  away.defence = defence
  await refresh(small.world)
  const site = siteOf(small.world)
  const answers: Answer[] = []
  for (const url of [...small.ids, small.ended].flatMap((id) => [`/en/i/${id}`, `/ru/i/${id}.json`])) {
    const response = await site.request(url)
    if (!url.includes(small.ended)) expect(response.status).toBe(200)
    answers.push({ url, status: response.status, headers: response.headers, text: await response.text() })
  }
  return leaksIn(answers, small.people)
}

describe('a defence', () => {
  it('stands with the others, and nothing comes out', async () => expect(await leaksWithout('')).toEqual([]))
  it.each(DEFENCES)('%s taken away lets somebody be read', async (defence) =>
    expect((await leaksWithout(defence)).length).toBeGreaterThan(0),
  )
})
