/** The shape of codebook/ooni.yaml, from plain YAML values to the checked rules by which network measurements are judged. */
import { z } from 'zod'
import { type MeasurementRules, VERDICTS } from '../core/measurement-rules.ts'
import { fullLabels, head, labels, listOf, rowsOf, text, withChecks } from './load-schemas.ts'

const share = z.number().min(0).max(1)
const verdict = z.strictObject({
  id: z.string().regex(/^ooni\.[a-z-]+@\d+$/, 'a verdict is written ooni.name@version'),
  verdict: z.enum(VERDICTS),
  label: fullLabels,
  act: text.nullable(),
  reason: labels,
  example: text,
})

/** One measurement must never be enough, whatever somebody writes into the file. */
const LEAST_MEASUREMENTS = 2

const shape = z.strictObject({
  ...head,
  verdicts: listOf(verdict),
  blocked: z.strictObject({
    measurements: z.int().min(LEAST_MEASUREMENTS),
    days: z.int().min(2),
    share: share.min(0.5),
    lower: share,
    same: share,
    control: share,
  }),
  interception: z.strictObject({ measurements: z.int().min(LEAST_MEASUREMENTS) }),
  accessible: z.strictObject({ share }),
  unjudged: listOf(text, null),
})

/** `acts` null: the file of acts could not be read, and its faults are told already. */
export const ooniFile = (acts: ReadonlyMap<string, unknown> | null) =>
  withChecks(shape, (file, tell) => {
    const rows = rowsOf(file, 'verdicts')
    for (const word of VERDICTS)
      if (rows.filter((one) => one.verdict === word).length !== 1)
        tell(`the verdict "${word}" must be there once`, ['verdicts'])
    rows.forEach(({ act }, index) => {
      if (acts && typeof act === 'string' && !acts.has(act))
        tell(`"${act}" is no act of acts.yaml`, ['verdicts', index, 'act'])
    })
  })

export function measurementRulesFrom(file: z.infer<typeof shape>): MeasurementRules {
  const { blocked, interception, accessible, unjudged } = file
  const verdicts = Object.fromEntries(
    file.verdicts.map((one) => [one.verdict, one]),
  ) as MeasurementRules['verdicts']
  return { verdicts, blocked, interception, accessible, unjudged }
}
