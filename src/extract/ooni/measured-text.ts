/** The text of a document of measurements in, its sites with their networks, days and lines out. */
import { type MeasuredDay, sumOf } from '../../core/measured-day.ts'
import { parseDayLine, spanLine } from '../../core/measured-line.ts'
import type { Span } from '../../core/span.ts'

export type MeasuredNetwork = {
  readonly first: MeasuredDay
  readonly rest: readonly MeasuredDay[]
  /** The line that tells all its days together. */
  readonly span: Span
}
export type MeasuredSite = {
  readonly site: string
  readonly span: Span
  readonly networks: readonly MeasuredNetwork[]
}

/** Sites that are named, in the order of the text. */
export function measuredSites(text: string): readonly MeasuredSite[] {
  const sites = new Map<string, Map<string, MeasuredDay[]>>()
  const starts = new Map<string, number>()
  let at = 0
  for (const line of text.split('\n')) {
    if (!starts.has(line)) starts.set(line, at)
    at += line.length + 1
    const day = parseDayLine(line)
    if (!day?.site) continue
    const networks = sites.get(day.site) ?? new Map<string, MeasuredDay[]>()
    sites.set(day.site, networks)
    const name = `${day.country} ${day.network} ${day.test}`
    networks.set(name, [...(networks.get(name) ?? []), day])
  }
  const spanOf = (line: string): Span | null => {
    const start = starts.get(line)
    return start === undefined ? null : { start, end: start + line.length }
  }
  return [...sites].flatMap(([site, networks]) => {
    const span = spanOf(site)
    const lines = [...networks.values()].flatMap((days): MeasuredNetwork[] => {
      const [first, ...rest] = days
      const own = first && spanOf(spanLine(days, sumOf(first, rest)))
      return first && own ? [{ first, rest, span: own }] : []
    })
    return span ? [{ site, span, networks: lines }] : []
  })
}
