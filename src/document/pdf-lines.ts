/** The runs of letters on a page of a PDF → its lines in reading order, each with its place. */
import type { RecognisedLine } from '../core/recognition.ts'

/** As the PDF reader gives them; y grows upwards. */
export type Run = {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}
export type PageLine = {
  readonly words: string
  readonly x: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** How sure a machine was of it; left out where the file holds the letters themselves. */
  readonly recognised?: Pick<RecognisedLine, 'confidence' | 'doubtful'>
}

const sizeOf = ({ transform, height }: Run): number =>
  height > 0 ? height : Math.hypot(transform[2] ?? 0, transform[3] ?? 0) || 10

/** Letters that are drawn as one sign: ﬁ is f and i to everybody who searches. */
const plain = (words: string): string =>
  words.replace(/[\ufb00-\ufb06]/g, (sign) => sign.normalize('NFKC')).replace(/[\0\u200b]/g, '')

/** The order in which the page draws is nearly always that in which it is read, columns and all. */
export function linesOnPage(runs: readonly Run[]): readonly PageLine[] {
  const lines: PageLine[] = []
  let now: { words: string; x: number; right: number; y: number; size: number } | null = null
  for (const run of runs) {
    const words = plain(run.str)
    if (words === '') continue
    const [x, y, size] = [run.transform[4] ?? 0, run.transform[5] ?? 0, sizeOf(run)]
    const isBlank = words.trim() === ''
    const sameLine = now !== null && Math.abs(now.y - y) < Math.max(now.size, size) * 0.6
    if (now && sameLine && x > now.right - size * 1.5) {
      // A raised mark stays in its line and does not move it; a gap wider than a fifth of a letter is a blank.
      const gap = x - now.right
      now.words += (gap > size * 0.2 && !/\s$/.test(now.words) && !/^\s/.test(words) ? ' ' : '') + words
      now.right = Math.max(now.right, x + run.width)
      if (size > now.size && !isBlank) now.size = size
      continue
    }
    if (isBlank) continue
    if (now) lines.push(now)
    now = { words, x, right: x + run.width, y, size }
  }
  if (now) lines.push(now)
  return ordered(lines.map((line) => ({ ...line, words: line.words.replace(/\s+/g, ' ').trim() })))
}

/** Where lines jump up within the same column again and again, the page was drawn out of order: then from top to bottom. */
function ordered(lines: readonly PageLine[]): readonly PageLine[] {
  let jumps = 0
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    if (!before || line.y <= before.y + before.size * 0.6) return
    if (line.x < before.right && line.right > before.x) jumps += 1
  })
  return jumps * 5 > lines.length ? lines.toSorted((a, b) => b.y - a.y || a.x - b.x) : lines
}
