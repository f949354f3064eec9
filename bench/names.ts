/** Labelled pairs of names → precision, recall and F1 by kind of name; says loudly when the pairs are absent. Usage: node bench/names.ts [PAIRS.csv] */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openNames } from '../src/app/knowledge.ts'
import { ROOT } from '../src/config.ts'
import { compareNames } from '../src/core/names/compare.ts'
import { SCHEMAS } from '../src/core/names/rules.ts'
import { recordsOf } from '../src/document/csv.ts'

const shared = process.env.AIGAQ_SHARED ?? join(ROOT, '../shared')
const path = process.argv[2] ?? join(shared, 'benchmarks/linkage/nomenklatura_name_pairs.csv')
if (!existsSync(path)) {
  console.error(`NOT MEASURED: the labelled pairs of names are not there (${path}; set AIGAQ_SHARED)`)
  process.exit(2)
}
const [head, ...rows] = recordsOf(readFileSync(path, 'utf8').replace(/\r\n/g, '\n'))
const columns = head?.cells.map((cell) => cell.words) ?? []
const rules = openNames()
type Tally = { right: number; wrong: number; missed: number; rest: number }
const tallies = new Map<string, Tally>()
const begun = performance.now()
for (const { cells } of rows) {
  const value = (name: string): string => cells[columns.indexOf(name)]?.words ?? ''
  const schema = SCHEMAS.find((one) => one === value('schema')) ?? 'Person'
  const same = compareNames(value('name1'), value('name2'), schema, rules)?.same ?? false
  const isMatch = value('is_match') === 'true'
  for (const slice of ['all', schema]) {
    const tally = tallies.get(slice) ?? { right: 0, wrong: 0, missed: 0, rest: 0 }
    tally[same ? (isMatch ? 'right' : 'wrong') : isMatch ? 'missed' : 'rest'] += 1
    tallies.set(slice, tally)
  }
}
const took = performance.now() - begun
for (const [slice, { right, wrong, missed, rest }] of tallies) {
  const [precision, recall] = [right / (right + wrong), right / (right + missed)]
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${slice}: n ${right + wrong + missed + rest}, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
  )
}
console.log(`${rows.length} pairs in ${Math.round(took)} ms`)

/** Spellings of people of public standing: `forms` of one group are one name, those of *different* pairs two. */
const spellings = join(shared, 'domain/people-variants.json')
if (existsSync(spellings)) {
  type Form = { readonly form: string }
  const known: {
    readonly same: readonly {
      readonly forms: readonly Form[]
      readonly cyrillic_ru: string | null
      readonly cyrillic_kk: string | null
    }[]
    readonly different: readonly { readonly a: string; readonly b: string }[]
  } = JSON.parse(readFileSync(spellings, 'utf8'))
  const isFull = (form: string): boolean => form.trim().split(/\s+/).length > 1
  const groups = known.same.map(({ forms, cyrillic_ru, cyrillic_kk }) =>
    [...forms.map(({ form }) => form), cyrillic_ru, cyrillic_kk].flatMap((one) =>
      one === null || !isFull(one) ? [] : [one],
    ),
  )
  const within = groups.flatMap((forms) =>
    forms.flatMap((a, at) => forms.slice(at + 1).map((b) => [a, b] as const)),
  )
  const found = within.filter(([a, b]) => compareNames(a, b, 'Person', rules)?.same)
  const bare = (name: string): string => name.replace(/\(.*$/, '').trim()
  const taken = known.different.filter(({ a, b }) => compareNames(bare(a), bare(b), 'Person', rules)?.same)
  console.log(
    `spellings in three scripts: ${found.length} of ${within.length} pairs of one person found; ${taken.length} of ${known.different.length} look-alikes taken for one`,
  )
}
