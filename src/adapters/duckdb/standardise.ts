/** The table `raw` and a model → the table `recs`: rid, id, and for each comparison the value that is compared (v0, v1, …) and parts of it; `raw` goes. */
import type { Comparison } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'
import { quoted } from './engine.ts'

/** Letters beyond Latin are folded by the rules of names; the two signs they fold to outside ASCII get letters no fold leaves. */
export type Fold = (words: string) => string

const FOLDED = new Set(['given', 'surname', 'name', 'place', 'text', 'sex'])
/** From so many cells in another script on, the whole column is folded, so that scripts meet. */
const OTHER_SCRIPT = "regexp_matches(strip_accents(%), '[^\\x00-\\x{024F}\\x{2000}-\\x{206F}]')"

/** Few different values among many rows are made ready once each, and joined. */
const FEW_OF = 3

export async function standardise(
  engine: Engine,
  table: { readonly columns: readonly string[]; readonly id: number; readonly rows: number },
  comparisons: readonly Comparison[],
  missing: readonly string[],
  fold: Fold,
): Promise<void> {
  const at = (name: string): string => `r${table.columns.indexOf(name)}`
  const distinct = comparisons.map(
    ({ columns }, i) => `approx_count_distinct(${at(columns[0] ?? '')}) AS n${i}`,
  )
  const [counts] = await engine.rows(`SELECT ${distinct.join(', ')} FROM raw`)
  const joins: string[] = []
  const values: string[] = []
  const columns: string[] = []
  for (const [i, { kind, columns: own }] of comparisons.entries()) {
    const cell = at(own[0] ?? '')
    const isFolded = FOLDED.has(kind) && (await isOtherScript(engine, cell))
    if (own.length > 1 || (!isFolded && Number(counts?.[`n${i}`]) * FEW_OF > table.rows)) {
      const value = valueSql(
        kind,
        own.map((name) => presentSql(at(name), missing)),
      )
      const parts = partsSql(kind, `v${i}`, `c${i}`)
      values.push(`${value} AS v${i}${parts.length > 0 ? `, ${cell} AS c${i}` : ''}`)
      columns.push(`v${i}${parts.map((part, n) => `, ${part} AS ${PARTS[n]}${i}`).join('')}`)
      continue
    }
    await engine.run(
      `CREATE TABLE cells${i} AS SELECT DISTINCT ${cell} AS cell FROM raw WHERE ${cell} IS NOT NULL`,
    )
    if (isFolded) await foldCells(engine, `cells${i}`, fold)
    const value = isFolded ? foldedSql(kind, missing) : valueSql(kind, [presentSql('cell', missing)])
    await engine.run(
      `CREATE TABLE made${i} AS WITH once AS MATERIALIZED (SELECT cell, ${value} AS v FROM cells${i}) SELECT *${partsSql(
        kind,
        'v',
        'cell',
      )
        .map((part, n) => `, ${part} AS ${PARTS[n]}`)
        .join('')} FROM once`,
    )
    await engine.run(`DROP TABLE cells${i}`)
    joins.push(`LEFT JOIN made${i} ON made${i}.cell = raw.${cell}`)
    const made = ['v', ...partsSql(kind, 'v', 'cell').map((_, n) => PARTS[n] ?? '')]
    values.push(made.map((name) => `made${i}.${name} AS ${name}${i}`).join(', '))
    columns.push(made.map((name) => `${name}${i}`).join(', '))
  }
  await engine.run(
    // Parts are cut out of a value that was worked out once: written into each other, they would be worked out many times over.
    `CREATE TABLE recs AS WITH once AS MATERIALIZED (SELECT CAST(raw.rowid AS INTEGER) AS rid, trim(raw.r${table.id}) AS id, ${values.join(', ')} FROM raw ${joins.join(' ')})
     SELECT rid, id, ${columns.join(', ')} FROM once`,
  )
  await engine.run('DROP TABLE raw')
}

const foldedSql = (kind: Comparison['kind'], missing: readonly string[]): string => {
  const said = `CASE WHEN ${presentSql('cell', missing)} IS NOT NULL THEN nullif(said, '') END`
  return kind === 'sex' ? `left(${said}, 1)` : kind === 'name' ? sortedSql(said) : said
}

const presentSql = (cell: string, missing: readonly string[]): string =>
  `CASE WHEN lower(trim(${cell})) IN ('', ${missing.map(quoted).join(', ')}) THEN NULL ELSE ${cell} END`

/** Words in small letters, parted by one space; nothing else is left. */
const wordsSql = (cell: string): string =>
  `CASE WHEN regexp_full_match(${cell}, '[A-Za-z]+') THEN lower(${cell}) ELSE ${manyWordsSql(cell)} END`
const manyWordsSql = (cell: string): string =>
  `nullif(trim(regexp_replace(lower(strip_accents(replace(${cell}, '''', ''))), '[^a-z0-9]+', ' ', 'g')), '')`
/**
 * The longest word of a name is most often its surname; the second longest the next best. Of a word its vowels and doubled letters
 * are taken out: most slips and most ways to romanise a name lie in those.
 */
