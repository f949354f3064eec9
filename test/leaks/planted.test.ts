/** The crawl is only worth something if it finds what is there: leaks are planted one by one, and it must see each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, crawl } from '../crawl.ts'
import { siteOf } from '../world.ts'
import { leaksIn } from './finder.ts'
import { frozen } from './frozen.ts'
import { inventPeople } from './people.ts'
import { plantedLeaks } from './planted.ts'
import { type Small, smallWorld } from './small-world.ts'

/** Somebody the small world does not know, so that nothing but the planted leak can name them; a surname that takes endings. */
const STRANGERS = inventPeople(64, 0, 5)
const stranger = STRANGERS.find((one) => one.level === 'never' && one.surname.en.endsWith('ov'))
if (!stranger) throw new Error('nobody was invented')
const GUESSES = ['absent']

let small: Small
let answers: readonly Answer[]
beforeAll(async () => {
  small = await smallWorld()
  const all = await crawl(siteOf(small.world, 'https://example.org'), GUESSES)
  // One language is enough to plant in, and each planting is a walk of its own.
  // What has bytes for a body is not given again by a text.
  answers = all.filter((one) => !/^\/(?:ru|kk)\/|\.(?:pdf|docx)$/.test(one.url))
})
afterAll(() => small?.world.store.destroy())

/** What stands unaltered was looked through once, below. */
const leaksWith = async (planting: Parameters<typeof frozen>[1]) => {
  const clean = new Set(planting ? answers.map(({ url, text }) => `${url}\n${text}`) : [])
  const met = await crawl(frozen(answers, planting), GUESSES)
  return leaksIn(
    met.filter(({ url, text }) => !clean.has(`${url}\n${text}`)),
    [stranger],
  )
}

describe('a leak planted', () => {
  it('is in one of two dozen channels at least', () =>
    expect(Object.keys(plantedLeaks(stranger)).length).toBeGreaterThanOrEqual(24))

  it('is the only one there', async () => expect(await leaksWith(null)).toEqual([]))

  it.each(Object.entries(plantedLeaks(stranger)))('%s is found', async (_channel, planting) => {
    const leaks = await leaksWith(planting)
    expect(leaks.map((one) => one.person)).toContain(stranger.id)
  })
})
