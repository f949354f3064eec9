/** Compared pairs → their patterns counted; and patterns with weights → each pair with its weight. */
import { CLOSE_LEVEL, LEVELS, weighsClose } from '../../core/linkage/kinds.ts'
import type { LinkModel } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'
import { comparedSql } from './levels.ts'
import { blockedSql, randomSql } from './pairs.ts'

export type CodedPattern = { readonly code: number; readonly rules: number; readonly n: number }

/** Table `compared`: l, r, rules, code, tf. */
export async function compareBlocked(engine: Engine, model: LinkModel): Promise<void> {
  await engine.run(`CREATE TABLE pairs AS ${blockedSql(model.blocking.length)}`)
  await engine.run('DROP TABLE keys')
  await engine.run(`CREATE TABLE compared AS ${comparedSql('SELECT * FROM pairs', model)}`)
  await engine.run('DROP TABLE pairs')
}

export async function patternsOf(engine: Engine): Promise<readonly CodedPattern[]> {
  const rows = await engine.rows(
    'SELECT code, rules, count(*) AS n FROM compared GROUP BY ALL ORDER BY code, rules',
  )
  return rows.map((one) => ({ code: Number(one.code), rules: Number(one.rules), n: Number(one.n) }))
}

export type RandomLevels = {
  readonly pairs: number
  /** For each comparison how many random pairs are on each level, "missing" first. */
  readonly counts: readonly (readonly number[])[]
  /** For each comparison 1 / frequency of the rarer of two close values, on average over random pairs. */
  readonly closeRarity: readonly number[]
}

/** `filled`: share of records with a value, for each comparison. */
export async function randomLevels(
  engine: Engine,
  model: LinkModel,
  rows: number,
  wanted: number,
  filled: readonly number[],
): Promise<RandomLevels> {
  const { sql, pairs } = randomSql(rows, wanted)
  const near = model.comparisons.flatMap(({ kind, frequency }, i) =>
    frequency && weighsClose(kind) ? [`, sum(pow(2, g${i})) AS s${i}`] : [],
  )
  const found = await engine.rows(
    `SELECT code, count(*) AS n${near.join('')} FROM (${comparedSql(sql, model, true)}) GROUP BY 1 ORDER BY 1`,
  )
  const counts = model.comparisons.map((one) => new Array<number>(LEVELS[one.kind].length + 1).fill(0))
  // One pair as rare as can be stands beside those that were drawn: where few were close, closeness is not overrated.
  const close = model.comparisons.map((_, i) => ({ n: 1, sum: Math.max(1, rows * (filled[i] ?? 1)) }))
  for (const row of found) {
    let rest = Number(row.code)
    for (const [i, own] of counts.entries()) {
      const level = rest % 8
      own[level] = (own[level] ?? 0) + Number(row.n)
      rest = Math.floor(rest / 8)
      const at = close[i]
      if (level !== CLOSE_LEVEL || !at) continue
      at.n += Number(row.n)
      at.sum += Number(row[`s${i}`] ?? 0)
    }
  }
  return { pairs, counts, closeRarity: close.map(({ n, sum }) => sum / n) }
}

/** Table `weights` (code, w); a pair weighs w + tf. Codes come as texts, for they need more than 32 bits. */
export async function putWeights(
  engine: Engine,
  codes: readonly number[],
  weights: readonly number[],
): Promise<void> {
  await engine.run('CREATE TABLE texts (code VARCHAR, w VARCHAR)')
  await engine.append('texts', [codes.map(String), weights.map(String)])
  await engine.run(
    'CREATE OR REPLACE TABLE weights AS SELECT CAST(code AS BIGINT) AS code, CAST(w AS FLOAT) AS w FROM texts',
  )
  await engine.run('DROP TABLE texts')
}

export type Weighed = { readonly left: Int32Array; readonly right: Int32Array; readonly weight: Float32Array }

/** Pairs of `least` weight or more, in the order of their records. */
export async function weighedPairs(engine: Engine, least: number, within = ''): Promise<Weighed> {
  const [count] = await engine.rows(
    `SELECT count(*) AS n FROM compared JOIN weights USING (code) ${within} WHERE w + tf >= ${least}`,
  )
  const n = Number(count?.n ?? 0)
  const [left, right, weight] = [new Int32Array(n), new Int32Array(n), new Float32Array(n)]
  let at = 0
  await engine.each(
    `SELECT l, r, w + tf AS weight FROM compared JOIN weights USING (code) ${within} WHERE w + tf >= ${least} ORDER BY l, r`,
    ([ls = [], rs = [], ws = []]) => {
      for (let index = 0; index < ls.length; index += 1) {
        left[at] = Number(ls[index])
        right[at] = Number(rs[index])
        weight[at] = Number(ws[index])
        at += 1
      }
    },
  )
  return { left, right, weight }
}
