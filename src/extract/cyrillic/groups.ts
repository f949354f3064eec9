/** One sentence → the counts of people, cases and things it states, with the lower and upper number its words give. */

import { baseIn } from '../../core/bases.ts'
import type { Reading } from '../../core/reading.ts'
import type { Span } from '../../core/span.ts'
import type { GroupValue } from '../../core/values.ts'
import type { GroupMention } from '../groups.ts'
import type { Line } from '../lines.ts'
import { findAll } from '../scan.ts'
import { CONDUCT } from '../strand.ts'
import { isLoose, numberOf, numberSource } from './numbers.ts'
import type { Patterns } from './patterns.ts'
import { inflectionOf, patternsOf } from './patterns-of.ts'

export function groupsInflected(text: string, sentence: Span, reading: Reading): GroupMention[] {
  const { lexicon } = reading
  const inflection = inflectionOf(reading)
  const patterns = patternsOf(reading)
  const N = numberSource(lexicon)
  const pattern = new RegExp(
    `(?<![\\d.,/№-])(${N})(?:\\s*${patterns.to}\\s*(${N}))?(-?\\p{Ll}{1,4}(?!\\p{L}))?(?=([^.;]{0,60}))`,
    'giu',
  )
  const found: GroupMention[] = []
  for (const { span, groups } of findAll(text, pattern, sentence)) {
    const [, first = '', second, suffix = '', rest = ''] = groups
    if (found.some((one) => one.span.end > span.start)) continue
    const before = text.slice(Math.max(sentence.start, span.start - 40), span.start)
    const [low, high] = [numberOf(first, lexicon), second === undefined ? null : numberOf(second, lexicon)]
    if (
      low === null ||
      !Number.isSafeInteger(low) ||
      /(?:ст|стать\p{L}+|ч|част\p{L}+|№|п|бап)\.?\s*$/iu.test(before)
    )
      continue
    if (low >= 1900 && low <= 2100 && /^\s*(?:г|год|жыл)/iu.test(suffix + rest)) continue
    const noun = nounIn(suffix + rest, reading)
    const isCollective = patterns.collective.test(first)
    const isStruck =
      patterns.struckAfter.test(suffix + rest) ||
      (patterns.struck.test(before) &&
        /^\s*(?:$|[,.;]|(?:в|на|из|во|после|во время)(?!\p{L}))/iu.test(suffix + rest))
    const inverted = /человек\s*$/iu.test(before) && !noun
    if (noun === null && !isCollective && !isStruck && !inverted) continue
    if (low === 1 && (noun === null || !/^(?:человек|адам)/iu.test(noun.word))) continue
    if (noun === null && isCollective && /^\s*(?:сут|дет|час)/iu.test(rest)) continue
    const thing = noun && baseIn(noun.word, lexicon.things, inflection) !== null
    const what = noun?.word ?? (reading.language === 'kk' ? 'адам' : 'человек')
    const value = countOf(low, high, what, before, suffix + rest, patterns)
    if (isLoose(first, lexicon) && value.qualifier === 'exact') continue
    const end = span.end + (noun ? noun.end - suffix.length : 0)
    found.push({
      span: { start: span.start, end: Math.min(sentence.end, Math.max(span.end, end)) },
      value,
      rule: thing || noun ? 'group-counted@2' : isStruck ? 'group-object@1' : 'group-alone@1',
    })
  }
  return found
}

/** The noun a number counts: at once, or after up to three qualities; «из них» is none. */
function nounIn(
  after: string,
  { lexicon, ...rest }: Reading,
): { readonly word: string; readonly end: number } | null {
  const reading = { lexicon, ...rest }
  const inflection = inflectionOf(reading)
  const { quality } = patternsOf(reading)
  for (const match of [...after.matchAll(/\s+([\p{L}-]+)|[^\s\p{L}-]/gu)].slice(0, 4)) {
    const word = match[1]
    if (
      word === undefined ||
      /^(?:из|в|на|и|по|за|с|тысяч\p{Ll}*|млн|суток|лет|года?|дн\p{Ll}+)$/iu.test(word)
    )
      return null
    if (
      baseIn(word, lexicon.people, inflection) !== null ||
      baseIn(word, lexicon.things, inflection) !== null
    )
      return { word, end: match.index + match[0].length }
    if (!quality.test(word)) return null
  }
  return null
}

function countOf(
  low: number,
  high: number | null,
  what: string,
  before: string,
  after: string,
  { qualifiers }: Patterns,
): GroupValue {
  const qualifier =
    qualifiers.find(([, side, pattern]) => pattern.test(side === 'before' ? before : after))?.[0] ?? 'exact'
  if (high !== null && high > low) return { what, min: low, max: high, qualifier: 'estimate' }
  if (qualifier === 'at_least') return { what, min: low, max: null, qualifier }
  if (qualifier === 'at_most') return { what, min: null, max: low, qualifier }
  return { what, min: low, max: low, qualifier }
}

/** «Жителя Темиртау оштрафовали»: one person without name or number, in a sentence that tells a harm. */
export function soleInflected(lines: readonly Line[], reading: Reading): GroupMention | null {
  const { lexicon } = reading
  const inflection = inflectionOf(reading)
  const { plural } = patternsOf(reading)
  if (lines.some((line) => line.names.length > 0)) return null
  for (const line of lines) {
    if (!line.acts.some((one) => !CONDUCT.has(one.act))) continue
    for (const match of line.words.matchAll(/[\p{L}-]+/gu)) {
      const word = match[0]
      const base = baseIn(word, lexicon.people, inflection)
      if (base === null || !lexicon.roles.has(base) || lexicon.officials.has(base) || plural.test(word))
        continue
      const start = line.span.start + match.index
      return {
        span: { start, end: start + word.length },
        value: { what: base, min: 1, max: 1, qualifier: 'exact' },
        rule: 'group-one@1',
      }
    }
  }
  return null
}
