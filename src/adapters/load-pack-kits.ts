/** kits/*.yaml of a country pack: each lesson kit, its minutes added up and everything that it names there. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import type { Kit } from '../core/teach/kit.ts'
import { fullLabels, head, listOf, packId, text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const told = (least: number, most = 12) => z.array(fullLabels).min(least).max(most)
const minutes = z.int().min(1).max(240)
const kitFile = z
  .strictObject({
    ...head,
    id: packId,
    ...{ persons: z.array(text).max(1), incidents: listOf(text, null) },
    ...{ laws: listOf(packId, null), standards: listOf(text, null) },
    ages: z.strictObject({ from: z.int().min(6).max(99), to: z.int().max(99).nullable() }),
    group: z.strictObject({ from: z.int().min(2), to: z.int().max(60) }),
    level: z.literal([1, 2, 3, 4]),
    minutes,
    title: fullLabels,
    one: fullLabels,
    objectives: told(2, 4),
    materials: told(1),
    prepare: told(1),
    story: told(1),
    steps: listOf(z.strictObject({ minutes, do: fullLabels, say: fullLabels.nullable() }), null),
    debrief: z.strictObject({ minutes, questions: told(5) }),
    action: told(2),
    safety: z.strictObject({ not: told(1), facilitator: told(1), learner: told(1) }),
    handouts: listOf(z.strictObject({ title: fullLabels, lines: told(2, 20) }), null),
    lowTech: fullLabels,
    feedback: told(3, 3),
  })
  .superRefine(({ steps, debrief, minutes: all }, context) => {
    const sum = steps.reduce((one, step) => one + step.minutes, debrief.minutes)
    if (sum !== all)
      context.addIssue({
        code: 'custom',
        message: `steps and debrief take ${sum} minutes together`,
        path: ['minutes'],
      })
  })

/** None where the pack has no such folder. What kits name of the codebook is checked by `kitFaults`, which has it. */
export function loadKits(
  root: string,
  pack: string,
  known: { readonly provisions: ReadonlySet<string> | null },
  faults: Fault[],
): readonly Kit[] {
  const folder = join(root, 'packs', pack, 'kits')
  if (!existsSync(folder)) return []
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  return names.flatMap((name) => {
    const shownAs = `packs/${pack}/kits/${name}`
    const file = readYaml(join(folder, name), shownAs, kitFile, faults)
    if (file === null) return []
    const wrong = [
      ...(`${file.id}.yaml` === name ? [] : [`id "${file.id}" in the file "${name}"`]),
      ...(file.persons.length === 0 && JSON.stringify(file).includes('{person}')
        ? ['{person} stands for nobody']
        : []),
      ...file.laws
        .filter((one) => known.provisions?.has(one) === false)
        .map((one) => `no provision "${one}"`),
    ]
    faults.push(
      ...wrong.map((problem): Fault => ({ code: 'data.invalid', where: shownAs, params: { problem } })),
    )
    return [file]
  })
}

/** What kits name that the codebook does not have. */
export const kitFaults = (
  pack: string,
  kits: Iterable<Kit>,
  { standards }: { readonly standards: ReadonlyMap<string, unknown> },
): readonly Fault[] =>
  [...kits].flatMap((kit) =>
    kit.standards
      .filter((one) => !standards.has(one))
      .map(
        (one): Fault => ({
          code: 'data.invalid',
          where: `packs/${pack}/kits/${kit.id}.yaml`,
          params: { problem: `no standard "${one}"` },
        }),
      ),
  )
