import { describe, expect, it } from 'vitest'
import type { AnalysisBody } from '../analysis.ts'
import { namesSomebody, projectAnalysis } from './project-analysis.ts'

const NAMES = ['Asan', 'Usenov', 'Максат', 'Серикова']
const saying = (reason: string, more: Partial<AnalysisBody> = {}): AnalysisBody => ({
  ...{ id: 'analysis-x', country: 'kz', of: { law: 'CC-174' }, standard: 'ICCPR-19', finding: 'unclear' },
  steps: [
    { step: 'legality', finding: 'unclear', reason: { en: reason, ru: null, kk: null }, passage: null },
  ],
  ...{ author: null, asks: [] },
  ...more,
})

describe('a legal analysis', () => {
  it.each([
    ['the article does not say what discord is', false],
    ['the court held Usenov for ten days', true],
    ['ten days for Усенов', true],
    ['дело Сериковой', true],
    ['бұл мақсат Пактіге сай', false],
    ['Максата судили', true],
  ])('%s: names somebody, %s', (reason, is) => expect(namesSomebody(saying(reason), NAMES)).toBe(is))

  it('is shown to nobody while it names somebody, wherever the name stands', () => {
    const clean = saying('the article is vague')
    expect(projectAnalysis(clean, '2026-11-12', NAMES)?.on).toBe('2026-11-12')
    expect(projectAnalysis({ ...clean, author: 'Asan Usenov' }, '2026-11-12', NAMES)).toBeNull()
    const asks = [{ to: 'courts', text: { en: 'Free Usenov.', ru: null, kk: null } }]
    expect(projectAnalysis({ ...clean, asks }, '2026-11-12', NAMES)).toBeNull()
    const [step] = clean.steps
    const passage = { title: 'Judgment against A. Usenov', place: 'page 1', url: null }
    const steps = step ? [{ ...step, passage }] : []
    expect(projectAnalysis({ ...clean, steps }, '2026-11-12', NAMES)).toBeNull()
  })
})
