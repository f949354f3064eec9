/** The form of a legal analysis as it was sent in, the line to record out. */
import {
  ANALYSIS_FINDINGS,
  type AnalysisBody,
  type AnalysisStep,
  STEP_FINDINGS,
} from '../../../core/analysis.ts'
import { LANGUAGES, type Labels, type Language } from '../../../core/language.ts'
import { TEST_STEPS } from '../../../core/standard.ts'
import type { AnalysisInput } from '../../../usecases/analyses/save-analysis.ts'
import { saidOf, type Typed, typedOf } from '../cases/fields.ts'
import { ASKS, ofAsk, ofStep } from './fields.ts'

const labelsIn = (typed: Typed, name: (language: Language) => string): Labels => {
  const [en, ru, kk] = LANGUAGES.map((one) => saidOf(typed, name(one)) ?? null)
  // Without English nobody else could check it; the schema says so in its own words.
  return { en: en ?? '', ru: ru ?? null, kk: kk ?? null }
}

export function analysisOf(id: string, typed: Typed): AnalysisInput {
  const incident = saidOf(typed, 'incident')
  const author = saidOf(typed, 'author')
  return {
    ...{ record: 'analysis', id, country: typedOf(typed, 'country'), standard: typedOf(typed, 'standard') },
    of: incident === undefined ? { law: typedOf(typed, 'law').trim() } : { incident },
    steps: TEST_STEPS.flatMap((step): readonly AnalysisStep[] => {
      const finding = STEP_FINDINGS.find((one) => one === typed[ofStep(step, 'finding')])
      if (!finding) return []
      const title = saidOf(typed, ofStep(step, 'title'))
      const place = saidOf(typed, ofStep(step, 'place'))
      const hasPassage = title !== undefined || place !== undefined
      return [
        {
          ...{ step, finding, reason: labelsIn(typed, (one) => ofStep(step, `reason-${one}`)) },
          passage: hasPassage
            ? { title: title ?? '', place: place ?? '', url: saidOf(typed, ofStep(step, 'url')) ?? null }
            : null,
        },
      ]
    }),
    finding: ANALYSIS_FINDINGS.find((one) => one === typed.finding) ?? 'unclear',
    ...(author !== undefined && { author }),
    asks: ASKS.flatMap((n): AnalysisBody['asks'] => {
      const to = saidOf(typed, ofAsk(n, 'to'))
      return to === undefined ? [] : [{ to, text: labelsIn(typed, (one) => ofAsk(n, one)) }]
    }),
    public: typed.public === 'yes',
  }
}
