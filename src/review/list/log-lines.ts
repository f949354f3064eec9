/** A text with its blocks in, the lines of a log in near-fixed order out, each cut into its parts, and the sources numbered below. */
import type { Block } from '../../core/document.ts'
import type { Span } from '../../core/span.ts'
import { escaped, foldWords } from './words.ts'

type Text = { readonly text: string; readonly blocks: readonly Block[] }
export type LogLine = { readonly span: Span; readonly parts: readonly Span[] }
export type Log = { readonly lines: readonly LogLine[]; readonly sources: ReadonlyMap<number, Span> }

/** Fewer are sentences that happen to begin with a day. */
const LEAST_LINES = 3
const LEAST_PARTS = 3
const DAY = String.raw`(?:\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})`
/** Perhaps a number of its own, then a day: nothing else begins an entry. */
const ENTRY = new RegExp(String.raw`^\s*(?:\d{1,5}[.)]\s+|[-–—•*]\s*)?${DAY}(?!\d)`, 'u')
const NUMBERED = /^\s*\[?(\d{1,3})[\].)]\s*(?=\S)/
/** Signs that part what a line says, the surest first; a comma also stands inside laws and between names. */
const PARTED_BY = [/\t+/g, /\s*\|\s*/g, /\s*;\s*/g, /\s+[–—-]\s+/g, /,\s+/g]
const REFERENCE = /\s*(?:\[\d{1,3}\]|\(\d{1,3}\))+\s*\.?$/

/** Null: the report is no log. */
export function logIn({ text, blocks }: Text, headings: readonly string[]): Log | null {
  const entries: Span[] = []
  const sources = new Map<number, Span>()
  const below = new RegExp(`^\\s*(?:${headings.map(escaped).join('|')})\\s*:?\\s*$`, 'iu')
  let isBelow = false
  for (const { kind, span, cells } of blocks) {
    if (cells || kind === 'furniture') continue
    for (const [index, line] of linesIn(text, span).entries()) {
      const words = text.slice(line.start, line.end)
      const number = NUMBERED.exec(words)
      if (below.test(foldWords(words))) isBelow = true
      else if (ENTRY.test(words)) {
        isBelow = false
        entries.push(line)
      } else if (isBelow && number)
        sources.set(Number(number[1]), { start: line.start + number[0].length, end: line.end })
      else if (index > 0 && !isBelow) {
        // A line that was broken goes on in its block.
        const last = entries.pop()
        if (last) entries.push({ start: last.start, end: last.end === line.start - 1 ? line.end : last.end })
      }
    }
  }
  const lines = entries
    .map((span) => ({ span, parts: partsIn(text, span) }))
    .filter((one) => one.parts.length >= LEAST_PARTS)
  return lines.length >= LEAST_LINES ? { lines, sources } : null
}

function linesIn(text: string, { start, end }: Span): readonly Span[] {
  const found: Span[] = []
  let from = start
  for (const line of text.slice(start, end).split('\n')) {
    if (line.trim() !== '') found.push({ start: from, end: from + line.length })
    from += line.length + 1
  }
  return found
}

/** The number of its own, what the best sign parts, and the references at its end. */
function partsIn(text: string, { start, end }: Span): readonly Span[] {
  const line = text.slice(start, end)
  const own = /^\s*(?:(\d{1,5})[.)]\s+|[-–—•*]\s*)?/.exec(line)
  const from = own?.[0].length ?? 0
  const references = REFERENCE.exec(line)
  const to = references ? references.index : line.length
  const body = line.slice(from, to)
  const cuts = PARTED_BY.map((sign) => cutBy(body, sign)).find((parts) => parts.length >= LEAST_PARTS) ?? [
    { start: 0, end: body.length },
  ]
  const at = (one: Span, offset: number): Span => ({
    start: start + offset + one.start,
    end: start + offset + one.end,
  })
  return [
    ...(own?.[1] ? [at({ start: line.indexOf(own[1]), end: line.indexOf(own[1]) + own[1].length }, 0)] : []),
    ...cuts.map((one) => at(one, from)),
    ...(references
      ? [at({ start: line.indexOf(references[0].trim(), to), end: line.trimEnd().length }, 0)]
      : []),
  ]
}

function cutBy(body: string, sign: RegExp): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of [...body.matchAll(sign), null]) {
    const end = match ? match.index : body.length
    const words = body.slice(from, end)
    const lead = words.length - words.trimStart().length
    const trimmed = words.trim().replace(/[.;,]$/, '')
    if (trimmed !== '') spans.push({ start: from + lead, end: from + lead + trimmed.length })
    if (match) from = end + match[0].length
  }
  return spans
}
