/** Words of a passage with the rows they speak for, and those that a machine was not sure of. */
import { expect, it } from 'vitest'
import { markedText } from './marked-text.ts'

const shown = (doubtful: readonly (readonly [number, number, number])[]): string => {
  const marks = [{ row: 1, span: { start: 5, end: 16 } }]
  const made = markedText('held Asan Usenov.', { start: 0, end: 17 }, { marks, doubtful }, (n) => `row ${n}`)
  return made.join('')
}

it('dots a doubtful word, inside a value and outside', () => {
  expect(shown([[61, 10, 16]])).toBe(
    'held <mark data-rows=" 1 ">Asan <u class="doubtful">Usenov</u><sup><a id="w1" href="#r1" aria-label="row 1">1</a></sup></mark>.',
  )
  expect(shown([[70, 0, 4]])).toMatch(/^<u class="doubtful">held<\/u> <mark/)
})

it('dots nothing in a text that held its letters itself', () => {
  expect(shown([])).not.toContain('doubtful')
})
