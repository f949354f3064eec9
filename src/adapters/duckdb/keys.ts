/** Blocking rules → columns of `recs` that are equal where a rule holds (h0, h1, …), and how many pairs each gives. */
import type { BlockingRule, Comparison, Key, LinkModel } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'

/** What of a value a key takes; null where there is too little of it. */
export function keySql(key: Key, comparisons: readonly Comparison[]): string {
  const at = comparisons.findIndex((one) => one.name === key.comparison)
  const [v, kind] = [`v${at}`, comparisons[at]?.kind]
  const longer = (n: number, sql: string): string => `CASE WHEN strlen(${v}) >= ${n} THEN ${sql} END`
  switch (key.part) {
    case 'all':
      return kind === 'date' ? `CASE WHEN right(${v}, 4) <> '0000' THEN ${v} END` : v
    case 'initial':
      return `left(${v}, 1)`
    case 'year':
      return `left(${v}, 4)`
    case 'month-day':
      return `CASE WHEN right(${v}, 2) <> '00' THEN right(${v}, 4) END`
    case 'start':
      if (kind === 'mail') return `split_part(${v}, '@', 1)`
      if (kind === 'date') return `CASE WHEN substr(${v}, 5, 2) <> '00' THEN left(${v}, 6) END`
      if (kind === 'name') return `w${at}`
      if (kind === 'code') return longer(4, `left(${v}, (strlen(${v}) + 1) // 2)`)
      return longer(3, `left(${v}, ${kind === 'given' ? 3 : 4})`)
    case 'end':
      if (kind === 'name') return `y${at}`
      if (kind === 'code') return longer(4, `right(${v}, (strlen(${v}) + 1) // 2)`)
      return longer(5, `right(${v}, ${kind === 'phone' ? 7 : 4})`)
  }
}

const hashSql = (rule: BlockingRule, comparisons: readonly Comparison[]): string => {
  const keys = rule.map((key) => keySql(key, comparisons))
  return `CASE WHEN ${keys.map((one) => `(${one}) IS NOT NULL`).join(' AND ')} THEN hash(${keys.join(', ')}) END`
}

/** Table `few`: some records of `recs`, the same ones each time and whatever their order means. How many. */
export async function drawFew(engine: Engine, rows: number): Promise<number> {
  const every = Math.max(1, Math.floor(rows / FEW))
  await engine.run(`CREATE OR REPLACE TABLE few AS SELECT * FROM recs WHERE hash(rid) % ${every} = 0`)
  return Number((await engine.rows('SELECT count(*) AS n FROM few'))[0]?.n ?? 0)
}
const FEW = 120_000

/** Chance that two records agree on each key, and the share of records that have it, by the records in `few`. */
export async function collisionsOf(
  engine: Engine,
  rules: readonly BlockingRule[],
  comparisons: readonly Comparison[],
  few: number,
): Promise<readonly { readonly chance: number; readonly filled: number }[]> {
  const found: { chance: number; filled: number }[] = []
  for (const rule of rules) {
    const [row] = await engine.rows(
      `SELECT sum(n) AS filled, sum(n * (n - 1) / 2) AS pairs FROM
         (SELECT count(*) AS n FROM (SELECT ${hashSql(rule, comparisons)} AS h FROM few) WHERE h IS NOT NULL GROUP BY h)`,
    )
    found.push({
      chance: Number(row?.pairs ?? 0) / Math.max(1, (few * (few - 1)) / 2),
      filled: Number(row?.filled ?? 0) / Math.max(1, few),
    })
  }
  return found
}

export type RuleCost = {
  readonly pairs: number
  readonly blocks: number
  readonly leftOut: number
  readonly largest: number
}

/**
 * Table `keys`: rid, h0, h1, … Blocks larger than the model bears have no key, so that no pair comes of them; what was left out
 * is told.
 */
export async function addKeys(engine: Engine, model: LinkModel): Promise<readonly RuleCost[]> {
  const hashes = model.blocking.map((rule, index) => `${hashSql(rule, model.comparisons)} AS h${index}`)
  await engine.run(`CREATE TABLE keys AS SELECT rid, ${hashes.join(', ')} FROM recs`)
  const costs: RuleCost[] = []
  for (const index of model.blocking.keys()) {
    const blocks = `SELECT h${index} AS h, count(*) AS n FROM keys WHERE h${index} IS NOT NULL GROUP BY 1 HAVING count(*) > 1`
    const [row] = await engine.rows(
      `SELECT sum(n * (n - 1) / 2) FILTER (n <= ${model.mostInBlock}) AS pairs, count(*) AS blocks,
       count(*) FILTER (n > ${model.mostInBlock}) AS "leftOut", max(n) AS largest FROM (${blocks})`,
    )
    const number = (name: string): number => Number(row?.[name] ?? 0)
    costs.push({
      pairs: number('pairs'),
      blocks: number('blocks'),
      leftOut: number('leftOut'),
      largest: number('largest'),
    })
    if (number('leftOut') > 0)
      await engine.run(
        `UPDATE keys SET h${index} = NULL WHERE h${index} IN (SELECT h FROM (${blocks}) WHERE n > ${model.mostInBlock})`,
      )
  }
  return costs
}
