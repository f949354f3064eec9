/** A table of persons → which of its records are one person: pairs with their weights, groups, and how well that is known; nothing is stored. */

import { checkIds } from '../../adapters/duckdb/check-ids.ts'
import { addDependencies } from '../../adapters/duckdb/dependencies.ts'
import type { Engine } from '../../adapters/duckdb/engine.ts'
import { addFrequencies } from '../../adapters/duckdb/frequencies.ts'
import { addKeys, collisionsOf, drawFew, type RuleCost } from '../../adapters/duckdb/keys.ts'
import { NAME_LEVEL } from '../../adapters/duckdb/levels.ts'
import { profileColumns } from '../../adapters/duckdb/profile.ts'
import { readTable } from '../../adapters/duckdb/read-table.ts'
import { compareBlocked, patternsOf, putWeights, randomLevels } from '../../adapters/duckdb/score.ts'
import { standardise } from '../../adapters/duckdb/standardise.ts'
import { type Outputs, writeLinks } from '../../adapters/duckdb/write-links.ts'
import { type Fault, Refusal, refuse } from '../../core/faults.ts'
import type { LinkModel } from '../../core/linkage/model.ts'
import type { Pattern } from '../../core/linkage/pattern.ts'
import type { LinkageRules } from '../../core/linkage/rules.ts'
import type { NameRules } from '../../core/names/rules.ts'
import type { Tell } from '../../core/progress.ts'
import { keysOf } from '../../link/choose-blocking.ts'
import { draftComparisons } from '../../link/draft-comparisons.ts'
import { draftModel } from '../../link/draft-model.ts'
import { foldCells } from '../../link/fold-cells.ts'
import { nameLevels } from '../../link/name-levels.ts'
import { type Trained, train } from '../../link/train.ts'
import { bareWeight, levelsOf, patternWeight } from '../../link/weights.ts'
import { type Grouped, groupRecords } from './group-records.ts'
import { type Measured, measureBlocking } from './measure-blocking.ts'

export type AskedLink = { readonly path: string; readonly id: string; readonly model: LinkModel | null }
export type LinkRules = { readonly linkage: LinkageRules; readonly names: NameRules }
export type Opened = { readonly columns: readonly string[]; readonly rows: number; readonly id: number }
export type Prepared = Opened & {
  readonly model: LinkModel
  readonly remarks: readonly string[]
  readonly agreement: readonly { readonly exact: number; readonly filled: number }[]
}
export type Linked = Prepared & {
  readonly costs: readonly RuleCost[]
  readonly patterns: readonly Pattern[]
  readonly trained: Trained
  readonly grouped: Grouped
  readonly blocking: Measured
  readonly pairs: number
}

/** How many random pairs tell what chance does. */
const [RANDOM_PAIRS, RANDOM_PAIRS_OF_MANY, MANY] = [300_000, 150_000, 50_000]
const UNWEIGHED = { kind: 'text', frequency: false } as const
const STEPS = 8

/** Reads and checks the table, and drafts a model where none was given. */
export async function prepareLink(engine: Engine, asked: AskedLink, rules: LinkRules): Promise<Prepared> {
  engine.define(NAME_LEVEL, nameLevels(rules.names))
  const { columns, rows, faults: uneven } = await readTable(engine, asked.path)
  const id = columns.indexOf(asked.id)
  const named = [asked.id, ...(asked.model?.comparisons.flatMap((one) => one.columns) ?? [])]
  const unknown = [...new Set(named)]
    .filter((name) => !columns.includes(name))
    .map((name): Fault => ({ code: 'link.column', params: { name, there: columns.join(', ') } }))
  if (unknown.length + uneven.length > 0) throw new Refusal([...unknown, ...uneven])
  await checkIds(engine, id, /\.parquet$/i.test(asked.path) ? null : asked.path)
  const opened = { columns, rows, id }
  const fold = foldCells(rules.names)
  const { missing } = rules.linkage
  if (asked.model) {
    const { comparisons } = asked.model
    await standardise(engine, opened, comparisons, missing, fold)
    const agreement = await addFrequencies(engine, comparisons, rows)
    return { ...opened, model: asked.model, remarks: [], agreement }
  }
  const others = columns.filter((name) => name !== asked.id)
  const profiles = (await profileColumns(engine, columns, rows)).filter((one) => others.includes(one.name))
  const drafted = draftComparisons(profiles, rules.linkage)
  if (drafted.comparisons.length === 0) throw refuse('link.nothing', { there: columns.join(', ') })
  await standardise(engine, opened, drafted.comparisons, missing, fold)
  const agreement = await addFrequencies(engine, drafted.comparisons, rows)
  const few = await drawFew(engine, rows)
  const comparisons = await addDependencies(engine, drafted.comparisons, few)
  const keys = keysOf(comparisons)
  const chances = await collisionsOf(
    engine,
    keys.map((key) => [key]),
    comparisons,
    few,
  )
  const model = draftModel(
    comparisons,
    agreement,
    keys.map((key, index) => ({ key, ...(chances[index] ?? { chance: 1, filled: 0 }) })),
    rows,
  )
  return { ...opened, model, remarks: drafted.remarks, agreement }
}

export async function linkFile(
  engine: Engine,
  asked: AskedLink & { readonly outputs: Outputs },
  rules: LinkRules,
  tell: Tell,
): Promise<Linked> {
  let step = 0
  const next = (): void => {
    step += 1
    tell(step, STEPS)
  }
  const prepared = await prepareLink(engine, asked, rules)
  const { model, rows, agreement } = prepared
  next()
  const costs = await addKeys(engine, model)
  next()
  await compareBlocked(engine, model)
  next()
  const coded = await patternsOf(engine)
  const patterns = coded.map(({ code, rules: given, n }) => ({
    levels: levelsOf(code, model.comparisons.length),
    rules: given,
    n,
  }))
  const random = await randomLevels(
    engine,
    model,
    rows,
    rows > MANY ? RANDOM_PAIRS_OF_MANY : RANDOM_PAIRS,
    agreement.map((one) => one.filled),
  )
  next()
  const trained = train(model, {
    ...{ rows, patterns, agreement },
    ...{ random: random.counts, closeRarity: random.closeRarity },
  })
  const weigh = weigher(model, trained)
  const codes = [...new Set(coded.map((one) => one.code))]
  await putWeights(engine, codes, codes.map(weigh))
  next()
  const grouped = await groupRecords(engine, model, rows, trained.lambda, weigh)
  next()
  const blocking = await measureBlocking(engine, model, rows, weigh)
  next()
  const { pairs } = await writeLinks(
    engine,
    model,
    trained.shares.map((one, i) =>
      one.m.map((_, level) => bareWeight(one, level + 1, model.comparisons[i] ?? UNWEIGHED)),
    ),
    asked.outputs,
  )
  next()
  return { ...prepared, costs, patterns, trained, grouped, blocking, pairs }
}

/** Code of a pattern → its weight, the prior in it. */
export const weigher = (model: LinkModel, { shares, lambda }: Trained): ((code: number) => number) => {
  const { comparisons } = model
  return (code) => patternWeight(levelsOf(code, comparisons.length), shares, comparisons, lambda)
}
