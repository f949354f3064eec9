/** Two versions of a text, and what a reader is told of the difference. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, changesBetween, standsIn } from './changes.ts'
import { compose } from './composing.ts'
import { commonOf } from './lcs.ts'

const version = (...words: readonly string[]) =>
  compose(words.map((one) => ({ kind: 'paragraph', words: one }) as const))
/** `-gone`, `+added`, `~kept [-gone-] {+added+}`. */
const told = (changes: readonly Change[]): string[] =>
  changes.map((one) => {
    if (one.kind !== 'changed') return `${one.kind === 'gone' ? '-' : '+'}${one.words}`
    const parts = one.parts.map(({ kind, words }) =>
      kind === 'kept' ? words : kind === 'gone' ? `[-${words}-]` : `{+${words}+}`,
    )
    return `~${parts.join(' ')}`
  })

test.each([
  ['nothing changed', ['One.', 'Two.'], ['One.', 'Two.'], []],
  ['line ends alone', ['One and\ntwo.'], ['One and two.'], []],
  ['a paragraph came', ['One.', 'Three.'], ['One.', 'Two.', 'Three.'], ['+Two.']],
  ['a paragraph went', ['One.', 'Two.', 'Three.'], ['One.', 'Three.'], ['-Two.']],
  [
    'a number was corrected',
    ['Police held five people in Almaty that day.'],
    ['Police held seven people in Almaty on that day.'],
    ['~Police held [-five-] {+seven+} people in Almaty {+on+} that day.'],
  ],
  [
    'one came before one that changed',
    ['A court fined two people.', 'End.'],
    ['Something new entirely here.', 'A court fined three people.', 'End.'],
    ['+Something new entirely here.', '~A court fined [-two-] {+three+} people.'],
  ],
  ['another text', ['One two three.'], ['Four five six.'], ['-One two three.', '+Four five six.']],
])('%s', (_, before, after, changes) => {
  expect(told(changesBetween(version(...before), version(...after)))).toEqual(changes)
})

test('furniture is no change', () => {
  const head = (words: string) =>
    compose([
      { kind: 'furniture', words },
      { kind: 'paragraph', words: 'One.' },
    ])
  expect(changesBetween(head('Page 1'), head('Page 2'))).toEqual([])
})

test('words stand in a later version whatever its line ends, and do not when one letter is other', () => {
  const stands = standsIn(version('On 7 May police\nheld two people.'))
  expect(stands('7 May police held\n two')).toBe(true)
  expect(stands('8 May police held')).toBe(false)
})

test('what is told leads from one version to the other, whatever they are', () => {
  const words = fc.array(fc.constantFrom('a b c d', 'a b x d', 'e', 'f g', 'h'), { maxLength: 12 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const common = commonOf(before, after)
      for (const [at, to] of common) expect(before[at]).toBe(after[to])
      for (const [index, [at, to]] of common.entries()) {
        expect(at).toBeGreaterThan(common[index - 1]?.[0] ?? -1)
        expect(to).toBeGreaterThan(common[index - 1]?.[1] ?? -1)
      }
      const changes = changesBetween(version(...before), version(...after))
      const [gone, came] = (['gone', 'added'] as const).map((kind) =>
        changes.flatMap((one) => (one.kind === kind || one.kind === 'changed' ? [one] : [])),
      )
      expect(before.length - common.length).toBe(gone?.length)
      expect(after.length - common.length).toBe(came?.length)
    }),
    { numRuns: 300, seed: 7 },
  )
})

test('two long texts that share nothing, or nearly everything, are compared at once', () => {
  const long = (sign: string) =>
    version(...Array.from({ length: 5_000 }, (_, at) => `${sign} number ${at} of many.`))
  const started = process.cpuUsage().user
  expect(changesBetween(long('a'), long('b'))).toHaveLength(10_000)
  expect(changesBetween(long('a'), long('a'))).toEqual([])
  expect(process.cpuUsage().user - started).toBeLessThan(3_000_000)
})
