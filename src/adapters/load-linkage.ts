/** codebook/linkage.yaml → what columns of a table are taken for, or every fault in the file. */
import { join } from 'node:path'
import { z } from 'zod'
import type { Fault } from '../core/faults.ts'
import { KINDS, type Kind } from '../core/linkage/kinds.ts'
import type { LinkageRules } from '../core/linkage/rules.ts'
import { head, pattern, text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const rule = {
  id: z.string().regex(/^linkage\.[a-z-]+@\d+$/, 'written linkage.x@1'),
  reason: text,
  example: text,
}
const file = z.strictObject({
  ...head,
  headings: z.array(z.strictObject({ ...rule, kind: z.enum(KINDS as [Kind, ...Kind[]]), pattern })).min(1),
  missing: z.strictObject({ ...rule, words: z.array(text) }),
})

export function loadLinkage(root: string, faults: Fault[]): LinkageRules | null {
  const read = readYaml(join(root, 'codebook', 'linkage.yaml'), 'codebook/linkage.yaml', file, faults)
  if (read === null) return null
  return {
    headings: read.headings.map(({ id, kind, pattern: one }) => ({
      id,
      kind,
      pattern: new RegExp(one, 'u'),
    })),
    missing: read.missing.words.map((word) => word.toLowerCase()),
  }
}
