/** A model of linkage as YAML → the checked model, or every fault with its line and column; and a model → its YAML. */
import { basename } from 'node:path'
import { stringify } from 'yaml'
import { z } from 'zod'
import { type Fault, Refusal } from '../core/faults.ts'
import { KINDS, type Kind, LEVELS, MOST_COMPARISONS } from '../core/linkage/kinds.ts'
import { DEFAULTS, keyText, type LinkModel, PARTS } from '../core/linkage/model.ts'
import { text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const share = z.number().gt(0).lt(1)
const comparison = z
  .strictObject({
    name: z.string().regex(/^[^:,\s+](?:[^:,+]*[^:,\s+])?$/, 'a name without colon, comma or plus'),
    columns: z.array(z.string().min(1)).min(1).max(3),
    kind: z.enum(KINDS as [Kind, ...Kind[]]),
    swaps: text.optional(),
    unless: text.optional(),
    frequency: z.boolean().optional(),
    m: z.array(share).optional(),
    u: z.array(share).optional(),
  })
  .superRefine((one, context) => {
    for (const field of ['m', 'u'] as const) {
      const [given, wanted] = [one[field]?.length, LEVELS[one.kind]?.length]
      if (given !== undefined && given !== wanted)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: `${wanted} levels of ${one.kind}, ${given} numbers`,
        })
    }
    if (one.columns.length > 1 && one.kind !== 'date')
      context.addIssue({ code: 'custom', path: ['columns'], message: 'only a date has several columns' })
  })
const keyList = z.array(text).min(1).max(6)

const shape = z
  .strictObject({
    comparisons: z.array(comparison).min(1).max(MOST_COMPARISONS),
    blocking: z.array(keyList).min(1).max(24),
    deterministic: z.array(keyList),
    prior: share.nullable().optional(),
    threshold: share.optional(),
    keep: share.optional(),
    mostInBlock: z.int().min(2).optional(),
  })
  .superRefine(({ comparisons, blocking, deterministic }, context) => {
    const names = new Set(comparisons.map((one) => one.name))
    const tell = (message: string, ...path: PropertyKey[]): void =>
      context.addIssue({ code: 'custom', message, path })
    comparisons.forEach((one, index) => {
      if (comparisons.findIndex((other) => other.name === one.name) !== index)
        tell(`"${one.name}" is there twice`, 'comparisons', index, 'name')
      for (const field of ['swaps', 'unless'] as const) {
        const other = one[field]
        if (other !== undefined && (!names.has(other) || other === one.name))
          tell(`"${other}" is no other comparison`, 'comparisons', index, field)
      }
    })
    blocking.forEach((rule, at) => {
      rule.forEach((key, index) => {
        const found = /^([^:]+)(?::(.+))?$/.exec(key)
        const part = found?.[2] ?? 'all'
        if (!names.has(found?.[1] ?? '')) tell(`"${key}" names no comparison`, 'blocking', at, index)
        else if (!PARTS.some((one) => one === part))
          tell(`"${part}" is none of ${PARTS.join(', ')}`, 'blocking', at, index)
      })
    })
    deterministic.forEach((rule, at) => {
      rule.forEach((name, index) => {
        if (!names.has(name)) tell(`"${name}" names no comparison`, 'deterministic', at, index)
      })
    })
  })

/** Throws a Refusal with every fault. */
export function loadLinkModel(path: string): LinkModel {
  const faults: Fault[] = []
  const read = readYaml(path, basename(path), shape, faults)
  if (read === null) throw new Refusal(faults)
  return {
    ...DEFAULTS,
    ...Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined)),
    prior: read.prior ?? null,
    deterministic: read.deterministic,
    comparisons: read.comparisons.map((one) => ({
      name: one.name,
      columns: one.columns,
      kind: one.kind,
      swaps: one.swaps ?? null,
      unless: one.unless ?? null,
      frequency: one.frequency ?? false,
      m: one.m ?? null,
      u: one.u ?? null,
    })),
    blocking: read.blocking.map((rule) =>
      rule.map((key) => {
        const [name = '', part = 'all'] = key.split(':')
        return { comparison: name, part: PARTS.find((one) => one === part) ?? 'all' }
      }),
    ),
  }
}

/** `remarks`: lines that say why the model is so; they stand above it. What is not said has its default. */
export function linkModelYaml(model: LinkModel, remarks: readonly string[]): string {
  const plain = {
    comparisons: model.comparisons.map(({ name, columns, kind, swaps, unless, frequency, m, u }) => ({
      name,
      columns,
      kind,
      ...(swaps !== null && { swaps }),
      ...(unless !== null && { unless }),
      ...(frequency && { frequency }),
      ...(m && { m }),
      ...(u && { u }),
    })),
    blocking: model.blocking.map((rule) => rule.map(keyText)),
    deterministic: model.deterministic,
    prior: model.prior,
    threshold: model.threshold,
    keep: model.keep,
    mostInBlock: model.mostInBlock,
  }
  const head = remarks.map((line) => `# ${line}\n`).join('')
  return `${head}${stringify(plain, { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'any' })}`
}
