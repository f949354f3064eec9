/** A reader who keeps every number of every page over time, and knows every rule, computes no withheld row from them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stoppedClock } from '../../src/adapters/clock.ts'
import { type Measure, WITH_WITHHELD } from '../../src/core/measure.ts'
import type { Context } from '../../src/usecases/context.ts'
import { fixMargins } from '../../src/usecases/fix-margins.ts'
import { withdrawPerson } from '../../src/usecases/withdraw-person.ts'
import type { Answer } from '../crawl.ts'
import { decideAll } from '../world.ts'
import { readAll } from './attacker.ts'
import { leaksOver, type Version } from './leaks.ts'
import { ACTS, aRecord, type Fine, TOWNS, twoSidedWorld, walk } from './world.ts'

let world: Context
type Kept = {
  readonly what: string
  readonly quarter: string
  readonly answers: readonly Answer[]
  readonly hidden: readonly Fine[]
}
const kept: Kept[] = []

const HERE: Fine = { month: '2024-05', town: 'Oral', act: 'fine' }
const started: readonly Fine[] = ACTS.map((act) => ({ month: '2024-03', town: 'Almaty', act }))
const ten: readonly Fine[] = Array.from({ length: 10 }, (_, at) => ({
  month: at % 2 ? '2024-05' : '2024-08',
  town: 'Aktobe',
  act: ACTS[at % 3] ?? 'fine',
}))

beforeAll(async () => {
  world = await twoSidedWorld()
  let hidden = started
  let quarter = '2026-q4'
  const keep = async (what: string): Promise<void> => {
    kept.push({ what, quarter, hidden, answers: await walk(world, ['kz-2024-x0', 'kz-2024-y0']) })
  }
  const fix = (day: string) =>
    fixMargins({ ...world, clock: stoppedClock(`${day}T08:00:00Z`) }, { by: 'aigerim' })
  await fix('2026-11-23')
  await keep('the first quarter')
  hidden = [...hidden, HERE]
  await decideAll(world, [aRecord('kz-2024-y0', HERE, 'sealed')])
  await keep('a record more is withheld')
  await decideAll(world, [aRecord('kz-2024-c0', HERE, null)])
  await keep('a record more is public')
  hidden = hidden.slice(1)
  await decideAll(world, [
    aRecord('kz-2024-x0', started[0] as Fine, null, {
      at: '2026-11-02T09:00:00Z',
      tier: { value: 'public', why: 'the family agreed' },
    }),
  ])
  await keep('a withheld one is opened')
  hidden = [...hidden, HERE]
  await decideAll(world, [aRecord('kz-2024-b1', HERE, 'team', { at: '2026-11-03T09:00:00Z' })])
  await keep('a public one is closed')
  await withdrawPerson(world, { person: 'asan', by: 'aigerim', why: 'asked' })
  await keep('a person is withdrawn')
  hidden = [...hidden, ...ten]
  await decideAll(
    world,
    ten.map((one, at) => aRecord(`kz-2024-z${at}`, one, 'partner')),
  )
  await keep('ten are withheld')
  quarter = '2027-q1'
  await fix('2027-01-02')
  await keep('a quarter has passed and the margin moves')
  hidden = hidden.slice(1)
  await decideAll(world, [
    aRecord('kz-2024-x1', started[1] as Fine, null, {
      at: '2026-11-04T09:00:00Z',
      tier: { value: 'public', why: 'the family agreed' },
    }),
  ])
  quarter = '2027-q2'
  await fix('2027-04-02')
  await keep('another quarter has passed and it stays')
})
afterAll(() => world?.store.destroy())

const versionsOf = (plant: (one: Kept) => readonly Answer[]): readonly Version[] =>
  kept.map((one) => ({ quarter: one.quarter, reading: readAll(plant(one)) }))
const totalIn = ({ answers }: Kept): Measure | undefined => {
  const page = answers.find((one) => one.url === '/en/kz/2024.json')
  const data = JSON.parse(page?.text.slice(page.text.indexOf('\n{') + 1) ?? '{}')
  return (data.measures as readonly Measure[]).find((one) => one.method === WITH_WITHHELD)
}

describe('the numbers of a site over nine versions', () => {
  it('were all read: pages, data, filters, in three languages', () => {
    const [first] = versionsOf((one) => one.answers)
    expect(kept).toHaveLength(9)
    expect(kept[0]?.answers.length).toBeGreaterThan(300)
    expect(first?.reading.rows.map((one) => one.id).sort()).toEqual([
      ...['a0', 'a1', 'a2', 'b0', 'b1', 'b2'].map((one) => `kz-2024-${one}`),
    ])
    const regions = first?.reading.rows.flatMap((one) => one.fields.places.map((place) => place.value.region))
    expect(new Set(regions)).toEqual(new Set([TOWNS.Almaty, TOWNS.Oral]))
    const saying = new Set(first?.reading.over.map((one) => one.url))
    for (const url of [
      '/en/kz.json',
      '/en/kz/2024.json',
      '/en/kz/2024-q1.json',
      '/en/kz',
      '/ru/kz',
      '/kk/kz/2024-q2',
    ])
      expect(saying, url).toContain(url)
  })

  it('allow for hidden records by one range of each year and in no other number', () => {
    for (const { reading } of versionsOf((one) => one.answers)) {
      expect(reading.over.filter((one) => !one.allows)).toEqual([])
      expect(new Set(reading.over.map((one) => JSON.stringify(one.cell))).size).toBe(1)
      expect(new Set(reading.over.map((one) => `${one.low} ${one.high}`)).size).toBe(1)
    }
  })

  it('hold the truth of the day the margin was set', () => {
    for (const at of [0, 7, 8]) {
      const { certain = 0, claimed, rows = [] } = totalIn(kept[at] as Kept) ?? {}
      const truth = rows.length + (kept[at]?.hidden.length ?? 0)
      expect(certain).toBeLessThanOrEqual(truth)
      expect(claimed).toBeGreaterThanOrEqual(truth)
    }
    expect(totalIn(kept[7] as Kept)?.certain).toBeGreaterThan(totalIn(kept[6] as Kept)?.certain ?? 0)
  })

  it('leave every cell able to hold none and one, and every step able to have changed nothing there', () => {
    expect(leaksOver(versionsOf((one) => one.answers))).toEqual([])
  })
})

/** The same answers as a careless program would have given them. */
function planted(
  one: Kept,
  change: (measures: Measure[], period: string) => readonly Measure[],
): readonly Answer[] {
  return one.answers
    .filter((answer) => /^\/en\/kz\/2024(-q\d)?\.json$|^\/en\/i\/.*\.json$/.test(answer.url))
    .map((answer) => {
      const at = answer.text.indexOf('\n{') + 1
      const data = JSON.parse(answer.text.slice(at))
      if (data.measures === undefined) return answer
      const measures = change(
        data.measures.filter((measure: Measure) => measure.method !== WITH_WITHHELD),
        data.period.id,
      )
      return {
        ...answer,
        text: `${answer.text.slice(0, at)}${JSON.stringify({ ...data, year: null, measures })}`,
      }
    })
}
const wide = (measure: Measure, n: number): Measure => ({
  ...measure,
  certain: measure.certain + n,
  claimed: measure.claimed === null ? null : measure.claimed + n,
})
const isWhole = (one: Measure): boolean => one.method === 'count.incidents@1' && one.slice === null
const valueIn = (cell: Fine, facet: string): string =>
  facet === 'month'
    ? cell.month
    : facet === 'region'
      ? TOWNS[cell.town]
      : facet === 'act'
        ? cell.act
        : 'event'

