/** codebook/estimates.yaml → when an estimate is not to be reported and what each one assumes, or every fault in the file. */
import { join } from 'node:path'
import { z } from 'zod'
import { METHODS, SEVERITIES } from '../core/estimate/result.ts'
import type { EstimateRules } from '../core/estimate/rules.ts'
import type { Fault } from '../core/faults.ts'
import { fullLabels, head, listOf, text } from './load-schemas.ts'
import { readYaml } from './yaml-file.ts'

const id = z.string().regex(/^estimate\.[a-z-]+@\d+$/, 'written estimate.x@1')
const words = z.array(text).min(1)

export const estimatesFile = z.strictObject({
  ...head,
  refusals: listOf(
    z.strictObject({
      id,
      severity: z.enum(SEVERITIES),
      threshold: z.number().positive().nullable(),
      reason: fullLabels,
      example: text,
    }),
  ),
  assumptions: listOf(z.strictObject({ id, text: fullLabels, example: text })),
  methods: listOf(
    z.strictObject({ id: z.enum([...METHODS, 'loglinear-darroch']), name: fullLabels, claim: fullLabels }),
  ),
  headings: z.strictObject({ count: words, times: words, draw: words }),
})
type EstimatesFile = z.infer<typeof estimatesFile>

export const estimatesFrom = ({
  refusals,
  assumptions,
  methods,
  headings,
}: EstimatesFile): EstimateRules => ({
  refusals: new Map(refusals.map((one) => [one.id, one])),
  assumptions,
  methods: new Map(methods.map((one) => [one.id, one])),
  countHeadings: headings.count,
  timesHeadings: headings.times,
  drawHeadings: headings.draw,
})

/** The rules of estimates alone: a table from elsewhere needs neither packs nor a database. */
export function loadEstimates(root: string, faults: Fault[]): EstimateRules | null {
  const file = readYaml(
    join(root, 'codebook', 'estimates.yaml'),
    'codebook/estimates.yaml',
    estimatesFile,
    faults,
  )
  return file && estimatesFrom(file)
}
