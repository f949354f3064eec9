/** The table `raw` and a model → the table `recs`: for each comparison the value that is compared (v0, v1, …), one row a record. */
import type { Comparison } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'
import { quoted } from './engine.ts'

/** Letters beyond Latin are folded by the rules of names; the two signs they fold to outside ASCII get letters no fold leaves. */
export type Fold = (words: string) => string

const FOLDED = new Set(['given', 'surname', 'name', 'place', 'text', 'sex'])
/** From so many cells in another script on, the whole column is folded, so that scripts meet. */
const OTHER_SCRIPT = "regexp_matches(strip_accents(%), '[^\\x00-\\x{024F}\\x{2000}-\\x{206F}]')"

export async function standardise(
  engine: Engine,
  columns: readonly string[],
  comparisons: readonly Comparison[],
  missing: readonly string[],
  fold: Fold,
): Promise<void> {
  const at = (name: string): string => `r${columns.indexOf(name)}`
  const joins: string[] = []
  const values: string[] = []
  for (const [index, { kind, columns: own }] of comparisons.entries()) {
    const cells = own.map((name) => presentSql(at(name), missing))
    const only = cells[0] ?? 'NULL'
    let value = valueSql(kind, cells)
    if (FOLDED.has(kind) && (await isOtherScript(engine, at(own[0] ?? '')))) {
      await foldValues(engine, index, at(own[0] ?? ''), fold)
      joins.push(`LEFT JOIN folded${index} ON folded${index}.cell = raw.${at(own[0] ?? '')}`)
      value = kind === 'sex' ? `left(folded${index}.said, 1)` : `nullif(CASE WHEN ${only} IS NOT NULL THEN folded${index}.said END, '')`
    }
    values.push(`${kind === 'name' ? sortedSql(value) : value} AS v${index}`)
  }
  const words = comparisons.flatMap(({ kind }, i) =>
    kind === 'place' || kind === 'text' ? [`, ${longestSql(`v${i}`)} AS x${i}`] : [],
  )
  await engine.run(
    `CREATE TABLE recs AS SELECT *${words.join('')} FROM (SELECT CAST(raw.rowid AS INTEGER) AS rid, ${values.join(', ')} FROM raw ${joins.join(' ')} ORDER BY 1)`,
  )
}

const presentSql = (cell: string, missing: readonly string[]): string =>
  `CASE WHEN lower(trim(${cell})) IN ('', ${missing.map(quoted).join(', ')}) THEN NULL ELSE ${cell} END`

/** Words in small letters, parted by one space; nothing else is left. */
const wordsSql = (cell: string): string =>
  `nullif(trim(regexp_replace(lower(strip_accents(replace(${cell}, '''', ''))), '[^a-z0-9]+', ' ', 'g')), '')`
/** Of several words the longest, the last by the alphabet of those that are as long: what two addresses are likeliest to share. */
const longestSql = (v: string): string =>
  `CASE WHEN position(' ' IN ${v}) = 0 THEN ${v} ELSE list_max(list_transform(string_split(${v}, ' '), lambda w: lpad(CAST(length(w) AS VARCHAR), 3, '0') || w))[4:] END`
const sortedSql = (words: string): string => `array_to_string(list_sort(string_split(${words}, ' ')), ' ')`
const digitsSql = (cell: string): string => `regexp_replace(${cell}, '[^0-9]+', '', 'g')`

function valueSql(kind: Comparison['kind'], cells: readonly string[]): string {
  const cell = cells[0] ?? 'NULL'
  switch (kind) {
    case 'given':
    case 'surname':
    case 'name':
    case 'place':
    case 'text':
      return wordsSql(cell)
    case 'sex':
      return `left(${wordsSql(cell)}, 1)`
    case 'code':
      return `nullif(regexp_replace(upper(${cell}), '[^\\p{L}\\p{N}]+', '', 'g'), '')`
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

/** Each value is folded once, however often it stands in the table. */
async function foldValues(engine: Engine, index: number, cell: string, fold: Fold): Promise<void> {
  await engine.run(`CREATE TABLE folded${index} (cell VARCHAR, said VARCHAR)`)
  const cells: string[] = []
  await engine.each(`SELECT DISTINCT ${cell} FROM raw WHERE ${cell} IS NOT NULL ORDER BY 1`, ([words]) => {
    for (const one of words ?? []) cells.push(String(one))
  })
  await engine.append(`folded${index}`, [cells, cells.map(fold)])
}
