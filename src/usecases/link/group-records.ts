/** Scored pairs → groups of records, guarded against chains, and the pairs of which their group says more than they do. */

import type { Engine } from '../../adapters/duckdb/engine.ts'
import { compareImplied } from '../../adapters/duckdb/implied.ts'
import { type Weighed, weighedPairs } from '../../adapters/duckdb/score.ts'
import type { LinkModel } from '../../core/linkage/model.ts'
import { components, guardedGroups } from '../../link/groups.ts'
import { leastDoubt, MOST_IMPLIED } from '../../link/through-others.ts'
import { priorWeight, probabilityOf } from '../../link/weights.ts'

export type Grouped = {
  readonly groups: number
  readonly grouped: number
  readonly largest: number
  /** Joins that were refused because the rest of the two groups spoke against them. */
  readonly refused: number
  readonly lifted: number
}

/** Below this a pair says as little as it can say. */
const NOTHING = -60

export async function groupRecords(
  engine: Engine,
  model: LinkModel,
  rows: number,
  lambda: number,
  weigh: (code: number) => number,
): Promise<Grouped> {
  const least = Math.log2(model.threshold / (1 - model.threshold))
  const believed = await weighedPairs(engine, least)
  const component = components(rows, believed, least)
  const larger = membersOf(component, 3, MOST_IMPLIED)
  let label = component
  let refused = 0
  let lifted: { readonly l: number[]; readonly r: number[]; readonly w: number[] } = { l: [], r: [], w: [] }
  if (larger.records.length > 0) {
    await compareImplied(engine, model, larger, weigh)
    await engine.run('CREATE OR REPLACE TABLE members (record INTEGER, label INTEGER)')
    const all = membersOf(component, 3, Number.POSITIVE_INFINITY)
    await engine.append('members', [all.records, all.labels])
    const within = 'JOIN members ma ON ma.record = l JOIN members mb ON mb.record = r AND mb.label = ma.label'
    const inside = await weighedPairs(engine, NOTHING, within)
    const guarded = guardedGroups(rows, component, inside, least, priorWeight(lambda))
    label = guarded.label
    refused = guarded.refused
    lifted = liftedPairs(label, inside)
  }
  await engine.run('CREATE OR REPLACE TABLE lifted (l INTEGER, r INTEGER, w VARCHAR)')
  await engine.append('lifted', [lifted.l, lifted.r, lifted.w.map(String)])
  await engine.run('ALTER TABLE lifted ALTER w TYPE FLOAT')
  const together = membersOf(label, 2, Number.POSITIVE_INFINITY)
  await engine.run('CREATE OR REPLACE TABLE groups (record INTEGER, label INTEGER)')
  await engine.append('groups', [together.records, together.labels])
  return {
    groups: new Set(together.labels).size,
    grouped: together.records.length,
    largest: together.largest,
    refused,
    lifted: lifted.l.length,
  }
}

/** Records of groups of so many, with the label of each. */
function membersOf(
  label: Int32Array,
  fewest: number,
  most: number,
): { readonly records: readonly number[]; readonly labels: readonly number[]; readonly largest: number } {
  const sizes = new Int32Array(label.length)
  for (const one of label) sizes[one] = (sizes[one] ?? 0) + 1
  const [records, labels]: [number[], number[]] = [[], []]
  let largest = 0
  label.forEach((one, record) => {
    const size = sizes[one] ?? 0
    if (size < fewest || size > most) return
    records.push(record)
    labels.push(one)
    largest = Math.max(largest, size)
  })
  return { records, labels, largest }
}

/** Pairs of one group whose best path through others is surer than they are: with the weight of that path. */
function liftedPairs(label: Int32Array, inside: Weighed): { l: number[]; r: number[]; w: number[] } {
  const byGroup = new Map<number, number[]>()
  for (let at = 0; at < inside.left.length; at += 1) {
    const own = label[inside.left[at] ?? 0] ?? 0
    if (own !== label[inside.right[at] ?? 0]) continue
    const list = byGroup.get(own)
    if (list) list.push(at)
    else byGroup.set(own, [at])
  }
  const lifted: { l: number[]; r: number[]; w: number[] } = { l: [], r: [], w: [] }
  for (const list of byGroup.values()) {
    const records = [...new Set(list.flatMap((at) => [inside.left[at] ?? 0, inside.right[at] ?? 0]))]
    if (records.length < 3 || records.length > MOST_IMPLIED) continue
    const place = new Map(records.map((record, index) => [record, index]))
    const doubt = records.map(() => new Float64Array(records.length).fill(1))
    const cell = (at: number): readonly [number, number] => [
      place.get(inside.left[at] ?? 0) ?? 0,
      place.get(inside.right[at] ?? 0) ?? 0,
    ]
    for (const at of list) {
      const [i, j] = cell(at)
      const own = 1 - probabilityOf(inside.weight[at] ?? 0)
      for (const [x, y] of [
        [i, j],
        [j, i],
      ] as const) {
        const row = doubt[x]
        if (row) row[y] = own
      }
    }
    leastDoubt(doubt)
    for (const at of list) {
      const [i, j] = cell(at)
      const least = Math.max(doubt[i]?.[j] ?? 1, 1e-9)
      const weight = Math.log2((1 - least) / least)
      if (weight <= (inside.weight[at] ?? 0) + 0.001) continue
      lifted.l.push(inside.left[at] ?? 0)
      lifted.r.push(inside.right[at] ?? 0)
      lifted.w.push(weight)
    }
  }
  return lifted
}
