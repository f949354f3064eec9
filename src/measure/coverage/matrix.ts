/** Records with their collectors, and statements of who looked where, in; for each region and span whether somebody looked, and what was found, out. */
import type { Counted, DateFacet } from '../../core/counted.ts'
import type { Looked } from '../../core/decided.ts'
import { slotsOf } from '../counts/slots.ts'

export type Statement = {
  readonly id: string
  readonly collector: string
  /** Null: the whole country. */
  readonly region: string | null
  readonly from: string
  readonly to: string
  readonly looked: Exclude<Looked, 'withdrawn'>
}
export type Collected = { readonly counted: Counted; readonly collectors: readonly string[] }

/**
 * found: there are records, so somebody looked · looked: somebody says that they looked at all of it, and there is nothing ·
 * partly: at some of it · not: it is said that nobody looked · unsaid: nothing is on record and nobody says whether they looked.
 */
export type Seen = 'found' | 'looked' | 'partly' | 'not' | 'unsaid'
export type CoverageCell = {
  readonly region: string
  readonly span: string
  readonly seen: Seen
  readonly records: number
  /** Whose records there are, and who says that they looked. */
  readonly collectors: readonly string[]
  readonly lookers: readonly string[]
}
export type Coverage = {
  readonly spans: readonly string[]
  readonly cells: readonly CoverageCell[]
  /** Records without a known region or span stand in no cell. */
  readonly nowhere: number
}

type Span = { readonly id: string; readonly from: string; readonly to: string }
type Asked = {
  readonly regions: readonly string[]
  readonly spans: readonly Span[]
  readonly facet: DateFacet
  /** Null: of all collectors together. */
  readonly collector: string | null
}

export function coverageOf(
  all: readonly Collected[],
  statements: readonly Statement[],
  { regions, spans, facet, collector }: Asked,
): Coverage {
  const isAsked = (name: string): boolean => collector === null || name === collector
  const found = new Map<string, { records: number; collectors: Set<string> }>()
  let nowhere = 0
  for (const { counted, collectors } of all) {
    const own = collectors.filter(isAsked)
    if (collector !== null && own.length === 0) continue
    const [span] = slotsOf(counted, facet)
    const places = slotsOf(counted, 'region').filter((one) => regions.includes(one.value))
    if (places.length === 0 || span === undefined || span.value === 'unknown') nowhere += 1
    for (const place of places) {
      const key = `${place.value} ${span?.value}`
      const cell = found.get(key) ?? { records: 0, collectors: new Set<string>() }
      cell.records += 1
      for (const one of own) cell.collectors.add(one)
      found.set(key, cell)
    }
  }
  const said = statements.filter((one) => isAsked(one.collector))
  const cells = regions.flatMap((region) =>
    spans.map((span): CoverageCell => {
      const here = found.get(`${region} ${span.id}`)
      const own = said.filter((one) => one.region === null || one.region === region)
      const lookers = own.filter((one) => one.looked !== 'not' && touches(one, span))
      return {
        ...{ region, span: span.id, records: here?.records ?? 0 },
        seen: here ? 'found' : seenIn(own, span),
        collectors: [...(here?.collectors ?? [])].sort(),
        lookers: [...new Set(lookers.map((one) => one.collector))].sort(),
      }
    }),
  )
  return { spans: spans.map((one) => one.id), cells, nowhere }
}

/** The strongest that anybody says: that one collector was not there takes nothing from another who was. */
function seenIn(own: readonly Statement[], span: Span): Exclude<Seen, 'found'> {
  const here = own.filter((one) => touches(one, span))
  if (here.some((one) => one.looked === 'looked' && covers(one, span))) return 'looked'
  if (here.some((one) => one.looked !== 'not')) return 'partly'
  return here.length > 0 ? 'not' : 'unsaid'
}

const touches = (one: Statement, { from, to }: Span): boolean => one.from <= to && one.to >= from
const covers = (one: Statement, { from, to }: Span): boolean => one.from <= from && one.to >= to
