/** A Markdown text in; refused where it would keep the parser busy out of all proportion to its words. */
import { refuse } from '../core/faults.ts'

/**
 * marked looks for the end of each emphasis through the rest of its paragraph, and fills a table up to its widest row. So the
 * work is signs times length, and columns times rows: 100 KB made for it took 38 s. A report of a megabyte stays far below
 * these, which stand for about a second each.
 */
const MOST_EMPHASIS = 1e9
const MOST_CELLS = 1.5e6

/**
 * Each sign of a list or a quote in a list goes through all that follows once more: ten thousand dashes before eighteen
 * thousand letters took minutes. Nobody writes a list in a list in a list sixty deep. A line of signs alone is a rule.
 */
const NESTED = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*){60}(?=.*[^\s>*+-])/m

const countOf = (text: string, sign: RegExp): number => text.match(sign)?.length ?? 0

export function checkCost(source: string): void {
  if (NESTED.test(source)) throw refuse('input.value', { problem: 'nesting' })
  let [emphasis, cells] = [0, 0]
  for (const block of source.split(/\n[ \t]*\n/)) {
    emphasis += countOf(block, /[*_~]/g) * block.length
    if (!block.includes('|')) continue
    const lines = block.split('\n')
    cells += lines.length * lines.reduce((most, line) => Math.max(most, countOf(line, /\|/g)), 0)
  }
  if (emphasis > MOST_EMPHASIS || cells > MOST_CELLS)
    throw refuse('input.value', {
      problem: 'paragraphs or tables too large for Markdown; save it as plain text',
    })
}
