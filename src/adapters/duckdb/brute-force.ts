/** Some records against all others → how many pairs are believed, and how many of those blocking gave. */
import type { LinkModel } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'
import { comparedSql } from './levels.ts'

export async function bruteForce(
  engine: Engine,
  model: LinkModel,
  rows: number,
  records: number,
  weigh: (code: number) => number,
  least: number,
): Promise<{ readonly believed: number; readonly found: number }> {
  const every = Math.max(1, Math.floor(rows / records))
  const pairs =
    every === 1
      ? 'SELECT a.rid AS l, b.rid AS r, 0 AS rules FROM recs a JOIN recs b ON a.rid < b.rid'
      : `SELECT least(a.rid, b.rid) AS l, greatest(a.rid, b.rid) AS r, 0 AS rules FROM recs a JOIN recs b ON a.rid <> b.rid
         WHERE a.rid % ${every} = ${every - 1} AND NOT (b.rid % ${every} = ${every - 1} AND b.rid < a.rid)`
  await engine.run(`CREATE OR REPLACE TABLE brute AS ${comparedSql(pairs, model)}`)
  const codes = (await engine.rows('SELECT DISTINCT code FROM brute ORDER BY 1')).map((one) =>
    Number(one.code),
  )
  await engine.run('CREATE OR REPLACE TABLE texts (code VARCHAR, w VARCHAR)')
  await engine.append('texts', [codes.map(String), codes.map((code) => String(weigh(code)))])
  const [row] = await engine.rows(
    `SELECT count(*) AS believed, count(c.l) AS found FROM (SELECT brute.* FROM brute JOIN (SELECT CAST(code AS BIGINT) AS code, CAST(w AS FLOAT) AS w FROM texts) t USING (code)
       WHERE t.w + brute.tf >= ${least}) b LEFT JOIN (SELECT l, r FROM compared WHERE rules > 0) c ON c.l = b.l AND c.r = b.r`,
  )
  await engine.run('DROP TABLE brute')
  return { believed: Number(row?.believed ?? 0), found: Number(row?.found ?? 0) }
}