const soundSql = (v: string, rank: number): string => {
  const longest = `list_sort(list_transform(string_split(${v}, ' '), lambda w: lpad(CAST(length(w) AS VARCHAR), 3, '0') || w), 'DESC')`
  const bare = "left(x[4:], 1) || regexp_replace(x[5:], '[aeiouyh]+', '', 'g')"
  const sound = ['s', 'l', 'm', 'n', 't'].reduce(
    (sql, one) => `replace(${sql}, '${one}${one}', '${one}')`,
    bare,
  )
  return `nullif(list_transform((${longest})[${rank}:${rank}], lambda x: ${sound})[1], '')`
}

/** Names of the columns beside v that hold parts of it. */
const PARTS = ['x', 'w', 'y'] as const
/** What of a value is compared or looked up by itself, cut out once a record and not once a pair. */
const partsSql = (kind: Comparison['kind'], v: string, cell: string): readonly string[] =>
  // A full name is compared as it was written, by the rules of names.
  kind === 'name'
    ? [`CASE WHEN ${v} IS NOT NULL THEN ${cell} END`, soundSql(v, 1), soundSql(v, 2)]
    : kind === 'place' || kind === 'text'
      ? [longestSql(v)]
      : kind === 'date'
        ? [`left(${v}, 4)`, `right(${v}, 4)`]
        : []

/** Of several words the longest, the last by the alphabet of those that are as long: what two addresses are likeliest to share. */
const longestSql = (v: string): string =>
  `CASE WHEN position(' ' IN ${v}) = 0 THEN ${v} ELSE list_max(list_transform(string_split(${v}, ' '), lambda w: lpad(CAST(length(w) AS VARCHAR), 3, '0') || w))[4:] END`
const sortedSql = (words: string): string => `array_to_string(list_sort(string_split(${words}, ' ')), ' ')`
const digitsSql = (cell: string): string => `regexp_replace(${cell}, '[^0-9]+', '', 'g')`

/** Letters of passports and plates are typed in whichever alphabet the keyboard has. */
const LOOK_ALIKE = { cyrillic: 'АВСЕНКМОРТХУІ', latin: 'ABCEHKMOPTXYI' } as const

function valueSql(kind: Comparison['kind'], cells: readonly string[]): string {
  const cell = cells[0] ?? 'NULL'
  switch (kind) {
    case 'given':
    case 'surname':
    case 'place':
    case 'text':
      return wordsSql(cell)
    case 'name':
      return sortedSql(wordsSql(cell))
    case 'sex':
      return `left(${wordsSql(cell)}, 1)`
    case 'code':
      return `nullif(regexp_replace(translate(upper(${cell}), '${LOOK_ALIKE.cyrillic}', '${LOOK_ALIKE.latin}'), '[^\\p{L}\\p{N}]+', '', 'g'), '')`
    case 'phone':
      return `nullif(right(${digitsSql(cell)}, 10), '')`
    case 'mail':
      return `nullif(lower(trim(${cell})), '')`
    case 'year':
      return `nullif(left(${digitsSql(cell)}, 4), '')`
    case 'date':
      return cells.length === 1 ? dateSql(cell) : partsOfDateSql(cells)
  }
}

/** 1971-06-24, 19710624, 24.06.1971, 24/06/1971, 1971-06, 1971 → eight digits; what is not known is 0. */
const dateSql = (cell: string): string => {
  const digits = digitsSql(cell)
  return `CASE WHEN regexp_matches(trim(${cell}), '^[0-9]{1,2}[^0-9][0-9]{1,2}[^0-9][0-9]{4}')
      THEN regexp_extract(${cell}, '([0-9]{4})', 1)
        || lpad(regexp_extract(${cell}, '^\\s*[0-9]{1,2}[^0-9]([0-9]{1,2})', 1), 2, '0')
        || lpad(regexp_extract(${cell}, '^\\s*([0-9]{1,2})', 1), 2, '0')
    WHEN length(${digits}) >= 4 THEN rpad(left(${digits}, 8), 8, '0') END`
}
/** Year, month and day in three cells. */
const partsOfDateSql = ([year, month, day]: readonly string[]): string =>
  `CASE WHEN ${year} IS NOT NULL THEN lpad(${digitsSql(year ?? "''")}, 4, '0') || lpad(coalesce(${digitsSql(month ?? "''")}, '0'), 2, '0') || lpad(coalesce(${digitsSql(day ?? "''")}, '0'), 2, '0') END`

async function isOtherScript(engine: Engine, cell: string): Promise<boolean> {
  const [row] = await engine.rows(
    `SELECT count(*) AS n FROM raw WHERE strlen(${cell}) <> length(${cell}) AND ${OTHER_SCRIPT.replace('%', cell)}`,
  )
  return Number(row?.n ?? 0) > 0
}

/** Each value is folded once, however often it stands in the table: column `said` beside `cell`. */
async function foldCells(engine: Engine, table: string, fold: Fold): Promise<void> {
  const cells: string[] = []
  await engine.each(`SELECT cell FROM ${table} ORDER BY 1`, ([words]) => {
    for (const one of words ?? []) cells.push(String(one))
  })
  await engine.run(`CREATE OR REPLACE TABLE ${table} (cell VARCHAR, said VARCHAR)`)
  await engine.append(table, [cells, cells.map(fold)])
}
