/** A lawyer finds in the form what they wrote, and what they send again is the same analysis. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { knowledge, NOW, ROOT } from '../../../../test/world.ts'
import type { RecordAnalysis } from '../../../core/analysis.ts'
import type { AnalysisRow } from '../../../store/tables.ts'
import { parseDecided } from '../../../usecases/decided-schema.ts'
import { typedAnalysis } from './fields.ts'
import { analysisOf } from './typed.ts'

const LINES = readFileSync(`${ROOT}/examples/analyses.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as RecordAnalysis)

const rowOf = (one: RecordAnalysis): AnalysisRow =>
  ({
    ...{ ...one, author: one.author ?? null, asks: one.asks ?? [], is_public: one.public },
    ...('incident' in one.of
      ? { incident: one.of.incident, law: null }
      : { incident: null, law: one.of.law }),
  }) as unknown as AnalysisRow

it.each(LINES.map((one) => [one.id, one] as const))('%s comes back from the form as it was', (_id, line) => {
  const { by, at, why: _, ...told } = line
  const sent = analysisOf(line.id, typedAnalysis(rowOf(line)))
  expect({ ...sent, asks: sent.asks ?? [] }).toEqual({ asks: [], ...told })
  expect(parseDecided({ ...sent, by, at }, knowledge.codebook, NOW.slice(0, 10), 'form')).toMatchObject(told)
})

it('leaves out the steps and demands that nobody filled in, and refuses a finding without a passage', () => {
  const typed = { country: 'kz', law: 'CC-174', standard: 'ICCPR-19', finding: 'unclear', public: 'no' }
  const one = { ...typed, 'legality-finding': 'not_examined', 'legality-reason-en': 'No time.' }
  expect(analysisOf('analysis-x', one)).toMatchObject({ steps: [{ step: 'legality' }], asks: [] })
  const line = { ...analysisOf('analysis-x', { ...one, 'legality-finding': 'met' }), by: 'lena', at: NOW }
  expect(() => parseDecided(line, knowledge.codebook, NOW.slice(0, 10), 'form')).toThrow(/passage/)
})
