/** Outside indices and the bands another monitor gave → how often our recalibrated anchors agree; and how often the watchlist cries wolf, on invented months. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadKnowledge } from '../src/adapters/load-knowledge.ts'
import { ROOT } from '../src/config.ts'
import { canonical } from '../src/core/json.ts'
import type { RatingMethod } from '../src/core/rating/method.ts'
import type { IndexRow, RatingRows } from '../src/core/rating/rows.ts'
import { recordsOf } from '../src/document/csv.ts'
import { anchorsOf, outsideScore, rebase } from '../src/measure/rate/outside.ts'
import { rate } from '../src/measure/rate/rate.ts'
import { bandOf } from '../src/measure/rate/scale.ts'
import { changeOf } from '../src/measure/watch/change.ts'
import { simulated, type Truth } from '../src/measure/watch/simulated.fixture.ts'

const DATA = join(process.env.AIGAQ_SHARED ?? join(ROOT, '../shared'), 'research/data/')
const ABSENT = 2
/** The bar: recalibrated anchors within one band. */
const WITHIN_ONE = 0.97
const { rating, watch } = loadKnowledge(ROOT).codebook
const { method } = rating
const BANDS = method.bands.map((one) => one.id)

type Line = Readonly<Record<string, string>>
function linesOf(name: string): readonly Line[] {
  const [heading, ...records] = recordsOf(readFileSync(DATA + name, 'utf8').replace(/^\uFEFF/, ''))
  const names = heading?.cells.map((one) => one.words) ?? []
  return records.map(({ cells }) => Object.fromEntries(cells.map((one, at) => [names[at] ?? '', one.words])))
}

/** One year's values of a country as rows of our method: the press index as it was first published, before its scale was turned. */
function rowOf(line: Line): IndexRow | null {
  const value = Number(line.value)
  const known = { edition: Number(line.edition), published: '2000-01-01' }
  if (line.index === 'FIW' && line.variable === 'E') return { index: 'fiw-e', variable: 'E', value, ...known }
  const part = /^PTS_([AHS])$/.exec(line.variable ?? '')?.[1]
  if (part) return { index: 'pts', variable: part, value, ...known, edition: Number(line.covers) }
  if (line.variable === 'score_flipped(100-original)')
    return { index: 'wpfi', variable: 'score', value: 100 - value, ...known }
  return line.index === 'WPFI' && line.variable === 'score'
    ? { index: 'wpfi', variable: 'score', value, ...known }
    : null
}

type Placed = {
  readonly country: string
  readonly mean: number
  readonly score: number
  readonly given: number
}
type Editions = Readonly<Record<string, number>>

/** Countries with all three anchors, beside the band they were given. */
function placed(
  rows: ReadonlyMap<string, readonly IndexRow[]>,
  ratings: ReadonlyMap<string, number>,
  editions: Editions,
): readonly Placed[] {
  return [...ratings].flatMap(([country, given]): readonly Placed[] => {
    const own = (rows.get(country) ?? []).filter((one) => editions[one.index] === one.edition)
    const anchors = anchorsOf(own, `${Math.max(...Object.values(editions))}-12-31`, method)
    const score = outsideScore(anchors, method)
    if (anchors.length < 3 || score === null) return []
    const rebased = anchors.map(({ rule, values }) =>
      rebase(values.reduce((a, b) => a + b, 0) / values.length, rule),
    )
    return [{ country, given, score, mean: rebased.reduce((a, b) => a + b, 0) / rebased.length }]
  })
}

const agreement = (pairs: readonly { readonly ours: number; readonly given: number }[]): string => {
  const share = (most: number): number =>
    pairs.filter((one) => Math.abs(one.ours - one.given) <= most).length / pairs.length
  return `exact ${share(0).toFixed(3)}, within one band ${share(1).toFixed(3)} (n ${pairs.length})`
}
const withinOne = (pairs: readonly { readonly ours: number; readonly given: number }[]): number =>
  pairs.filter((one) => Math.abs(one.ours - one.given) <= 1).length / pairs.length

/** Between each two bands the cut that misplaces fewest. */
const cutsOf = (set: readonly Placed[]): readonly number[] =>
  [0, 1, 2, 3].map((below) => {
    const wrong = (cut: number): number => set.filter((one) => one.mean <= cut !== one.given <= below).length
    return (
      Array.from({ length: 201 }, (_, n) => n / 2).toSorted((a, b) => wrong(a) - wrong(b) || a - b)[0] ?? 0
    )
  })

