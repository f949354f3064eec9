/** A method file and a bundle are told all their faults at once, and another file takes the place of ours. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openRatingBundle, openRatingMethod } from '../app/knowledge.ts'
import { ROOT } from '../config.ts'
import { Refusal } from '../core/faults.ts'
import { formOf, METHOD, ROWS } from '../core/rating/fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-rating-'))
afterAll(() => rmSync(folder, { recursive: true }))
const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const OURS = readFileSync(join(ROOT, 'codebook/rating.yaml'), 'utf8')
const faultsIn = (work: () => unknown): readonly string[] => {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.faults.map((one) => `${one.where}: ${one.params.problem}`)
  }
}

describe('a method file', () => {
  it('in the place of ours gives its numbers', () => {
    const other = OURS.replace('id: csr-1', 'id: csr-x').replace('share: 9', 'share: 3')
    const method = openRatingMethod(written('other.yaml', other))
    expect([method.id, method.sources[0]?.share]).toEqual(['csr-x', 3])
  })

  it.each([
    ['bands that fall', 'to: 60, label', 'to: 30, label', 'bands rise, and the last ends at 100'],
    ['points that fall', '[51.75, 40]', '[51.75, 10]', 'points rise from left to right, and never fall'],
    ['a scale with a hole', '  - value: 3', '  - value: 5', 'nothing says what 3 means'],
    [
      'a share that is no whole part',
      'share: 9',
      'share: 0.45',
      'sources.0.share: Invalid input: expected int',
    ],
    ['an index whose ends are one', 'highest: 12', 'highest: 0', 'highest must lie above lowest'],
    ['a number that nobody asked for', 'leastSources: 2', 'leastSources: 2\nfiddle: 3', 'fiddle'],
  ])('with %s is refused, and says where', (_, from, to, problem) => {
    const faults = faultsIn(() => openRatingMethod(written('wrong.yaml', OURS.replace(from, to))))
    expect(faults.join('\n')).toContain(problem)
    expect(faults.every((one) => /^wrong\.yaml:\d+:\d+: /.test(one))).toBe(true)
  })

  it('with two faults is told both', () => {
    const text = OURS.replace('share: 9', 'share: 0').replace('to: 60, label', 'to: 30, label')
    expect(faultsIn(() => openRatingMethod(written('wrong.yaml', text)))).toHaveLength(2)
  })
})

describe('a bundle', () => {
  const bundle = (rows: object) => JSON.stringify({ format: 'aigaq-rating@1', method: METHOD, rows }, null, 1)
  it('that was written is read as it was', () => {
    expect(openRatingBundle(written('b.json', bundle(ROWS)))).toEqual({
      ...{ format: 'aigaq-rating@1', method: METHOD, rows: ROWS },
    })
  })
  it.each([
    ['a form twice', { forms: [formOf(1), formOf(2)] }, 'rows.forms.1: it is there twice'],
    [
      'an edition twice',
      { indices: [...ROWS.indices, ...ROWS.indices] },
      'rows.indices.2: it is there twice',
    ],
    [
      'a month twice',
      { months: [...ROWS.months, ...ROWS.months.slice(0, 1)] },
      'rows.months.27: it is there twice',
    ],
    ['an answer that no scale has', { forms: [formOf(5)] }, 'rows.forms.0.answers.0.value'],
    ['a name', { forms: [{ ...formOf(1), by: 'lena' }] }, 'Unrecognized key'],
  ])('with %s is refused', (_, more, problem) => {
    expect(
      faultsIn(() => openRatingBundle(written('w.json', bundle({ ...ROWS, ...more })))).join('\n'),
    ).toContain(problem)
  })
})
