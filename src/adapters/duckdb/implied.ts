/** Groups → the pairs within them that no rule gave, compared like all others and added to `compared`. */
import type { LinkModel } from '../../core/linkage/model.ts'
import type { Engine } from './engine.ts'
import { comparedSql } from './levels.ts'
import { impliedPairs } from './pairs.ts'

export async function compareImplied(
  engine: Engine,
  model: LinkModel,
  members: { readonly records: readonly number[]; readonly labels: readonly number[] },
  weigh: (code: number) => number,
): Promise<void> {
  await engine.run('CREATE OR REPLACE TABLE members (record INTEGER, label INTEGER)')
  await engine.append('members', [members.records, members.labels])
  await impliedPairs(engine)
  await engine.run(`INSERT INTO compared ${comparedSql('SELECT * FROM implied', model)}`)
  await addWeights(engine, weigh)
}

/** Patterns that were not seen before get their weight. */
export async function addWeights(engine: Engine, weigh: (code: number) => number): Promise<void> {
  const rows = await engine.rows(
    'SELECT DISTINCT code FROM compared ANTI JOIN weights USING (code) ORDER BY 1',
  )
  if (rows.length === 0) return
  const codes = rows.map((one) => Number(one.code))
  await engine.run('CREATE OR REPLACE TABLE texts (code VARCHAR, w VARCHAR)')
  await engine.append('texts', [codes.map(String), codes.map((code) => String(weigh(code)))])
  await engine.run('INSERT INTO weights SELECT CAST(code AS BIGINT), CAST(w AS FLOAT) FROM texts')
}
