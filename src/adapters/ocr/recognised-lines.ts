/** The lines that a machine made out in one picture → those that anybody should believe, with their places in points and their doubtful words. */
import { type RecognisedLine, SURE, type Sureness } from '../../core/recognition.ts'
import type { ReadLine } from './engine.ts'
import type { Drawn } from './leaves.ts'

/** What is read of stains and rules is below this; a line of words in the wrong alphabet, too. */
const LEAST_OF_LINE = 40
/** Of a whole leaf: read in the wrong alphabet or upside down it has 30 to 50, a bad copy 80, a good one 95. */
export const LEAST_OF_LEAF = 60

const hasWord = (words: string): boolean => /[\p{L}\p{N}]/u.test(words)
const mean = (weighed: readonly (readonly [value: number, weight: number])[]): number => {
  const all = weighed.reduce((sum, [, weight]) => sum + weight, 0)
  return all === 0 ? 0 : weighed.reduce((sum, [value, weight]) => sum + value * weight, 0) / all
}

function lineOf(line: ReadLine, { height, dotsPerPoint }: Drawn): Omit<RecognisedLine, 'size'> {
  const doubtful: Sureness[] = []
  let words = ''
  for (const { text, confidence } of line.words) {
    const start = words === '' ? 0 : words.length + 1
    words += (words === '' ? '' : ' ') + text
    if (confidence < SURE && hasWord(text)) doubtful.push([Math.round(confidence), start, words.length])
  }
  const confidence = Math.round(mean(line.words.map((one) => [one.confidence, one.text.length])))
  const [x, right] = [line.bbox.x0 / dotsPerPoint, line.bbox.x1 / dotsPerPoint]
  return { words, x, right, y: (height - line.baseline.y0) / dotsPerPoint, confidence, doubtful }
}

/** How sure the machine is of all it read, each letter alike; 0 where it read nothing. */
export const sureOf = (lines: readonly RecognisedLine[]): number =>
  mean(lines.map((one) => [one.confidence, one.words.length]))

export function recognisedLines(read: readonly ReadLine[], drawn: Drawn): readonly RecognisedLine[] {
  const heights = read.map(({ bbox }) => bbox.y1 - bbox.y0).toSorted((a, b) => a - b)
  // One size for all: that of a single line depends on which letters it has.
  const size = (heights[Math.floor(heights.length / 2)] ?? 0) / drawn.dotsPerPoint
  return read
    .map((line) => ({ ...lineOf(line, drawn), size }))
    .filter((line) => line.confidence >= LEAST_OF_LINE && hasWord(line.words))
}
