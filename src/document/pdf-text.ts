/** Lines of pages → one text broken as the pages are, the leaf of every line, and which lines are furniture of the page. */
import type { Sureness } from '../core/recognition.ts'
import { startsLower } from './line.ts'
import type { PageLine } from './pdf-lines.ts'

export type PagedText = {
  readonly text: string
  readonly furniture: ReadonlySet<number>
  /** Where each leaf begins in the text. */
  readonly leaves: readonly number[]
  /** Of lines that a machine read in a picture: how sure it was, of which words it was not, counted in the text. */
  readonly recognised: readonly RecognisedStretch[]
}
export type RecognisedStretch = { readonly line: Sureness; readonly doubtful: readonly Sureness[] }
type SetLine = { words: string; furniture: boolean; confidence: number | null; doubtful: readonly Sureness[] }

const BLANK = { words: '', furniture: false, confidence: null, doubtful: [] } as const
const moved = (doubtful: readonly Sureness[], by: number): readonly Sureness[] =>
  doubtful.map(([confidence, start, end]) => [confidence, start + by, end + by])

/** How many lines at the top and at the foot of a page may be running heads. */
const EDGE = 2
const PAGE_NUMBER = /^\D{0,8}\d{1,4}\D{0,8}(\d{1,4})?$/u
/** Numbers differ from page to page, the height does not. */
const keyOf = ({ words, y }: PageLine): string =>
  `${Math.round(y / 4)} ${words.toLowerCase().replace(/\d+/g, '#')}`

/** The outermost lines of a page by height, wherever the page draws them. */
function edgesOf(lines: readonly PageLine[]): readonly PageLine[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y)
  return [...new Set([...byHeight.slice(0, EDGE), ...byHeight.slice(-EDGE)])]
}

/** Running heads stand at the edge of at least two pages, and of a third of all; page numbers are nothing but a number there. */
function furnitureOf(pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> {
  const places = new Map<string, PageLine[]>()
  for (const lines of pages) {
    if (lines.length <= EDGE) continue
    for (const line of edgesOf(lines)) {
      const key = keyOf(line)
      places.set(key, [...(places.get(key) ?? []), line])
    }
  }
  const found = new Set<PageLine>()
  for (const [key, lines] of places) {
    const isNumber = lines.every((line) => PAGE_NUMBER.test(line.words))
    const isHead = lines.length >= 2 && lines.length * 3 >= pages.length && key.length <= 150
    if (isHead || (isNumber && pages.length > 1)) for (const line of lines) found.add(line)
  }
  return found
}

/** White space that the rules for plain text read: a blank line where paragraphs part, a blank before a line that is set in. */
function setPage(lines: readonly PageLine[], furniture: ReadonlySet<PageLine>): SetLine[] {
  const body = lines.filter((line) => !furniture.has(line))
  const margin = body.reduce((least, line) => Math.min(least, line.x), Number.POSITIVE_INFINITY)
  const gaps = body.flatMap((line, at) => {
    const next = body[at + 1]
    return next && line.y > next.y ? [line.y - next.y] : []
  })
  // Not the median: a page of headings and short paragraphs has more wide gaps than narrow ones.
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0
  const set: SetLine[] = []
  let before: PageLine | undefined
  for (const line of lines) {
    const isFurniture = furniture.has(line)
    const gap = before === undefined ? 0 : before.y - line.y
    // A column that begins again at the top, a gap wider than usual, other letters: a paragraph of its own.
    const parts = before && (gap < 0 || gap > usual * 1.35 || Math.abs(before.size - line.size) > 1.5)
    // Two: a single blank line is what text layers leave inside paragraphs.
    if (parts) set.push({ ...BLANK }, { ...BLANK })
    const indent = !isFurniture && line.x - margin > line.size ? '  ' : ''
    const { confidence = null, doubtful = [] } = line.recognised ?? {}
    set.push({
      ...{ words: indent + line.words, furniture: isFurniture },
      ...{ confidence, doubtful: moved(doubtful, indent.length) },
    })
    before = line
  }
  return set
}

/** Words with a hyphen inside, as the document writes them elsewhere; such a one keeps it at a line's end, too. */
const hyphenated = (pages: readonly (readonly PageLine[])[]): ReadonlySet<string> =>
  new Set(
    pages.flatMap((lines) =>
      lines.flatMap(({ words }) => (words.match(/\p{L}+-\p{L}+/gu) ?? []).map((one) => one.toLowerCase())),
    ),
  )

const within = (doubtful: readonly Sureness[], from: number, to: number): readonly Sureness[] =>
  doubtful.filter(([, start, end]) => start >= from && end <= to)

/** Joins a word that was cut at the end of a line: the rest of it moves up. */
function joinCut(lines: SetLine[], keep: ReadonlySet<string>): void {
  lines.forEach((line, at) => {
    const cut = /(\p{L}+)([-\u2010\u00ad])$/u.exec(line.words)
    let next = at + 1
    while (lines[next]?.furniture || lines[next]?.words === '') next += 1
    const below = lines[next]
    if (!cut || line.furniture || !below || next > at + 6 || !startsLower(below.words.trimStart())) return
    const [rest = '', after = ''] = below.words.trimStart().split(/\s(.*)/s)
    if (after === '' && next > at + 1) return
    const first = /^\p{L}+/u.exec(rest)?.[0] ?? ''
    const stays = cut[2] !== '\u00ad' && keep.has(`${cut[1]}-${first}`.toLowerCase())
    const kept = line.words.slice(0, stays ? undefined : -1)
    const begun = below.words.length - below.words.trimStart().length
    const left = begun + rest.length
    // A word cut in two is doubtful when either half is.
    line.doubtful = [...line.doubtful, ...moved(within(below.doubtful, 0, left), kept.length - begun)]
    below.doubtful = moved(
      within(below.doubtful, left, below.words.length),
      after.length - below.words.length,
    )
    line.words = kept + rest
    below.words = after
  })
}

export function pagedText(pages: readonly (readonly PageLine[])[]): PagedText {
  const furniture = furnitureOf(pages)
  const set = pages.map((lines) => setPage(lines, furniture))
  joinCut(set.flat(), hyphenated(pages))
  const parts: string[] = []
  const leaves: number[] = []
  const found = new Set<number>()
  const recognised: RecognisedStretch[] = []
  let [at, index] = [0, 0]
  for (const page of set) {
    leaves.push(at)
    // A page without words is a leaf all the same.
    for (const line of page.length > 0 ? page : [BLANK]) {
      if (line.furniture) found.add(index)
      if (line.confidence !== null && line.words !== '')
        recognised.push({
          line: [line.confidence, at, at + line.words.length],
          doubtful: moved(line.doubtful, at),
        })
      parts.push(line.words)
      at += line.words.length + 1
      index += 1
    }
    parts[parts.length - 1] += '\f'
  }
  const text = parts.join('\n').replaceAll('\f\n', '\f').replace(/\f$/, '')
  return { text, furniture: found, leaves, recognised }
}
