/** The table `few` → comparisons that another one settles: who knows the postcode knows the region, who knows the given name the sex. */
import type { Comparison } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'

const SETTLING = new Set(['given', 'place', 'code', 'text'])
const SETTLED = new Set(['sex', 'place', 'text', 'code'])
/** Only values that many records have are looked at: copies of one person agree on everything. */
const LEAST_RECORDS = 30
const [LEAST_SEEN, LEAST_SHARE, MOST_ALONE] = [300, 0.92, 0.8]

export async function addDependencies(
  engine: Engine,
  comparisons: readonly Comparison[],
  few: number,
): Promise<readonly Comparison[]> {
  const settledBy = new Map<string, { readonly by: string; readonly share: number }>()
  for (const [a, first] of comparisons.entries())
    for (const [b, second] of comparisons.entries()) {
      if (a === b || !SETTLING.has(first.kind) || !SETTLED.has(second.kind)) continue
      if (settledBy.get(first.name)?.by === second.name) continue
      const [row] = await engine.rows(
        `WITH g AS (SELECT v${a} AS x, v${b} AS y, count(*) AS n FROM few WHERE v${a} IS NOT NULL AND v${b} IS NOT NULL GROUP BY ALL),
         t AS (SELECT x, sum(n) AS n, max(n) AS top FROM g GROUP BY x HAVING sum(n) >= ${LEAST_RECORDS} AND sum(n) < ${few / 2}),
         y AS (SELECT y, sum(n) AS n FROM g GROUP BY y)
         SELECT (SELECT sum(n) FROM t) AS seen, (SELECT sum(top) FROM t) AS same, (SELECT max(n) / sum(n) FROM y) AS alone,
                (SELECT count(*) FROM y) AS kinds, (SELECT count(DISTINCT x) FROM g) AS settling`,
      )
      const [seen, same] = [Number(row?.seen ?? 0), Number(row?.same ?? 0)]
      const share = same / Math.max(1, seen)
      if (seen < LEAST_SEEN || share < LEAST_SHARE || Number(row?.alone ?? 1) > MOST_ALONE) continue
      if (Number(row?.kinds) > Number(row?.settling)) continue
      const before = settledBy.get(second.name)
      if (!before || share > before.share) settledBy.set(second.name, { by: first.name, share })
    }
  return comparisons.map((one) => ({ ...one, unless: settledBy.get(one.name)?.by ?? null }))
}
