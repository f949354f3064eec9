/** A document of measurements in, what may be said of each site on each network out, also where nothing is proposed. */
import type { MeasurementRules, Verdict } from '../../core/measurement-rules.ts'
import { judgedIn } from '../../extract/ooni/extract-measured.ts'
import type { DeskDocument } from '../../store/queries/desk.ts'
import type { Context } from '../context.ts'
import { readText } from './read-review.ts'

export type Measurements = {
  readonly document: DeskDocument
  readonly rules: MeasurementRules
  readonly verdicts: readonly Verdict[]
}

/** Of a report in words there are none. */
export async function readMeasurements(context: Context, id: string): Promise<Measurements> {
  const document = await readText(context, id)
  const { codebook, packs } = context.knowledge
  const judged = judgedIn(document.text, codebook.measurements, packs.get(document.country) ?? null)
  return { document, rules: codebook.measurements, verdicts: judged.map((one) => one.verdict) }
}
