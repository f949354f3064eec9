/** Small tables to estimate from, and the rules of the codebook as tests read them. */
import { fileURLToPath } from 'node:url'
import { loadEstimates } from '../../adapters/load-estimates.ts'
import type { CaptureTable } from '../../core/estimate/capture.ts'
import type { EstimateRules } from '../../core/estimate/rules.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export function rulesOfCodebook(): EstimateRules {
  const rules = loadEstimates(root, [])
  if (!rules) throw new Error('codebook/estimates.yaml cannot be read')
  return rules
}

/** `{ '110': 9 }`: nine people on the first two lists and no other. */
export function tableOf(lists: readonly string[], histories: Readonly<Record<string, number>>): CaptureTable {
  const counts = Array.from({ length: 2 ** lists.length }, () => 0)
  for (const [digits, n] of Object.entries(histories)) {
    const at = [...digits].reduce((sum, one, place) => sum | (Number(one) << place), 0)
    counts[at] = (counts[at] ?? 0) + n
  }
  return { kind: 'histories', lists, counts }
}

/** 156 people; a program written apart from ours, in another language, gave the numbers that tests hold ours against. */
export const THREE = tableOf(['a', 'b', 'c'], {
  ...{ '100': 40, '010': 30, '001': 50, '110': 9, '101': 14, '011': 8, '111': 5 },
})