function anchors(): boolean {
  const rows = Map.groupBy(
    linesOf('index-scores.csv').flatMap((line) => {
      const row = rowOf(line)
      return row ? [{ country: line.iso3 ?? '', row }] : []
    }),
    (one) => one.country,
  )
  const byCountry = new Map([...rows].map(([country, all]) => [country, all.map((one) => one.row)]))
  const ratings = (asOf: string): ReadonlyMap<string, number> =>
    new Map(
      linesOf('ratings.csv')
        .filter((one) => one.as_of === asOf && one.evidence === 'full-snapshot')
        .map((one) => [one.iso3 ?? '', Number(one.rating_num) - 1]),
    )
  const early = placed(byCountry, ratings('2017-04'), { 'fiw-e': 2017, pts: 2016, wpfi: 2017 })
  const late = placed(byCountry, ratings('2021-03-19'), { 'fiw-e': 2020, pts: 2019, wpfi: 2020 })
  const bandAt = (score: number): number => BANDS.indexOf(bandOf(score, method.bands))
  let isMet = true
  for (const [name, set] of [
    ['April 2017', early],
    ['March 2021', late],
  ] as const) {
    const ours = set.map((one) => ({ ours: bandAt(one.score), given: one.given }))
    const plain = set.map((one) => ({ ours: bandAt(one.mean), given: one.given }))
    console.log(`anchors ${name}: recalibrated ${agreement(ours)}; plain mean ${agreement(plain)}`)
    isMet &&= withinOne(ours) >= WITHIN_ONE
  }
  for (const [from, to, name] of [
    [early, late, '2017 → 2021'],
    [late, early, '2021 → 2017'],
  ] as const) {
    const cuts = cutsOf(from)
    const pairs = to.map((one) => ({ ours: cuts.filter((cut) => one.mean > cut).length, given: one.given }))
    console.log(`anchors, cuts fitted on the other set ${name}: ${cuts.join(', ')}: ${agreement(pairs)}`)
    isMet &&= withinOne(pairs) >= WITHIN_ONE
  }
  const kaz = byCountry.get('KAZ') ?? []
  const series = [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].map((edition) => {
    const own = kaz.filter((one) => one.edition === (one.index === 'pts' ? edition - 1 : edition))
    return `${edition} ${outsideScore(anchorsOf(own, `${edition}-12-31`, method), method)?.toFixed(2)}`
  })
  console.log(`KAZ, anchors alone: ${series.join(', ')}`)
  return isMet
}

/** The same bytes a hundred times, and what a rating costs. */
function same(): boolean {
  const value = (at: number): number => (at * 7 + 3) % 5
  const rows: RatingRows = {
    country: 'xx',
    asOf: '2026-07-01',
    forms: (['partner', 'partner', 'house'] as const).map((source, coder) => ({
      ...{ source, coder: coder + 1, asOf: '2026-06-30' },
      answers: method.dimensions.flatMap(({ id, questions }) =>
        questions.flatMap((question, at) =>
          (['law', 'practice'] as const).map((aspect) => ({
            question: `${id}.${question}`,
            aspect,
            value: value(at + coder),
          })),
        ),
      ),
    })),
    indices: [{ index: 'fiw-e', variable: 'E', edition: 2026, value: 2, published: '2026-03-01' }],
    months: [],
  }
  const began = process.cpuUsage()
  const made = new Set(
    Array.from({ length: 100 }, () => canonical(rate(rows, method satisfies RatingMethod))),
  )
  const spent = process.cpuUsage(began)
  console.log(
    `rating: ${made.size} different in 100 runs, ${((spent.user + spent.system) / 100_000).toFixed(0)} ms of CPU each`,
  )
  return made.size === 1
}

function wolves(runs: number): boolean {
  const effort = (at: number): number => 3 + (at % 4)
  const alarms = (truth: Truth, months: number, seed: number): readonly boolean[] => {
    const rows = simulated(months, truth, seed)
    return Array.from({ length: months - 35 }, (_, n) => {
      const one = changeOf(rows.slice(0, 36 + n), 'assembly', watch.change)
      return 'months' in one && one.isAlarm
    })
  }
  let isMet = true
  for (const rate of [0.25, 1, 2, 5])
    for (const spread of [1, 2])
      for (const grows of [false, true]) {
        const told = grows ? (at: number) => effort(at) * (at >= 60 ? 2 : 1) : effort
        let begun = 0
        for (let seed = 0; seed < runs; seed += 1) {
          const found = alarms({ rate, spread, effort: told, change: null }, 96, seed * 7919 + 1)
          begun += found.filter((one, at) => one && !found[at - 1]).length
        }
        const delays = Array.from({ length: runs }, (_, seed) => {
          const truth = { rate, spread, effort: told, change: { at: 60, times: 2 } }
          return (
            alarms(truth, 78, seed * 104_729 + 3)
              .slice(25)
              .indexOf(true) + 1
          )
        })
        const seen = delays.filter((one) => one > 0).toSorted((a, b) => a - b)
        const years = begun / ((runs * 61) / 12)
        console.log(
          `watch: ${rate} a report, spread ${spread}${grows ? ', reports double' : ''}: ${years.toFixed(3)} false alarms a year; a doubling seen after ${seen[Math.floor(seen.length / 2)]} months (median), ${seen[Math.floor(seen.length * 0.9)]} (nine of ten), missed in 18 months ${(delays.length - seen.length) / runs}`,
        )
        isMet &&= years < 0.2
      }
  return isMet
}

const met = [same(), wolves(process.argv.includes('--quick') ? 50 : 500)]
if (existsSync(DATA)) met.push(anchors())
else console.error(`NOT MEASURED: the indices and bands are not there (${DATA}; set AIGAQ_SHARED)`)
process.exitCode = met.includes(false) ? 1 : existsSync(DATA) ? 0 : ABSENT
