/** Everything the site answered in; what a reader who knows the rules can say about hidden records, cell by cell, out. */
import type { Margin } from '../../src/core/margin.ts'
import { nextMargin } from '../../src/core/margin.ts'
import { FACETS, type Measure, periodOf, quarterOf, WITH_WITHHELD } from '../../src/core/measure.ts'
import type { PublicIncident } from '../../src/core/public-record.ts'
import { measurePeriod } from '../../src/measure/measure-period.ts'
import { matching } from '../../src/publish/filter.ts'
import { usesOf } from '../../src/publish/laws.ts'
import type { Filter } from '../../src/publish/views.ts'
import type { Answer } from '../crawl.ts'
import { knowledge } from '../world.ts'

/** A number on a page stands so far over what the public rows behind it give. `allows`: it says that it allows for hidden ones. */
export type Over = {
  readonly url: string
  readonly allows: boolean
  readonly cell: Filter
  readonly low: number
  readonly high: number | null
}
export type Reading = { readonly rows: readonly PublicIncident[]; readonly over: readonly Over[] }

const pack = knowledge.packs.get('kz') as NonNullable<ReturnType<typeof knowledge.packs.get>>
const { margins: GRID } = knowledge.codebook

const bodyOf = (answer: Answer): string => answer.text.slice(answer.text.search(/\n[{<[]/) + 1)
const jsonOf = (answer: Answer): Record<string, unknown> => {
  try {
    return JSON.parse(bodyOf(answer)) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** A description of records has words under the same names, and is none. */
const isRecord = (value: object): boolean =>
  'id' in value &&
  'country' in value &&
  Array.isArray((value as { readonly fields?: { readonly date?: unknown } }).fields?.date)

/** Every public incident that any answer holds. */
function rowsIn(value: unknown, found: Map<string, PublicIncident>): void {
  if (typeof value !== 'object' || value === null) return
  if (isRecord(value) && 'id' in value) found.set(String(value.id), value as unknown as PublicIncident)
  for (const one of Object.values(value)) rowsIn(one, found)
}

const boundsOf = (id: string): Filter => {
  const period = periodOf(id)
  return period ? { from: period.from, to: period.to } : {}
}
const keyOf = ({ method, unit, slice }: Measure): string =>
  `${method} ${unit} ${slice?.facet} ${slice?.value}`

/** The program is free, so a reader can count the public rows as it does and take that from what it says. */
function overMeasures(
  url: string,
  period: string,
  said: readonly Measure[],
  rows: readonly PublicIncident[],
): readonly Over[] {
  const bounds = periodOf(period)
  if (!bounds) return []
  const own = new Map(measurePeriod(rows, bounds, { pack }).map((one) => [keyOf(one), one]))
  return said.flatMap((one) => {
    const allows = one.method === WITH_WITHHELD
    const base = own.get(keyOf(allows ? { ...one, method: 'count.incidents@1' } : one))
    const cell: Filter = { ...boundsOf(period), ...(one.slice && { [one.slice.facet]: one.slice.value }) }
    const [low, claimed] = [one.certain - (base?.certain ?? 0), base?.claimed ?? 0]
    const high = one.claimed === null || base?.claimed === null ? null : one.claimed - claimed
    if (!allows && low === 0 && (one.claimed ?? -1) === (base?.claimed ?? -1)) return []
    // Persons, days and money tell that somebody is hidden, not how many records.
    const counts = one.unit === 'incidents'
    return [{ url, allows, cell, low: counts ? low : 1, high: counts ? high : null }]
  })
}

const gap = (url: string, cell: Filter, said: number, own: number): readonly Over[] =>
  said === own ? [] : [{ url, allows: false, cell, low: said - own, high: said - own }]

const numbersIn = (text: string): readonly number[] =>
  [...text.replace(/<[^>]*>/g, '').matchAll(/\d[\d\u00a0\u202f,]*/g)].map((match) =>
    Number(match[0].replace(/\D/g, '')),
  )

/** Data: measures, counts of periods, uses of laws, rows of a filter. */
function overData(answer: Answer, rows: readonly PublicIncident[]): readonly Over[] {
  const { url } = answer
  const data = jsonOf(answer)
  const lists = ['measures', 'years'].flatMap((name) => (data[name] as readonly Measure[] | undefined) ?? [])
  const measures = [...lists, ...(data.year ? [data.year as Measure] : [])]
  const periods = [...new Set(measures.map((one) => one.period))]
  const country = /^\/\w\w\/kz\.json$/.test(url)
  const counts = country ? (data.periods as readonly { period: string; incidents: number }[]) : []
  const single = rows.filter((one) => one.fields.kind !== 'aggregate')
  const inQuarter = (id: string): number =>
    single.filter((one) => quarterOf(one.fields.date[0]?.value.from ?? '') === id).length
  const rowsOf = /^\/\w\w\/kz\/([\w-]+)\/incidents\.json\?(.*)$/.exec(url)
  const filter = rowsOf ? filterIn(rowsOf[2] ?? '') : {}
  const inside = rowsOf ? matching(within(rows, rowsOf[1] ?? ''), filter, pack) : []
  const laws = country ? (data.laws as readonly { stated: number; inferred: number }[]) : []
  const sumOf = (uses: readonly { stated: number; inferred: number }[]): number =>
    uses.reduce((sum, one) => sum + one.stated + one.inferred, 0)
  return [
    ...periods.flatMap((id) =>
      overMeasures(
        url,
        id,
        measures.filter((one) => one.period === id),
        rows,
      ),
    ),
    ...counts.flatMap((one) => gap(url, boundsOf(one.period), one.incidents, inQuarter(one.period))),
    ...(country ? gap(url, {}, sumOf(laws), sumOf(usesOf(rows))) : []),
    ...(rowsOf && answer.status === 200
      ? gap(
          url,
          { ...boundsOf(rowsOf[1] ?? ''), ...filter },
          ((data.incidents as readonly unknown[]) ?? []).length,
          inside.length,
        )
      : []),
  ]
}

const filterIn = (query: string): Filter =>
  Object.fromEntries(
    [...new URLSearchParams(query.replaceAll('&amp;', '&'))].filter(([name]) =>
      [...FACETS, 'from', 'to'].includes(name),
    ),
  )
const within = (rows: readonly PublicIncident[], id: string): readonly PublicIncident[] => {
  const period = periodOf(id)
  return rows.filter(({ fields }) =>
    fields.date.some(
      ({ value }) => (value.from ?? '') <= (period?.to ?? '') && (value.to ?? '') >= (period?.from ?? ''),
    ),
  )
}

const TO_ROWS = /<a href="\/\w\w\/kz\/([\w-]+)\/incidents\?([^"]*)">([^<]*)<\/a>/g
const TO_YEAR =
  /<a href="\/\w\w\/kz\/(\d{4})">[^<]*<\/a><\/th><td>(?:(?!<\/td>).)*<\/td><td class="n">([^<]*)</gs
const TO_QUARTER = /<span class="quarter"><a href="\/\w\w\/kz\/(\d{4}-q\d)">[^<]*<\/a> ([^<]*)</g
const ALLOWING = /<p class="small">([^<]*)<a href="\/\w\w\/kz\/(\d{4})">/g

/** Pages: a number that leads to rows, the number beside a period, the sentence about a year. */
function overPage(answer: Answer, rows: readonly PublicIncident[]): readonly Over[] {
  const { url, text } = answer
  const links = [...text.matchAll(TO_ROWS)].flatMap(([, id = '', query = '', said = '']) => {
    const filter = filterIn(query)
    const found = matching(within(rows, id), filter, pack)
    const bounds = periodOf(id)
    const facet = FACETS.find((one) => filter[one] !== undefined)
    const measures = bounds
      ? measurePeriod(rows, bounds, { pack }).filter(
          (one) => one.slice?.facet === facet && one.slice?.value === (facet && filter[facet]),
        )
      : []
    const explained = new Set([found.length, ...measures.flatMap((one) => [one.certain, one.claimed])])
    const [n] = numbersIn(said)
    return n === undefined || !/^\P{L}*\d/u.test(said) || explained.has(n)
      ? []
      : [{ url, allows: false, cell: { ...boundsOf(id), ...filter }, low: n - found.length, high: null }]
  })
  const publicIn = (id: string): number => matching(rows, boundsOf(id), pack).length
  const ofYear = (id: string, said: string): readonly Over[] => {
    const [low = 0, high] = numbersIn(said).slice(-2)
    return [
      {
        url,
        allows: true,
        cell: boundsOf(id),
        low: low - publicIn(id),
        high: high === undefined ? null : high - publicIn(id),
      },
    ]
  }
  const cells = [
    ...[...text.matchAll(TO_YEAR)].flatMap(([, id = '', said = '']) => ofYear(id, said)),
    ...[...text.matchAll(TO_QUARTER)].flatMap(([, id = '', said = '']) =>
      gap(url, boundsOf(id), numbersIn(said)[0] ?? 0, publicIn(id)),
    ),
  ]
  const sentences = [...text.matchAll(ALLOWING)].flatMap(([, said = '', id = '']) => ofYear(id, said))
  return [...links, ...cells, ...sentences]
}

/** All that one walk over the site gives. */
export function readAll(answers: readonly Answer[]): Reading {
  const found = new Map<string, PublicIncident>()
  const whole = answers.filter((one) => one.status === 200)
  for (const one of whole) if (one.url.includes('.json')) rowsIn(jsonOf(one), found)
  const rows = [...found.values()]
  return {
    rows,
    over: whole.flatMap((one) => (one.url.includes('.json') ? overData(one, rows) : overPage(one, rows))),
  }
}

/**
 * The counts that agree with a range, for a reader who knows the grid and the range before: a range that moved tells more than
 * one that stands.
 */
export function countsBehind(
  shown: Margin,
  before: Margin | undefined,
): { readonly low: number; readonly high: number } {
  const fitting = Array.from({ length: 200 }, (_, n) => n).filter((n) => {
    const { low, high } = nextMargin(GRID, before, n)
    return low === shown.low && high === shown.high
  })
  return fitting.length === 0
    ? { low: shown.low, high: shown.high ?? 199 }
    : { low: fitting[0] ?? 0, high: fitting.at(-1) ?? 199 }
}
