/** Invented people, some of them several times: who is found, what blocking misses, what is cut wrongly; and what is refused, with nothing left behind. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEngine } from '../../adapters/duckdb/engine.ts'
import { openLinkage, openNames, openWords } from '../../app/knowledge.ts'
import { Refusal } from '../../core/faults.ts'
import { type Invented, invented, inventedCsv } from '../../link/fixture.ts'
import { type LinkedTable, linkTable, suggestModel } from './link-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'aigaq-test-'))
const spills = mkdtempSync(join(folder, 'spills-'))
const before = process.env.TMPDIR
beforeAll(() => {
  process.env.TMPDIR = spills
})
afterAll(() => {
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
  rmSync(folder, { recursive: true, force: true })
})
const at = (name: string): string => join(folder, name)
const rules = { linkage: openLinkage(), names: openNames() }
const words = openWords('en')
if (!words) throw new Error('locales/ cannot be read')
const asked = (path: string, model: string | null = null, id = 'id') => ({
  path,
  id,
  model,
  threads: 2,
  memory: '500MB',
})
const outputs = (name: string) => ({
  pairs: at(`${name}-pairs.csv`),
  clusters: at(`${name}-groups.csv`),
  report: null,
})
const rowsOf = (path: string): readonly (readonly string[])[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
const link = (name: string, table: string, model: string | null = null): Promise<LinkedTable> =>
  linkTable(asked(at(table), model), outputs(name), rules, words, () => {})

describe('a table of two thousand records', () => {
  const records: readonly Invented[] = [...invented(2000, 11)]
  const person = new Map(records.map((one) => [one.id, one.person]))
  const copies = new Map<string, number>()
  for (const one of records) copies.set(one.person, (copies.get(one.person) ?? 0) + 1)
  const truePairs = [...copies.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  let told: LinkedTable
  let pairs: readonly (readonly string[])[]
  beforeAll(async () => {
    writeFileSync(at('people.csv'), inventedCsv(records))
    told = await linkTable(
      asked(at('people.csv')),
      { ...outputs('people'), report: at('people.html') },
      rules,
      words,
      () => {},
    )
    pairs = rowsOf(at('people-pairs.csv'))
  })
  const isTrue = ([a = '', b = '']: readonly string[]): boolean => person.get(a) === person.get(b)

  it('has its pairs found, and hardly any that are none', () => {
    const believed = pairs.filter((one) => Number(one[2]) >= 0.9)
    const right = believed.filter(isTrue).length
    expect(right / believed.length).toBeGreaterThan(0.98)
    expect(right / truePairs).toBeGreaterThan(0.95)
  })

  it('has its number of true pairs told without an answer', () => {
    const { lambda } = told.linked.trained
    const said = (lambda * records.length * (records.length - 1)) / 2
    expect(Math.abs(said - truePairs) / truePairs).toBeLessThan(0.15)
  })

  it('has blocking measured: what it says agrees with the pairs that are there', () => {
    const found = pairs.filter(isTrue).length / truePairs
    expect(told.linked.blocking.by).toBe('sample')
    expect(told.linked.blocking.recall ?? 0).toBeGreaterThan(0.95)
    expect(found).toBeGreaterThan(0.97)
    const all = (records.length * (records.length - 1)) / 2
    expect(told.linked.blocking.compared).toBeLessThan(all / 5)
  })

  it('has each pair once, the first record of the table first', () => {
    const place = new Map(records.map((one, index) => [one.id, index]))
    expect(new Set(pairs.map(([a, b]) => `${a} ${b}`)).size).toBe(pairs.length)
    expect(pairs.every(([a = '', b = '']) => (place.get(a) ?? 0) < (place.get(b) ?? 0))).toBe(true)
  })

  it('has weights that add up to the probability', () => {
    const { lambda } = told.linked.trained
    for (const row of pairs.slice(0, 500)) {
      const [, , p = '', ...weights] = row
      const weight = weights.reduce((sum, one) => sum + Number(one), Math.log2(lambda / (1 - lambda)))
      expect(1 / (1 + 2 ** -weight)).toBeCloseTo(Number(p), 2)
    }
  })

  it('has groups in which few are put together wrongly or torn apart', () => {
    const groups = rowsOf(at('people-groups.csv'))
    expect(groups).toHaveLength(records.length)
    const persons = new Map<string, Set<string>>()
    const torn = new Map<string, Set<string>>()
    for (const [id = '', group = ''] of groups) {
      const who = person.get(id) ?? ''
      persons.set(group, (persons.get(group) ?? new Set()).add(who))
      torn.set(who, (torn.get(who) ?? new Set()).add(group))
    }
    const merged = [...persons.values()].filter((one) => one.size > 1).length
    const split = [...torn.values()].filter((one) => one.size > 1).length
    const several = [...copies.values()].filter((n) => n > 1).length
    expect(merged).toBeLessThan(several * 0.03)
    expect(split).toBeLessThan(several * 0.08)
  })

  it('has probabilities that hold, tenth by tenth', () => {
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const own = pairs.filter((one) => Math.min(9, Math.floor(Number(one[2]) * 10)) === tenth)
      if (own.length < 40) continue
      const promised = own.reduce((sum, one) => sum + Number(one[2]), 0) / own.length
      expect(Math.abs(promised - own.filter(isTrue).length / own.length)).toBeLessThan(0.25)
    }
    const last = pairs.filter((one) => Number(one[2]) >= 0.9)
    const promised = last.reduce((sum, one) => sum + Number(one[2]), 0) / last.length
    expect(Math.abs(promised - last.filter(isTrue).length / last.length)).toBeLessThan(0.03)
  })

  it('gives the same files again', async () => {
    await link('again', 'people.csv')
    for (const end of ['pairs.csv', 'groups.csv'])
      expect(readFileSync(at(`again-${end}`), 'utf8')).toBe(readFileSync(at(`people-${end}`), 'utf8'))
  })

  it('gives the same by the model that was suggested', async () => {
    const yaml = await suggestModel(asked(at('people.csv')), rules)
    expect(yaml).toBe(told.yaml)
    writeFileSync(at('model.yaml'), yaml)
    await link('model', 'people.csv', at('model.yaml'))
    expect(readFileSync(at('model-pairs.csv'), 'utf8')).toBe(readFileSync(at('people-pairs.csv'), 'utf8'))
  })

  it('has a page that asks for nothing, runs nothing, and holds no name', () => {
    const page = readFileSync(at('people.html'), 'utf8')
    expect(page).not.toMatch(/<script|src=|href=|url\(|@import|https?:/)
    expect(page).toContain("default-src 'none'")
    for (const one of records.slice(0, 200)) expect(page).not.toContain(one.surname)
    expect(page.match(/<svg/g)?.length ?? 0).toBeGreaterThan(8)
  })
})

describe('names in several scripts', () => {
  it('meet', async () => {
    const table = `id,given,surname,born
1,Асан,Үсенов,1971-06-24
2,Asan,Usenov,1971-06-24
3,Айгуль,Серикова,1980-01-02
4,Aigul,Serikova,1980-01-02
5,Dana,Omarova,1990-05-05
`
    writeFileSync(at('scripts.csv'), table)
    const model = `comparisons:
  - { name: given, columns: [given], kind: given, m: [.9, .01, .03, .02, .02, .01, .01], u: [.01, .001, .01, .01, .01, .001, .958] }
  - { name: surname, columns: [surname], kind: surname, m: [.9, .01, .03, .02, .02, .01, .01], u: [.01, .001, .01, .01, .01, .001, .958] }
  - { name: born, columns: [born], kind: date, m: [.9, .04, .02, .01, .01, .01, .01], u: [.001, .001, .001, .001, .01, .01, .976] }
blocking: [[born], [surname]]
deterministic: []
prior: 0.1
`
    writeFileSync(at('scripts.yaml'), model)
    await link('scripts', 'scripts.csv', at('scripts.yaml'))
    expect(rowsOf(at('scripts-pairs.csv')).map((one) => one.slice(0, 2).join('='))).toEqual(['1=2', '3=4'])
    expect(rowsOf(at('scripts-groups.csv')).map((one) => one[1])).toEqual(['1', '1', '3', '3', '5'])
  })
})

describe('a table', () => {
  it('may be Parquet', async () => {
    writeFileSync(at('few.csv'), inventedCsv(invented(300, 4)))
    const engine = await openEngine({ threads: 1, memory: '200MB' })
    await engine.run(
      `COPY (SELECT * FROM read_csv('${at('few.csv')}')) TO '${at('few.parquet')}' (FORMAT parquet)`,
    )
    engine.close()
    await link('csv', 'few.csv')
    await link('parquet', 'few.parquet')
    expect(rowsOf(at('parquet-groups.csv'))).toEqual(rowsOf(at('csv-groups.csv')))
  })

  it('may have semicolons, row numbers without a heading, and names of files with quotes', async () => {
    const lines = inventedCsv(invented(300, 4)).trim().split('\n')
    const table = lines.map((line, n) => `${n === 0 ? '' : n};${line.replaceAll(',', ';')}`).join('\r\n')
    writeFileSync(at("few's.csv"), table)
    const { linked } = await link('semicolons', "few's.csv")
    expect(linked.model.comparisons.map((one) => one.name)).toEqual([
      'given',
      'surname',
      'born',
      'town',
      'phone',
    ])
    expect(rowsOf(at('semicolons-groups.csv'))).toEqual(rowsOf(at('csv-groups.csv')))
  })
})

describe('a table that cannot be used', () => {
  const HEAD = 'id,given,surname,born\n'
  it.each<readonly [string, string, readonly (readonly [string, string | undefined])[]]>([
    ['is empty', '', [['input.empty', undefined]]],
    ['has a heading and nothing below', HEAD, [['input.empty', undefined]]],
    [
      'has ids twice, in a cell with a line end above',
      `${HEAD}1,"As\nan",Usenov,1971\n2,Dana,Omarova,1990\n2,Dana,Omarov,1990\n`,
      [
        ['link.id-twice', '4:1'],
        ['link.id-twice', '5:1'],
      ],
    ],
    [
      'has a record without an id',
      `${HEAD}1,Asan,Usenov,1971\n,Dana,Omarova,1990\n`,
      [['link.no-id', '3:1']],
    ],
    [
      'has rows that are too short and too long',
      `${HEAD}1,Asan\n2,Dana,Omarova,1990,x\n3,Aigul,Serikova,1980\n`,
      [
        ['input.row', '2:1'],
        ['input.row', '3:1'],
      ],
    ],
    [
      'has no such column, and a short row',
      `key,given\n1,Asan\n2\n`,
      [
        ['link.column', undefined],
        ['input.row', '3:1'],
      ],
    ],
    [
      'has a quotation mark that never closes',
      `${HEAD}1,"Asan,Usenov,1971\n2,Dana,Omarova,1990\n`,
      [['input.quote', '2:1']],
    ],
    ['has no such column', `key,given\n1,Asan\n2,Dana\n`, [['link.column', undefined]]],
    ['has two columns of one name', 'id,given,given\n1,a,b\n', [['input.value', '1:1']]],
    ['has nothing to compare', 'id,x\n1,a\n2,a\n', [['link.nothing', undefined]]],
  ])('%s', async (name, text, faults) => {
    const file = `${name.replaceAll(/\W/g, '-')}.csv`
    writeFileSync(at(file), text)
    const refused = await link('bad', file).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refusal)
    expect((refused as Refusal).faults.map((one) => [one.code, one.where])).toEqual(faults)
  })

  it('is in another encoding, which is named', async () => {
    const bytes = Uint8Array.from([
      ...new TextEncoder().encode('id,given\n1,'),
      ...Array.from({ length: 40 }, (_, n) => 0xe0 + (n % 20)),
      10,
    ])
    writeFileSync(at('old.csv'), bytes)
    await expect(link('bad', 'old.csv')).rejects.toThrow('input.encoding')
  })

  it('is no Parquet, whatever its name says', async () => {
    writeFileSync(at('x.parquet'), 'id,given\n1,Asan\n')
    await expect(link('bad', 'x.parquet')).rejects.toThrow('input.broken')
  })

  it('leaves nothing behind', () => {
    expect(existsSync(at('bad-pairs.csv'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    // Other tables may be linked beside this one: what spills stands in a folder of our own here.
    expect(readdirSync(spills)).toEqual([])
  })
})
