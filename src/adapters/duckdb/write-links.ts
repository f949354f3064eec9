/** Scored pairs and groups → two CSV files, written under another name and renamed when both are whole. */
import { renameSync, rmSync } from 'node:fs'
import type { LinkModel } from '../../core/linkage/model.ts'
import { type Engine, quoted } from './engine.ts'
import { comparedSql, rarenessSql } from './levels.ts'

export type Outputs = { readonly pairs: string; readonly clusters: string }

/** Level → weight, as SQL, with the rarity of the value where it counts. */
function weightSql(i: number, weights: readonly number[], model: LinkModel): string {
  const cases = weights.map((weight, level) => `WHEN ${level + 1} THEN ${weight}`)
  const rarity = model.comparisons[i]?.frequency ? ` + ${rarenessSql(i, model)}` : ''
  return `printf('%.3f', CAST(CASE l${i} ${cases.join(' ')} ELSE 0 END${rarity} AS DOUBLE))`
}

const name = (words: string): string => `"${words.replaceAll('"', '""')}"`

/** `lifted` (l, r, w): pairs whose group says more than they do themselves. `groups` (record, label): records that are not alone. `bare`: for each comparison what each level weighs before rarity. */
export async function writeLinks(
  engine: Engine,
  id: number,
  model: LinkModel,
  bare: readonly (readonly number[])[],
  outputs: Outputs,
): Promise<{ readonly pairs: number }> {
  const least = Math.log2(model.keep / (1 - model.keep))
  await engine.run(
    `CREATE OR REPLACE TABLE told AS SELECT c.l, c.r, c.rules, c.w + c.tf AS own, greatest(c.w + c.tf, coalesce(x.w, -99)) AS weight
     FROM (SELECT * FROM compared JOIN weights USING (code)) c LEFT JOIN lifted x ON x.l = c.l AND x.r = c.r
     WHERE c.w + c.tf >= ${least} OR x.w IS NOT NULL`,
  )
  const weights = model.comparisons.map(
    (one, i) =>
      `${weightSql(i, bare[i] ?? [], model)} AS ${name(`weight_${one.name}`)}`,
  )
  const pairs = `${outputs.pairs}.part`
  const clusters = `${outputs.clusters}.part`
  try {
    await engine.run(
      `COPY (SELECT a.r${id} AS "left", b.r${id} AS "right", printf('%.6f', CAST(1 / (1 + pow(2, -t.weight)) AS DOUBLE)) AS probability,
         ${weights.join(', ')}, printf('%.3f', CAST(t.weight - t.own AS DOUBLE)) AS weight_of_group
       FROM (${comparedSql('SELECT l, r, rules FROM told', model, true)}) c JOIN told t ON t.l = c.l AND t.r = c.r
       JOIN raw a ON a.rowid = c.l JOIN raw b ON b.rowid = c.r ORDER BY c.l, c.r) TO ${quoted(pairs)} (FORMAT csv, HEADER true)`,
    )
    await engine.run(
      `COPY (SELECT raw.r${id} AS id, first.r${id} AS "cluster" FROM raw LEFT JOIN groups ON groups.record = raw.rowid
       JOIN raw first ON first.rowid = coalesce(groups.label, raw.rowid) ORDER BY raw.rowid) TO ${quoted(clusters)} (FORMAT csv, HEADER true)`,
    )
    renameSync(pairs, outputs.pairs)
    renameSync(clusters, outputs.clusters)
  } finally {
    for (const one of [pairs, clusters]) rmSync(one, { force: true })
  }
  const [row] = await engine.rows('SELECT count(*) AS n FROM told')
  return { pairs: Number(row?.n ?? 0) }
}
