/** How sure a machine was of a word goes with the word, wherever the text puts it. */
import { expect, it } from 'vitest'
import { recognisedIn, surenessAt } from '../core/recognition.ts'
import { pagedReading } from './paged-reading.ts'
import type { PageLine } from './pdf-lines.ts'

const line = (words: string, y: number, recognised?: PageLine['recognised']): PageLine => ({
  ...{ words, y, x: 60, right: 400, size: 11 },
  ...(recognised && { recognised }),
})

it('a word cut at a line’s end and doubted in its second half is doubted where it is joined', () => {
  const { text, blocks } = pagedReading(
    [
      [
        line('Police in Almaty held Asan Use-', 700, { confidence: 95, doubtful: [] }),
        line('nov for three hours.', 686, {
          confidence: 71,
          doubtful: [
            [44, 0, 3],
            [60, 14, 20],
          ],
        }),
      ],
      [line('Typed letters.', 700)],
    ],
    0,
  )
  const found = recognisedIn(blocks)
  expect(found?.doubtful.map(([sure, start, end]) => [sure, text.slice(start, end)])).toEqual([
    [44, 'nov'],
    [60, 'hours.'],
  ])
  expect(found?.lines.map(([sure, start, end]) => [sure, text.slice(start, end)])).toEqual([
    [95, 'Police in Almaty held Asan Usenov'],
    [71, 'for three hours.'],
  ])
  const typed = text.indexOf('Typed')
  expect(surenessAt(found, { start: typed, end: typed + 5 })).toBe(null)
  expect(surenessAt(found, { start: 22, end: 33 })?.least).toBe(44)
  expect(surenessAt(found, { start: 0, end: 6 })).toEqual({ least: 95, doubtful: [] })
})
