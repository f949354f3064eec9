/** The way of a record: what may follow what, what the public sees meanwhile, and that nothing gets there by one person alone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../../test/world.ts'
import { hindrances, MOVES, type Moved, type MoveName, SHOWN, type State, statusOf } from './state.ts'

const rules = knowledge.codebook.policy.moves
/** `d` is a decision, a word is a move; each takes the next place in the log. */
const after = (...steps: readonly ('d' | MoveName)[]) => {
  const decided = steps.flatMap((one, index) => (one === 'd' ? [index + 1] : []))
  const moved = steps.flatMap((one, index): Moved[] =>
    one === 'd' ? [] : [{ move: one, event: index + 1, by: 'somebody' }],
  )
  return statusOf(decided, moved, rules)
}

describe('a record', () => {
  it.each<[readonly ('d' | MoveName)[], State, number | null]>([
    [[], 'draft', null],
    [['d'], 'coded', null],
    [['d', 'verify'], 'verified', null],
    [['d', 'verify', 'clear'], 'cleared', null],
    [['d', 'verify', 'clear', 'publish'], 'published', 4],
    [['d', 'verify', 'd'], 'coded', null],
    [['d', 'verify', 'clear', 'd'], 'coded', null],
    // What was cleared stays in view while its successor waits.
    [['d', 'verify', 'clear', 'publish', 'd'], 'coded', 4],
    [['d', 'verify', 'clear', 'publish', 'd', 'verify', 'clear'], 'cleared', 4],
    [['d', 'verify', 'clear', 'publish', 'd', 'verify', 'clear', 'correct'], 'corrected', 8],
    [['d', 'verify', 'return'], 'coded', null],
    [['d', 'verify', 'clear', 'publish', 'withdraw'], 'withdrawn', null],
    // A decision brings nothing back.
    [['d', 'verify', 'clear', 'publish', 'withdraw', 'd'], 'withdrawn', null],
    [['d', 'verify', 'clear', 'publish', 'withdraw', 'reopen'], 'coded', null],
    [['d', 'verify', 'clear', 'publish', 'd', 'withdraw'], 'withdrawn', null],
  ])('after %j is %s and shown up to %s', (steps, state, shown) => {
    expect(after(...steps)).toEqual({ state, shown })
  })

  it('is public only in the version that was read by somebody who did not code it, cleared by another who did not, and published', () => {
    const person = fc.constantFrom('lena', 'marat', 'bota')
    const step = fc.record({ what: fc.constantFrom('d' as const, ...MOVES), by: person })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const made: { what: 'd' | MoveName; by: string }[] = []
        for (const { what, by } of steps) {
          const decided = made.flatMap((one, index) => (one.what === 'd' ? [index + 1] : []))
          const moved = made.flatMap((one, index): Moved[] =>
            one.what === 'd' ? [] : [{ move: one.what, event: index + 1, by: one.by }],
          )
          const status = statusOf(decided, moved, rules)
          const rule = what === 'd' ? undefined : rules.get(what)
          const record = {
            state: status.state,
            coders: made.filter((one) => one.what === 'd').map((one) => one.by),
            wasShown: made.some((one) => one.what === 'publish' || one.what === 'correct'),
            replied: true,
            readTwice: true,
          }
          if (rule === undefined || hindrances(rule, record, by, 'a reason').length === 0)
            made.push({ what, by })
        }
        const { shown } = statusOf(
          made.flatMap((one, index) => (one.what === 'd' ? [index + 1] : [])),
          made.flatMap((one, index): Moved[] =>
            one.what === 'd' ? [] : [{ move: one.what, event: index + 1, by: one.by }],
          ),
          rules,
        )
        if (shown === null) return
        const before = made.slice(0, shown)
        const lastDecided = before.map((one) => one.what).lastIndexOf('d')
        const since = before.slice(lastDecided + 1)
        const coders = new Set(before.filter((one) => one.what === 'd').map((one) => one.by))
        for (const needed of ['verify', 'clear'] as const) {
          const taken = since.filter((one) => one.what === needed)
          expect(taken.length).toBeGreaterThan(0)
          for (const one of taken) expect(coders.has(one.by)).toBe(false)
        }
        expect(SHOWN.has(rules.get(before.at(-1)?.what as MoveName)?.to ?? 'coded')).toBe(true)
        expect(made.slice(shown).some((one) => one.what === 'withdraw')).toBe(false)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a move', () => {
  const record = {
    state: 'coded' as State,
    coders: ['lena'],
    wasShown: false,
    replied: true,
    readTwice: true,
  }
  const hindered = (move: MoveName, more: Partial<typeof record>, by = 'marat', why?: string) => {
    const rule = rules.get(move)
    return rule ? hindrances(rule, { ...record, ...more }, by, why) : ['no such move']
  }
  it.each<[string, readonly string[], readonly string[]]>([
    ['verify by its coder', hindered('verify', {}, 'lena'), ['coder']],
    ['verify by another', hindered('verify', {}), []],
    ['verify what a second reader has not coded', hindered('verify', { readTwice: false }), ['second']],
    [
      'withdraw what a second reader has not coded',
      hindered('withdraw', { readTwice: false }, 'lena', 'danger'),
      [],
    ],
    ['clear before it is verified', hindered('clear', {}), ['state']],
    [
      'clear while somebody was not heard',
      hindered('clear', { state: 'verified', replied: false }),
      ['reply'],
    ],
    [
      'clear by its coder, too early and unheard',
      hindered('clear', { replied: false }, 'lena'),
      ['state', 'coder', 'reply'],
    ],
    ['publish what was public before', hindered('publish', { state: 'cleared', wasShown: true }), ['state']],
    ['correct without a reason', hindered('correct', { state: 'cleared', wasShown: true }), ['reason']],
    [
      'correct with a reason of blanks',
      hindered('correct', { state: 'cleared', wasShown: true }, 'marat', '  '),
      ['reason'],
    ],
    ['correct what was never public', hindered('correct', { state: 'cleared' }, 'marat', 'x'), ['state']],
    ['withdraw without a reason', hindered('withdraw', { state: 'published' }), ['reason']],
    ['withdraw by its own coder', hindered('withdraw', { state: 'published' }, 'lena', 'danger'), []],
    ['withdraw twice', hindered('withdraw', { state: 'withdrawn' }, 'lena', 'danger'), ['state']],
  ])('%s: %j', (_what, found, expected) => expect(found).toEqual(expected))
})