describe('careless programs that the same reader sees through', () => {
  it('the exact number of hidden records in a year', () => {
    const leaks = leaksOver(
      versionsOf((one) =>
        planted(one, (measures, period) =>
          period === '2024'
            ? [
                ...measures,
                ...measures
                  .filter(isWhole)
                  .map((all) => ({ ...wide(all, one.hidden.length), method: WITH_WITHHELD })),
              ]
            : measures,
        ),
      ),
    )
    expect(leaks.some((one) => one.startsWith('version 1: moved within a quarter'))).toBe(true)
  })

  it('a margin counted anew at each change', () => {
    const leaks = leaksOver(
      versionsOf((one) =>
        planted(one, (measures, period) => {
          const low = Math.floor(one.hidden.length / 4) * 4
          return period === '2024'
            ? [
                ...measures,
                ...measures.filter(isWhole).map((all) => ({
                  ...all,
                  method: WITH_WITHHELD,
                  certain: all.certain + low,
                  claimed: all.certain + low + 3,
                })),
              ]
            : measures
        }),
      ),
    )
    expect(leaks.some((one) => one.includes('moved within a quarter'))).toBe(true)
  })

  it('public counts that hold hidden records without saying so', () => {
    const leaks = leaksOver(
      versionsOf((one) =>
        planted(one, (measures, period) =>
          period !== '2024'
            ? measures
            : measures.map((measure) =>
                measure.unit === 'incidents' &&
                ['month', 'region', 'act'].includes(measure.slice?.facet ?? '')
                  ? wide(
                      measure,
                      one.hidden.filter(
                        (cell) => valueIn(cell, measure.slice?.facet ?? '') === measure.slice?.value,
                      ).length,
                    )
                  : measure,
              ),
        ),
      ),
    )
    expect(leaks).toContain('version 0: 2024-03 Almaty detention cannot hold 0 hidden records')
  })

  it('a number on a map that is one too high', () => {
    const answers = (kept[0] as Kept).answers.map((one) =>
      one.url === '/en/kz/2024-q1'
        ? {
            ...one,
            text: one.text.replace(
              /(incidents\?region=KZ-75">)(\d+)(<\/a>)/,
              (_, a, n, z) => `${a}${Number(n) + 1}${z}`,
            ),
          }
        : one,
    )
    const leaks = leaksOver([{ quarter: '2026-q4', reading: readAll(answers) }])
    // Somebody is hidden in that quarter and region, though not yet in which month or by which act.
    expect(readAll(answers).over.filter((one) => !one.allows)).toMatchObject([
      { low: 1, cell: { region: 'KZ-75', from: '2024-01-01', to: '2024-03-31' } },
    ])
    expect(leaks).toEqual([])
  })

  it('ranges of facets that together close on one cell', () => {
    const [first] = kept.map((one) =>
      planted(one, (measures, period) =>
        period === '2024'
          ? [
              ...measures,
              ...measures
                .filter(
                  (measure) =>
                    measure.method === 'count.incidents@1' &&
                    ['month', 'region', 'act'].includes(measure.slice?.facet ?? ''),
                )
                .map((measure) => {
                  const n = started.filter(
                    (cell) => valueIn(cell, measure.slice?.facet ?? '') === measure.slice?.value,
                  ).length
                  return {
                    ...measure,
                    method: WITH_WITHHELD,
                    certain: measure.certain + (n > 2 ? 3 : 0),
                    claimed: (measure.claimed ?? 0) + (n > 0 ? 3 : 0),
                  }
                }),
            ]
          : measures,
      ),
    )
    const leaks = leaksOver([{ quarter: '2026-q4', reading: readAll(first ?? []) }])
    expect(leaks.some((one) => one.includes('cannot hold 1 hidden records'))).toBe(true)
  })
})
