/** What nobody documented, in the workspace: lists of original collectors, an estimate with what speaks against it, and what must not be there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, type Desk, deskOf, send } from '../../../../../test/desk.ts'
import {
  aDecision,
  aSource,
  type Entered,
  emptyWorld,
  recordAll,
  signedInAs,
} from '../../../../../test/world.ts'
import { recordsOf } from '../../../../document/csv.ts'
import type { Context } from '../../../../usecases/context.ts'
import { importReport } from '../../../../usecases/import-report.ts'

/** Sixty people, each with a name of its own; each collector has some of them. Nobody judged who is who. */
const PEOPLE = Array.from({ length: 60 }, (_, at) => `Aigul Serikova ${at}`)
const LISTS = [
  { collector: 'The Lawyers', day: '07', has: (at: number) => at % 4 !== 0 },
  { collector: 'Street Watch', day: '08', has: (at: number) => at % 3 !== 0 },
  { collector: 'Radio', day: '09', has: (at: number) => at % 5 < 3 },
] as const
const query = 'unit=persons&country=kz&from=2024-05&to=2024-05&unverified=yes'
const FORM = Object.entries({
  unit: 'persons',
  country: 'kz',
  from: '2024-05',
  to: '2024-05',
  unverified: 'yes',
})
const home = '/en/desk/measure/unseen'

let world: Context
let web: Desk
let lena: Entered
beforeAll(async () => {
  world = await emptyWorld()
  web = deskOf(world)
  lena = await signedInAs(world, { handle: 'lena', role: 'monitor' })
  for (const { collector, day, has } of LISTS) {
    const name = collector.toLowerCase().replace(' ', '-')
    const people = PEOPLE.flatMap((person, at) => (has(at) ? [{ name: person, harmed: true }] : []))
    const bytes = new TextEncoder().encode(
      `On ${Number(day)} May 2024 police in Almaty detained ${people.map((one) => one.name).join(', ')}.`,
    )
    const source = aSource({ collector, title: collector })
    await importReport(world, { bytes, name: `${name}.txt`, country: 'kz', source, asOf: null, by: 'lena' })
    const told = { document: name, date: `2024-05-${day}`, from: 'On', to: '.', people }
    await recordAll(world, [aDecision({ id: `kz-2024-05-${day}-a`, ...told })])
  }
})
afterAll(() => world.store.destroy())

const page = async (path: string, as: Entered = lena): Promise<string> => (await ask(web, path, as)).text()

describe('the lists of a period', () => {
  it('are its original collectors, with how many each has', async () => {
    const text = await page(`${home}?${query}`)
    expect(text).toMatch(/<h1>\d+ people were documented, on 3 lists<\/h1>/)
    for (const { collector } of LISTS) expect(text).toContain(`<b>${collector}</b>`)
  })
  it('are taken away as a table of counts without a name, which the command line reads', async () => {
    const text = await page(`${home}.csv?${query}`)
    const [head, ...rows] = recordsOf(text.replaceAll('\r\n', '\n').trim())
    expect(head?.cells.map((one) => one.words)).toEqual([
      'The Lawyers',
      'Street Watch',
      'Radio',
      'draw',
      'count',
    ])
    const told = PEOPLE.flatMap((_, at) => LISTS.filter((one) => one.has(at))).length
    const seen = PEOPLE.filter((_, at) => LISTS.some((one) => one.has(at))).length
    const first = rows.filter((one) => one.cells[3]?.words === '1')
    const n = first.reduce((sum, one) => sum + Number(one.cells.at(-1)?.words), 0)
    expect([n > seen, n < told, new Set(rows.map((one) => one.cells[3]?.words)).size]).toEqual([
      true,
      true,
      20,
    ])
    expect(text).not.toContain('Serikova')
  })
  it('hold what a second person has verified, unless more is asked for', async () => {
    expect(await page(`${home}?${query.replace('&unverified=yes', '')}`)).toContain(
      'No collector told of five',
    )
  })
  it('are of incidents as well, and none where no collector told of five', async () => {
    const told = JSON.parse(await page(`${home}.json?${query.replace('persons', 'incidents')}`))
    expect([told.captures, told.records]).toEqual([null, 3])
  })
  it.each(['from=2024-13&to=2024-05', 'from=2024-06&to=2024-05'])(
    'of no period are refused: %s',
    async (period) => {
      const answer = await ask(web, `${home}?unit=persons&country=kz&${period}`, lena)
      expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('is not a date')])
    },
  )
})

describe('an estimate', () => {
  let path: string
  beforeAll(async () => {
    const sent = await send(web, home, FORM, lena)
    path = sent.headers.get('Location') ?? ''
    for (let tries = 0; tries < 1_000 && !/"done"/.test(await page(`${path}.json`)); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
  })
  it('says between what and what, with its assumptions in three languages and what speaks against', async () => {
    const text = await page(path)
    expect(text).toMatch(/<h1>Between \d+ and \d+ in all: \d+ are documented/)
    for (const words of [
      'Everybody had some chance',
      'У каждого был хоть какой-то шанс',
      'Әркімнің тізімге түсуге',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('as if it were certain which records are the same person')
    expect(text).not.toContain('Serikova')
  })
  it('draws nothing that is refused', async () => {
    const text = await page(path)
    const figures = text.match(/<svg class="wide"[\s\S]*?<\/svg>/g) ?? []
    expect(figures).toHaveLength(2)
    for (const figure of figures) {
      expect(figure).toContain('Averaged over graphs')
      expect(figure).not.toContain('Chapman')
    }
    expect(figures[0]).toMatch(/places of the unsewn panel are empty/)
    expect(text).toContain('Chapman, two lists: The Lawyers:Radio')
  })
  it('has a twin with every number, and is nobody else’s', async () => {
    const told = JSON.parse(await page(`${path}.json`))
    expect([told.state, told.diagnostics.lists.length, told.assumptions.length]).toEqual(['done', 3, 5])
    const marat = await signedInAs(world, { handle: 'marat', role: 'monitor' })
    expect((await ask(web, path, marat)).status).toBe(404)
  })
  it('is given up when somebody says so', async () => {
    const sent = await send(web, home, FORM, lena)
    const at = sent.headers.get('Location') ?? ''
    expect((await send(web, `${at}/cancel`, [], lena)).status).toBe(303)
    expect(['done', 'cancelled']).toContain(JSON.parse(await page(`${at}.json`)).state)
  })
})

it('a partner learns nothing of it', async () => {
  const oskar = await signedInAs(world, { handle: 'oskar', role: 'partner' })
  for (const path of [`${home}?${query}`, `${home}.json?${query}`, `${home}.csv?${query}`]) {
    const answer = await ask(web, path, oskar)
    expect([answer.status, (await answer.text()).includes('Street Watch')]).toEqual([403, false])
  }
})
