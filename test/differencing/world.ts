/** Small worlds with public and withheld incidents in months, regions and acts; and the walk of a guest who asks for every number. */

import type { Context } from '../../src/usecases/context.ts'
import { type Answer, crawl } from '../crawl.ts'
import { aDecision, decideAll, emptyWorld, importText, siteOf } from '../world.ts'

export const MONTHS = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`)
/** Towns of the pack with the region each lies in. */
export const TOWNS = { Almaty: 'KZ-75', Oral: 'KZ-27', Aktobe: 'KZ-15' } as const
export const ACTS = ['detention', 'fine', 'physical_attack'] as const
export type Fine = {
  readonly month: string
  readonly town: keyof typeof TOWNS
  readonly act: (typeof ACTS)[number]
}

const TEXT =
  'On 7 May 2024 police in Almaty, Uralsk and Aktobe detained, fined and beat people; among them was Asan Usenov.'

export type Held = 'partner' | 'team' | 'sealed'

/** One incident of a fine cell; `held` keeps it from the public. */
export const aRecord = (id: string, at: Fine, held: Held | null, more: Record<string, unknown> = {}) =>
  aDecision({
    id,
    from: 'On 7 May',
    to: 'Asan Usenov',
    date: `${at.month}-11`,
    places: [at.town],
    acts: [at.act],
    laws: [{ code: 'administrative', article: '488' }],
    people: [{ id: 'asan', harmed: true }],
    groups: [{ what: 'activists detained', min: 4, max: 4, qualifier: 'exact' }],
    penalties: at.act === 'fine' ? [{ type: 'fine', amount: 50_000 }] : [],
    ...more,
    ...(held && { tier: { value: held, why: 'the family asked to wait' } }),
  })

export const ASAN = {
  record: 'person',
  id: 'asan',
  names: { en: 'Asan Usenov', ru: 'Асан Усенов', kk: null },
  basis: {
    kind: 'consent',
    level: 'name',
    reason: 'agreed',
    givenHow: 'message',
    reviewBy: '2099-12-31',
  },
  by: 'aigerim',
  at: '2026-11-01T09:00:00Z',
}

/** Six public incidents and three withheld ones, in different cells, two of them pointing at each other. */
export async function twoSidedWorld(): Promise<Context> {
  const world = await emptyWorld()
  await importText(world, TEXT)
  const [almaty, uralsk] = [
    { month: '2024-03', town: 'Almaty' },
    { month: '2024-05', town: 'Oral' },
  ] as const
  await decideAll(world, [
    ASAN,
    ...ACTS.flatMap((act, at) => [
      aRecord(`kz-2024-a${at}`, { ...almaty, act }, null, {
        links: at === 0 ? [{ kind: 'follows', incident: 'kz-2024-x0' }] : [],
      }),
      aRecord(`kz-2024-b${at}`, { ...uralsk, act }, null),
      aRecord(`kz-2024-x${at}`, { ...almaty, act }, 'team'),
    ]),
  ])
  return world
}

/** Every page a guest can find, and every combination of filters that they can type. */
export async function walk(world: Context, guesses: readonly string[] = []): Promise<readonly Answer[]> {
  const web = siteOf(world)
  const found = await crawl(web, guesses)
  const asked: Answer[] = []
  const regions = [...Object.values(TOWNS), 'country', 'unknown']
  for (const period of ['2024', '2024-q1', '2024-q2'])
    for (const query of [
      '',
      ...MONTHS.flatMap((month) => [`month=${month}`, `from=${month}-01&to=${month}-28`]),
      ...ACTS.flatMap((act) => [`act=${act}`, ...regions.map((region) => `act=${act}&region=${region}`)]),
      ...regions.map((region) => `region=${region}`),
      ...['penalty=fine', 'freedom=assembly', 'kind=event', 'kind=background', 'law=AO-488'],
    ]) {
      const url = `/en/kz/${period}/incidents.json?${query}`
      const response = await web.request(url)
      asked.push({
        url,
        status: response.status,
        headers: response.headers,
        text: `${[...response.headers].join('\n')}\n${await response.text()}`,
      })
    }
  return [...found, ...asked]
}
