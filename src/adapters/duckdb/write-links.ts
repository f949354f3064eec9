/** Scored pairs and groups → two CSV files, written under another name and renamed when both are whole. */
import { renameSync, rmSync } from 'node:fs'
import { LEVEL_BITS } from '../../core/linkage/kinds.ts'
import type { LinkModel } from '../../core/linkage/model.ts'
import { type Engine, quoted } from './engine.ts'
import { rarenessSql } from './levels.ts'

export type Outputs = { readonly pairs: string; readonly clusters: string }

/** Level → weight, as SQL, with the rarity of the value where it counts. */
function weightSql(i: number, weights: readonly number[], model: LinkModel): string {
  const cases = weights.map((weight, level) => `WHEN ${level + 1} THEN ${weight}`)
  const rarity = model.comparisons[i]?.frequency ? ` + ${rarenessSql(i, model)}` : ''
  return `round(CASE l${i} ${cases.join(' ')} ELSE 0 END${rarity}, 3)`
}

const name = (words: string): string => `"${words.replaceAll('"', '""')}"`

/** `lifted` (l, r, w): pairs whose group says more than they do themselves. `groups` (record, label): records that are not alone. `bare`: for each comparison what each level weighs before rarity. */
export async function writeLinks(
  engine: Engine,
  model: LinkModel,
  bare: readonly (readonly number[])[],
  outputs: Outputs,
): Promise<{ readonly pairs: number }> {
  const least = Math.log2(model.keep / (1 - model.keep))
  await engine.run(
    `CREATE OR REPLACE TABLE told AS SELECT c.l, c.r, c.code, c.w + c.tf AS own, greatest(c.w + c.tf, coalesce(x.w, -99)) AS weight
     FROM (SELECT * FROM compared JOIN weights USING (code)) c LEFT JOIN lifted x ON x.l = c.l AND x.r = c.r
     WHERE c.w + c.tf >= ${least} OR x.w IS NOT NULL`,
  )
  const weights = model.comparisons.map(
    (one, i) => `${weightSql(i, bare[i] ?? [], model)} AS ${name(`weight_${one.name}`)}`,
  )
  const pairs = `${outputs.pairs}.part`
  const clusters = `${outputs.clusters}.part`
  for (const one of [pairs, clusters]) engine.unfinished.add(one)
  try {
    const levels = model.comparisons.map((_, i) => `(t.code >> ${i * LEVEL_BITS}) & 7 AS l${i}`)
    const rarity = model.comparisons.flatMap(({ frequency }, i) =>
      frequency ? [`, a.f${i} AS f${i}, greatest(a.f${i}, b.f${i}) AS g${i}`] : [],
    )
    await engine.run(
      `COPY (SELECT t.a AS "left", t.b AS "right", round(1 / (1 + pow(2, -t.weight)), 6) AS probability,
         ${weights.join(', ')}, round(t.weight - t.own, 3) AS weight_of_group
       FROM (SELECT t.l, t.r, a.id AS a, b.id AS b, t.weight, t.own, ${levels.join(', ')}${rarity.join('')}
         FROM told t JOIN recs a ON a.rid = t.l JOIN recs b ON b.rid = t.r) t ORDER BY t.l, t.r) TO ${quoted(pairs)} (FORMAT csv, HEADER true)`,
    )
    await engine.run(
      `COPY (SELECT recs.id, coalesce(g.label, recs.id) AS "cluster" FROM recs LEFT JOIN
       (SELECT groups.record, first.id AS label FROM groups JOIN recs first ON first.rid = groups.label) g ON g.record = recs.rid ORDER BY recs.rid) TO ${quoted(clusters)} (FORMAT csv, HEADER true)`,
    )
    renameSync(pairs, outputs.pairs)
    renameSync(clusters, outputs.clusters)
  } finally {
    for (const one of [pairs, clusters]) rmSync(one, { force: true })
  }
  const [row] = await engine.rows('SELECT count(*) AS n FROM told')
  return { pairs: Number(row?.n ?? 0) }
}
