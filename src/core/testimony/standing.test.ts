/** A consent stands for the words it was given to, from its day to its end, until it is taken back; nothing older brings it back. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotationsStanding, type SaidQuotation, type Withdrawn } from './standing.ts'

const TODAY = '2026-11-26'
const said = (event: number, words: string, consent: Partial<SaidQuotation['consent']> | null) =>
  ({
    ...{ event, quotation: 'q1', said: words, wording: { en: words, ru: null, kk: null } },
    shown: { kind: 'described', as: { en: 'a lawyer', ru: null, kk: null } },
    consent: consent && { use: { kind: 'any' }, on: '2026-10-01', how: 'signed', until: null, ...consent },
  }) as SaidQuotation
const ended = (event: number, on: string, quotation: string | null = 'q1'): Withdrawn => ({
  ...{ event, on, quotation },
})
const standing = (all: readonly SaidQuotation[], ends: readonly Withdrawn[] = []) => {
  const one = quotationsStanding(all, ends, TODAY).get('q1')
  return `${one?.state} ${one?.agreed?.said ?? '-'}`
}

describe('a quotation', () => {
  it.each<[string, readonly SaidQuotation[], readonly Withdrawn[], string]>([
    ['that nobody agreed to', [said(1, 'first', null)], [], 'asked -'],
    ['that was agreed to', [said(1, 'first', {})], [], 'stands first'],
    ['whose last day is today', [said(1, 'first', { until: TODAY })], [], 'stands first'],
    ['whose last day was yesterday', [said(1, 'first', { until: '2026-11-25' })], [], 'ended first'],
    ['whose consent begins tomorrow', [said(1, 'first', { on: '2026-11-27' })], [], 'ended first'],
    ['whose new words wait', [said(1, 'first', {}), said(2, 'second', null)], [], 'stands first'],
    ['whose new words were agreed to', [said(1, 'first', {}), said(2, 'second', {})], [], 'stands second'],
    ['whose newer consent ended', [said(1, 'a', {}), said(2, 'b', { until: '2026-11-01' })], [], 'ended b'],
    ['that was taken back', [said(1, 'first', {})], [ended(2, '2026-11-01')], 'withdrawn first'],
    ['taken back with all others', [said(1, 'first', {})], [ended(2, '2026-11-01', null)], 'withdrawn first'],
    [
      'of which another was taken back',
      [said(1, 'first', {})],
      [ended(2, '2026-11-01', 'q2')],
      'stands first',
    ],
    [
      'whose old paper is typed in after it was taken back',
      [said(1, 'first', {}), said(3, 'first', { on: '2026-10-30' })],
      [ended(2, '2026-11-01')],
      'withdrawn first',
    ],
    [
      'agreed to anew on a later day',
      [said(1, 'first', {}), said(3, 'second', { on: '2026-11-02' })],
      [ended(2, '2026-11-01')],
      'stands second',
    ],
  ])('%s', (_what, all, ends, expected) => {
    expect(standing(all, ends)).toBe(expected)
  })

  it('never stands once its end is the newest thing said, whatever was said before and in whatever order it is read', () => {
    const line = fc.record({ on: fc.integer({ min: 1, max: 25 }), isAgreed: fc.boolean() })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, isReversed) => {
        const all = lines.map(({ on, isAgreed }, at) =>
          said(at + 1, `w${at}`, isAgreed ? { on: `2026-11-${String(on).padStart(2, '0')}` } : null),
        )
        const given = isReversed ? all.toReversed() : all
        expect(standing(given, [ended(99, '2026-01-01')])).toMatch(/^withdrawn/)
      }),
    )
  })
})
