/** The table `told` → how many pairs have which weight, and a few pairs from the surest to those that fall. */
import { LEVEL_BITS } from '../../core/linkage/kinds.ts'
import type { LinkModel } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'
import { rarenessSql } from './levels.ts'

export type Bin = { readonly from: number; readonly pairs: number }

/** Pairs that were looked at, by weight in steps of one bit; the ends hold what lies beyond. */
export async function weightBins(engine: Engine): Promise<readonly Bin[]> {
  const rows = await engine.rows(
    'SELECT greatest(-30, least(40, floor(w + tf))) AS "from", count(*) AS pairs FROM compared JOIN weights USING (code) GROUP BY 1 ORDER BY 1',
  )
  return rows.map((one) => ({ from: Number(one.from), pairs: Number(one.pairs) }))
}

/** `rarity[i]`: what the rarity of the value adds to the weight of comparison i. */
export type Example = {
  readonly left: string
  readonly right: string
  readonly weight: number
  readonly own: number
  readonly levels: readonly number[]
  readonly rarity: readonly number[]
}

/** Two pairs from each of these: sure, near the threshold on either side, and far below. */
export async function examplesOf(engine: Engine, model: LinkModel): Promise<readonly Example[]> {
  const least = Math.log2(model.threshold / (1 - model.threshold))
  const bands = [
    `weight >= ${least + 8}`,
    `weight >= ${least} AND weight < ${least + 8}`,
    `weight < ${least}`,
  ]
  const levels = model.comparisons.map((_, i) => `(t.code >> ${i * LEVEL_BITS}) & 7 AS l${i}`)
  const values = model.comparisons.flatMap(({ frequency }, i) =>
    frequency ? [`a.f${i} AS f${i}, greatest(a.f${i}, b.f${i}) AS g${i}`] : [],
  )
  const rarity = model.comparisons.map(
    ({ frequency }, i) => `${frequency ? rarenessSql(i, model) : '0'} AS more${i}`,
  )
  const found: Example[] = []
  for (const band of bands) {
    const rows = await engine.rows(
      `SELECT *, ${rarity.join(', ')} FROM (SELECT a.id AS a, b.id AS b, t.weight, t.own, ${[...levels, ...values].join(', ')}
         FROM (SELECT * FROM told WHERE ${band} ORDER BY hash(l, r) LIMIT 2) t
         JOIN recs a ON a.rid = t.l JOIN recs b ON b.rid = t.r) ORDER BY weight DESC, a, b`,
    )
    for (const row of rows)
      found.push({
        left: String(row.a),
        right: String(row.b),
        weight: Number(row.weight),
        own: Number(row.own),
        levels: model.comparisons.map((_, i) => Number(row[`l${i}`])),
        rarity: model.comparisons.map((_, i) => Number(row[`more${i}`])),
      })
  }
  return found
}
