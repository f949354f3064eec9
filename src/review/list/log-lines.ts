/** A text in, the lines of a log in near-fixed order out, each cut into its parts, and the sources numbered below. */
import type { Span } from '../../core/span.ts'
import { escaped, foldWords } from './words.ts'

export type LogLine = { readonly span: Span; readonly parts: readonly Span[] }
export type Log = { readonly lines: readonly LogLine[]; readonly sources: ReadonlyMap<number, Span> }

/** Fewer are sentences that happen to begin with a day. */
const LEAST_LINES = 3
const LEAST_PARTS = 3
/** No entry is longer, and looking for signs between long runs of blanks would take as long as a file's maker likes. */
const MOST_LETTERS = 2_000
const DAY = String.raw`(?:\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})`
/** Perhaps a number of its own, then a day: nothing else begins an entry. */
const ENTRY = new RegExp(String.raw`^\s*(?:\d{1,5}[.)]\s+|[-–—•*]\s*)?${DAY}(?!\d)`, 'u')
const NUMBERED = /^\s*\[?(\d{1,3})[\].)]\s*(?=\S)/
/** Signs that part what a line says, the surest first; a comma also stands inside laws and between names. */
const PARTED_BY = [/\t+/g, /\s*\|\s*/g, /\s*;\s*/g, /\s+[–—-]\s+/g, /,\s+/g]
const REFERENCE = /\s*(?:\[\d{1,3}\]|\(\d{1,3}\))+\s*\.?$/

/**
 * Null: the report is no log. Its own lines are read and not the blocks that a reader of prose made of them, for which a line
 * that begins with a day is the head of a page, and a number before a line no part of it.
 */
export function logIn(text: string, headings: readonly string[]): Log | null {
  const entries: Span[] = []
  const sources = new Map<number, Span>()
  const below = new RegExp(`^(?:${headings.map(escaped).join('|')})$`, 'iu')
  let [isBelow, isOpen, at] = [false, false, 0]
  for (const words of text.split('\n')) {
    const line = { start: at, end: at + words.trimEnd().length }
    at += words.length + 1
    const number = NUMBERED.exec(words)
    if (words.trim() === '') isOpen = false
    else if (below.test(foldWords(words))) [isBelow, isOpen] = [true, false]
    else if (words.length <= MOST_LETTERS && ENTRY.test(words)) {
      entries.push(line)
      ;[isBelow, isOpen] = [false, true]
    } else if (isBelow)
      // Numbers that an office program writes are in no text: then the order is theirs.
      sources.set(Number(number?.[1] ?? sources.size + 1), {
        start: line.start + (number?.[0].length ?? 0),
        end: line.end,
      })
    else if (isOpen) {
      // A line that was broken goes on in the next.
      const last = entries.pop()
      const goesOn = last && line.end - last.start <= MOST_LETTERS
      if (last) entries.push({ start: last.start, end: goesOn ? line.end : last.end })
    }
  }
  const lines = entries
    .map((span) => ({ span, parts: partsIn(text, span) }))
    .filter((one) => one.parts.length >= LEAST_PARTS)
  return lines.length >= LEAST_LINES ? { lines, sources } : null
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
