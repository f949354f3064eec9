/** Two worlds that differ in a withheld name and in nothing else: a reader who keeps every tag and every byte cannot tell them apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { importReport } from '../../src/usecases/import-report.ts'
import { type Answer, crawl } from '../crawl.ts'
import { aDecision, aSource, decideAll, emptyWorld, siteOf } from '../world.ts'
import { recordOf } from './decisions.ts'
import { fullName, type Invented, inventPeople } from './people.ts'

const [never, , , unrecorded, another] = inventPeople(8, 0, 41)

async function worldWith(name: Invented, inPassing: string): Promise<Context> {
  const world = await emptyWorld()
  const text = `On 7 May 2024 police in Almaty detained the activist ${fullName(name, 'en')} and two others. Her brother ${inPassing} said nothing.`
  await importReport(world, {
    bytes: new TextEncoder().encode(text),
    name: 'notes.txt',
    country: 'kz',
    source: aSource({
      title: `Notes of ${fullName(name, 'ru')}`,
      url: `https://news.example/${name.surname.en}`,
    }),
    asOf: null,
    by: 'aigerim',
  })
  await decideAll(world, [
    ...recordOf({ ...name, id: 'somebody', level: 'never' }),
    aDecision({
      ...{ document: 'notes', from: 'On 7 May', to: 'said nothing.' },
      people: [{ id: 'somebody', role: 'activist', harmed: true }],
      outcome: `${name.surname.en} was let go`,
    }),
  ])
  return world
}

const worlds: Context[] = []
const read: (readonly Answer[])[] = []
beforeAll(async () => {
  const [first, second] = [never as Invented, another as Invented]
  worlds.push(await worldWith(first, fullName(unrecorded as Invented, 'en')))
  worlds.push(await worldWith(second, 'Qwerty Asdfgov'))
  for (const world of worlds)
    read.push(await crawl(siteOf(world, 'https://example.org'), ['absent'], /^\/(?:ru|kk)\//))
})
afterAll(() => Promise.all(worlds.map((one) => one.store.destroy())))

describe('what a reader can keep', () => {
  const tags = (answers: readonly Answer[]): readonly string[] =>
    answers.map(
      (one) => `${one.url} ${one.status} ${one.headers.get('ETag')} ${one.headers.get('Content-Length')}`,
    )

  it('has a tag on each page, which is asked for anew each time', () => {
    const pages = (read[0] ?? []).filter((one) => one.status === 200 && !/\/assets|robots/.test(one.url))
    expect(pages.length).toBeGreaterThan(20)
    expect(pages.filter((one) => !one.headers.get('ETag')).map((one) => one.url)).toEqual([])
    // A form that somebody fills in is kept by nobody.
    const open = pages.filter((one) => !/\/letters/.test(one.url))
    const kept = open.filter((one) => one.headers.get('Cache-Control') !== 'no-cache')
    expect(kept.map((one) => one.url)).toEqual([])
  })

  it('confirms no guess of a name: the tags are those of the other world', () =>
    expect(tags(read[0] ?? [])).toEqual(tags(read[1] ?? [])))

  it('is the same to the last byte', () =>
    expect((read[0] ?? []).map((one) => one.text)).toEqual((read[1] ?? []).map((one) => one.text)))

  it('differs inside: the worlds are not the same', async () => {
    const bodies = await Promise.all(
      worlds.map(async (one) =>
        JSON.stringify(await one.house.selectFrom('incidents').select('body').execute()),
      ),
    )
    expect(bodies[0]).not.toBe(bodies[1])
  })
})
