/** A YAML file in, a checked value out; every fault with file, line and column is added to `faults`. */
import { readFileSync } from 'node:fs'
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import { keepParsed, keptFolder, parsedBefore } from './parsed-before.ts'

const MERGE_LIMIT = 100

/**
 * Reads `path` and checks it against `schema`. Returns null when the file cannot be used; the reasons are in `faults`.
 * @param kept where it is looked up whether this very text was read before
 * @param shownAs the name used in messages (a path relative to the project, never of this machine)
 */
export function readYaml<T>(
  path: string,
  shownAs: string,
  schema: z.ZodType<T>,
  faults: Fault[],
  kept = keptFolder(),
): T | null {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    faults.push({ code: 'data.invalid', where: shownAs, params: { problem: 'the file is missing' } })
    return null
  }
  // What was read without a fault is not read again; where it does not fit, the places of its faults are looked for.
  const before = parsedBefore(text, kept)
  const known = before === undefined ? null : schema.safeParse(before)
  if (known?.success) return known.data
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset)
    return `${shownAs}:${line}:${col}`
  }
  for (const error of [...document.errors, ...document.warnings])
    faults.push({ code: 'data.invalid', where: at(error.pos[0]), params: { problem: error.message } })
  const twice = [...keysTwice(document.contents)]
  for (const one of twice)
    faults.push({ code: 'data.invalid', where: at(one), params: { problem: 'Map keys must be unique' } })
  if (document.errors.length + twice.length > 0) return null

  const value: unknown = document.toJS({ maxAliasCount: MERGE_LIMIT })
  const parsed = schema.safeParse(value)
  if (parsed.success) {
    if (document.warnings.length === 0) keepParsed(text, value, kept)
    return parsed.data
  }
  for (const issue of parsed.error.issues) {
    faults.push({
      code: 'data.invalid',
      where: at(offsetOf(document, issue.path)),
      params: { problem: `${issue.path.map(String).join('.') || 'file'}: ${issue.message}` },
    })
  }
  return null
}

/** Offsets of keys that their map already has. The package compares each key with every other, which a locale's thousands feel. */
function* keysTwice(node: unknown): Generator<number> {
  if (isSeq(node)) for (const one of node.items) yield* keysTwice(one)
  if (!isMap(node)) return
  const seen = new Set<unknown>()
  for (const { key, value } of node.items.filter((one) => isPair(one))) {
    if (isScalar(key)) {
      if (seen.has(key.value)) yield key.range?.[0] ?? 0
      seen.add(key.value)
    }
    yield* keysTwice(value)
  }
}

/** Offset of the node at the path, or of its nearest ancestor that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
