/** Two values in, the level on which they agree out, as DuckDB works it out: tables of literals. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNames } from '../../app/knowledge.ts'
import { type Kind, LEVELS } from '../../core/linkage/kinds.ts'
import { DEFAULTS, type LinkModel } from '../../core/linkage/model.ts'
import { foldCells } from '../../link/fold-cells.ts'
import { nameLevels } from '../../link/name-levels.ts'
import { type Engine, openEngine, quoted } from './engine.ts'
import { comparedSql, NAME_LEVEL } from './levels.ts'
import { standardise } from './standardise.ts'

const names = openNames()
let engine: Engine
beforeAll(async () => {
  engine = await openEngine({ threads: 1, memory: '200MB' })
  engine.define(NAME_LEVEL, nameLevels(names))
})
afterAll(() => engine.close())

const modelOf = (kinds: readonly Kind[], swaps = false): LinkModel => ({
  ...DEFAULTS,
  comparisons: kinds.map((kind, i) => ({
    name: `c${i}`,
    columns: [`c${i}`],
    kind,
    swaps: swaps ? `c${1 - i}` : null,
    unless: null,
    frequency: false,
    m: null,
    u: null,
  })),
  blocking: [],
  deterministic: [],
  prior: null,
})

async function levelsOf(
  kinds: readonly Kind[],
  a: readonly (string | null)[],
  b: readonly (string | null)[],
  swaps = false,
) {
  const cells = (row: readonly (string | null)[]): string =>
    row.map((one) => (one === null ? 'NULL' : quoted(one))).join(', ')
  const headings = ['r0', ...kinds.map((_, i) => `r${i + 1}`)]
  await engine.run('DROP TABLE IF EXISTS recs')
  await engine.run(
    `CREATE OR REPLACE TABLE raw AS SELECT * FROM (VALUES ('x', ${cells(a)}), ('y', ${cells(b)})) AS t(${headings.join(', ')})`,
  )
  for (const i of kinds.keys()) await engine.run(`DROP TABLE IF EXISTS made${i}`)
  const model = modelOf(kinds, swaps)
  const columns = ['id', ...kinds.map((_, i) => `c${i}`)]
  await standardise(engine, { columns, id: 0, rows: 2 }, model.comparisons, ['n/a'], foldCells(names))
  const [row] = await engine.rows(comparedSql('SELECT 0 AS l, 1 AS r, 0 AS rules', model))
  const code = Number(row?.code)
  return kinds.map((kind, i) => {
    const level = Math.floor(code / 8 ** i) % 8
    return level === 0 ? 'missing' : LEVELS[kind][level - 1]?.name
  })
}

describe('two dates', () => {
  it.each([
    ['1971-06-24', '1971-06-24', 'same'],
    ['1971-06-24', '24.06.1971', 'same'],
    ['19710624', '24/06/1971', 'same'],
    ['1971-06-24', '1971-06-25', 'one slip'],
    ['1971-06-24', '1917-06-24', 'one slip'],
    ['1971-03-04', '1971-04-03', 'one slip'],
    ['1971-06-24', '1971-06-13', 'same year and one more'],
    ['1971-06-24', '1971-12-24', 'same year and one more'],
    ['1971-06-24', '1984-06-24', 'same month and day'],
    ['1971-06-24', '1972-06-25', 'two slips'],
    ['1971-06-24', '1971-11-03', 'same year'],
    ['1971-06-24', '1971', 'same year'],
    ['1971-06-24', '1984-11-03', 'different'],
    ['1971-06-24', null, 'missing'],
    ['n/a', 'n/a', 'missing'],
  ])('%s and %s: %s', async (a, b, level) => {
    expect(await levelsOf(['date'], [a], [b])).toEqual([level])
  })
})

describe('two values', () => {
  it.each<readonly [Kind, string, string, string]>([
    ['surname', 'Usenov', 'USENOV', 'same'],
    ['surname', 'Usenov', 'Usneov', 'very close'],
    ['surname', 'Usenov', 'Xsenov', 'very close'],
    ['surname', 'Usenov', 'U', 'initial or short form'],
    ['surname', 'Usenov', 'Omarov', 'different'],
    ['given', 'Aigul', 'Aigül', 'same'],
    ['name', 'Asan Usenov', 'Usenov, Asan', 'same'],
    ['name', 'Asan Usenov', 'Usenov Asan Serikuly', 'very close'],
    ['name', 'Асан Усенов', 'Asan Ussenov', 'same'],
    ['name', 'A. Usenov', 'Усенов Асан', 'very close'],
    ['name', 'Бадрак Усенов', 'Badraq Üssenow', 'same'],
    ['name', 'Bolat Usenov', 'Bulat Ussenova', 'some parts'],
    ['name', 'Asan Usenov', 'Bolat Usenov', 'some parts'],
    ['name', 'Asan Usenov', 'Asan Usenok', 'some parts'],
    ['name', 'Asan Usenov', 'Dana Omarova', 'different'],
    ['code', 'AB 12-34', 'ab1234', 'same'],
    ['code', 'AB1234', 'AB1243', 'one slip'],
    ['code', 'AB1234', 'AB9934', 'two slips'],
    ['code', 'TQ13 8DF', 'TQ13 9HUX', 'same beginning'],
    ['code', 'AB1234', 'ZX9876', 'different'],
    ['code', 'КМ 0117', 'KM0117', 'same'],
    ['code', 'КЗ0117', 'КЗ0171', 'one slip'],
    ['phone', '+7 701 123 45 67', '8 701 1234567', 'same'],
    ['phone', '7011234567', '7011234568', 'one slip'],
    ['mail', 'Asan@dala.example', 'asan@dala.example', 'same'],
    ['mail', 'asan@dala.example', 'asan@kol.example', 'same before the at'],
    ['place', 'Uralsk', 'Oral city', 'different'],
    ['place', 'Uralsk city', 'town of Uralsk', 'a word shared'],
    ['year', '1971', '1972', 'one off'],
    ['year', '1971', '1984', 'different'],
    ['sex', 'male', 'M', 'same'],
    ['sex', 'male', 'female', 'different'],
  ])('of kind %s, %s and %s: %s', async (kind, a, b, level) => {
    expect(await levelsOf([kind], [a], [b])).toEqual([level])
  })

  it('count a swap of given name and surname once', async () => {
    const names = ['given', 'surname'] as const
    expect(await levelsOf(names, ['Asan', 'Usenov'], ['Usenov', 'Asan'], true)).toEqual([
      'swapped',
      'missing',
    ])
    expect(await levelsOf(names, ['Asan', 'Usenov'], ['Usenov', 'Omarov'], true)).toEqual([
      'half swapped',
      'missing',
    ])
    expect(await levelsOf(names, ['Asan', 'Usenov'], ['Dana', 'Omarov'], true)).toEqual([
      'different',
      'different',
    ])
  })
})
