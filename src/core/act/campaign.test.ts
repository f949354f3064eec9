/** A campaign opens only when everybody who must agree does; nothing is final, and what was said stays in the order it was said. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldCampaign, hasEnded, missingOn, riskOn, takesOn, takingOn } from './campaign.ts'
import { agreed, MOVES, moved, saidAll, TEXT } from './fixture.ts'
import type { CampaignEntryBody } from './lines.ts'
import { campaignHindrances, campaignState } from './state.ts'

type Said = readonly CampaignEntryBody[]
const TODAY = '2026-11-26'
const fold = (...said: Said) => {
  const made = foldCampaign([TEXT], saidAll(...said), MOVES)
  if (!made) throw new Error('no campaign')
  return made
}

describe('a campaign', () => {
  it.each<[string, Said, readonly string[]]>([
    ['of which nothing was said', [], ['partner', 'consent', 'risk', 'outcome', 'turned']],
    ['to which all agreed', agreed('2026-11-01'), ['outcome', 'turned']],
    [
      'that the partner vetoed after agreeing',
      [...agreed('2026-11-01'), { kind: 'partner', word: 'vetoes', on: '2026-11-02', how: 'call' }],
      ['partner', 'outcome', 'turned'],
    ],
    [
      'whose person took it back',
      [...agreed('2026-11-01'), { kind: 'person', word: 'refuses', on: '2026-11-02', how: 'letter' }],
      ['consent', 'outcome', 'turned'],
    ],
    [
      'whose old consent is typed in after it was taken back',
      [{ kind: 'person', word: 'refuses', on: '2026-11-02', how: 'letter' }, ...agreed('2026-11-01')],
      ['consent', 'outcome', 'turned'],
    ],
    ['whose review of risks is 90 days old', agreed('2026-08-28'), ['outcome', 'turned']],
    ['whose review of risks is 91 days old', agreed('2026-08-27'), ['risk', 'outcome', 'turned']],
  ])('%s', (_what, said, missing) => {
    expect([...missingOn(fold(...said), TODAY)]).toEqual(missing)
  })

  it('takes nothing while it is proposed, paused, won or closed, and all of its kinds while it is open', () => {
    const taking = (...more: Said) => takingOn(fold(...agreed('2026-11-01'), ...more), TODAY).kinds.length
    expect(taking()).toBe(0)
    expect(taking(moved('open'))).toBe(3)
    expect(taking(moved('open'), moved('pause'))).toBe(0)
    expect(taking(moved('open'), moved('win'))).toBe(0)
    expect(taking(moved('open'), moved('win'), moved('reverse'))).toBe(0)
    expect(taking(moved('open'), moved('win'), moved('reverse'), moved('open'))).toBe(3)
  })

  it('stops taking by itself on the day after its review of risks grew too old', () => {
    const open = fold(...agreed('2026-08-28'), moved('open'))
    expect(takingOn(open, TODAY).kinds).toHaveLength(3)
    expect(takingOn(open, '2026-11-27').kinds).toEqual([])
    expect(riskOn(open, '2026-11-27')).toBeNull()
    const before = takingOn(open, '2026-11-01')
    expect([takesOn(before, 'letter', TODAY), takesOn(before, 'letter', '2026-11-27')]).toEqual([true, false])
  })

  it('has ended on the day after its last, whatever state somebody left it in, and not before readers were told of a last day', () => {
    const until = (closes: string | undefined, ...more: Said) =>
      foldCampaign([{ ...TEXT, closes }], saidAll(...agreed('2026-11-01'), ...more), MOVES)
    const ended = (closes: string | undefined, ...more: Said): boolean => {
      const one = until(closes, ...more)
      return one !== null && hasEnded(one, TODAY)
    }
    for (const left of [[], [moved('pause')], [moved('win')], [moved('win'), moved('reverse')]]) {
      expect(ended('2026-11-25', moved('open'), ...left)).toBe(true)
      expect(ended(TODAY, moved('open'), ...left)).toBe(false)
      expect(ended(undefined, moved('open'), ...left)).toBe(false)
    }
    expect(ended('2026-11-25')).toBe(false)
    expect(ended(undefined, moved('open'), moved('close'))).toBe(true)
  })

  it('takes nothing on the site inside the country unless the review of risks says so', () => {
    const allowed = agreed('2026-11-01').map((one) =>
      one.kind === 'risk' ? { ...one, onlineInCountry: true } : one,
    )
    expect(takingOn(fold(...agreed('2026-11-01'), moved('open')), TODAY).onlineInCountry).toBe(false)
    expect(takingOn(fold(...allowed, moved('open')), TODAY).onlineInCountry).toBe(true)
    expect(takingOn(fold(...allowed), TODAY).onlineInCountry).toBe(false)
  })

  it('never opens at the word of whoever wrote it, nor without what it needs', () => {
    const rule = MOVES.get('open')
    if (!rule) throw new Error('no move')
    const missing = missingOn(fold(), TODAY)
    expect(
      campaignHindrances(rule, { state: 'proposed', writer: 'lena', missing }, 'lena', undefined),
    ).toEqual(['writer', 'partner', 'consent', 'risk'])
    expect(
      campaignHindrances(rule, { state: 'proposed', writer: 'lena', missing: new Set() }, 'marat', undefined),
    ).toEqual([])
  })

  it('stands the same however its lines are read', () => {
    const all = saidAll(...agreed('2026-11-01'), moved('open'), moved('win'), moved('reverse'))
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (lines) => {
        expect(foldCampaign([TEXT], lines, MOVES)).toEqual(foldCampaign([TEXT], all, MOVES))
      }),
    )
  })

  it('forgets a move that was struck', () => {
    const all = saidAll(...agreed('2026-11-01'), moved('open'), moved('win'))
    const last = all.at(-1)
    if (!last) throw new Error('none')
    const struck = [...all, { ...last, struck: true, event: 99 }]
    expect(foldCampaign([TEXT], struck, MOVES)?.state).toBe('open')
    expect(campaignState([], MOVES)).toBe('proposed')
  })
})
