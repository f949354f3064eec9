/** What readers see of a recommendation, and what they must not. */
import { describe, expect, it } from 'vitest'
import type { Demand, GradeGiven } from '../recommendation/recommendation.ts'
import { namesInWords } from './names-in-words.ts'
import { projectRecommendation } from './project-recommendation.ts'

const names = namesInWords([['Asan Usenov', 'Асан Усенов'], ['Aigul Serikova']], () => false)
const demand: Demand = {
  ...{ words: 'Let Asan Usenov go.', language: 'en', body: 'human-rights-committee', on: '2026' },
  source: { kind: 'hand', title: 'Views', place: 'point 4', url: null },
  ask: { en: 'Release him', ru: null, kk: null },
  ...{ addressees: ['authorities'], laws: ['CC-174'], freedoms: ['expression'], people: ['usenov'] },
  ...{ specificity: 5, response: null, due: null, rule: null },
}
const grade: GradeGiven = {
  ...{ grader: 'us', on: '2026-01-01', grade: 'D' },
  evidence: [
    { incident: 'kz-1' },
    { incident: 'kz-2' },
    { title: 'Letter to A. Serikova', url: null, on: null },
  ],
  note: { en: 'Усеновты босатпады', ru: null, kk: null },
}
const shownAs = (given: Partial<Demand>, shown: readonly string[]) =>
  projectRecommendation(
    {
      ...{ id: 'rec-1', country: 'kz', same: [], updated: '2026-01-02', grades: [grade] },
      source: { title: 'Views', publisher: null, place: 'point 4', url: null },
      demand: { ...demand, ...given },
    },
    { names, named: new Map(shown.length > 0 ? [['usenov', shown]] : []), isShown: (id) => id === 'kz-1' },
  )

describe('a recommendation as readers see it', () => {
  it('holds back words, notes and evidence that name somebody, in any script, and says how much evidence', () => {
    const seen = shownAs({}, [])
    expect(seen?.words).toBeNull()
    expect(seen?.grades).toEqual([
      {
        grader: 'us',
        on: '2026-01-01',
        grade: 'D',
        note: null,
        evidence: [{ incident: 'kz-1' }],
        withheld: 2,
      },
    ])
    expect(JSON.stringify(seen)).not.toMatch(/usenov|усенов|serikova/i)
  })

  it('shows a name that readers see in a public record, and still holds back the other', () => {
    const seen = shownAs({}, ['Asan Usenov', 'Асан Усенов'])
    expect(seen?.words).toBe('Let Asan Usenov go.')
    expect(JSON.stringify(seen)).not.toContain('Serikova')
  })

  it.each(['Call +7 701 000 00 00.', 'Write to somebody@example.org.'])(
    'holds back words by which somebody can be reached: %s',
    (words) => expect(shownAs({ words }, [])?.words).toBeNull(),
  )

  it('leads to no address that spells a name, however it is written, and to no profile', () => {
    const seen = (url: string) =>
      projectRecommendation(
        {
          ...{ id: 'rec-1', country: 'kz', same: [], updated: '2026-01-02', grades: [], demand },
          source: { title: 'Views', publisher: null, place: null, url },
        },
        { names, named: new Map(), isShown: () => true },
      )?.source.url
    expect(seen(`https://example.org/${encodeURIComponent('Серикова')}`)).toBeNull()
    expect(seen('https://facebook.com/somebody77')).toBeNull()
    expect(seen('https://example.org/views/4')).toBe('https://example.org/views/4')
  })

  it('is not shown at all where our own sentence names somebody', () => {
    expect(shownAs({ ask: { en: 'Release Asan Usenov', ru: null, kk: null } }, [])).toBeNull()
    expect(shownAs({ ask: { en: 'Release him', ru: 'Освободить Асана Усенова', kk: null } }, [])).toBeNull()
  })
})
