/** A strand without a named victim → the one unnamed person it tells of, counted as one. */
import type { Lexicon } from '../core/reading.ts'
import type { GroupMention } from './groups.ts'
import type { Line } from './lines.ts'
import { CONDUCT } from './strand.ts'

const ARTICLE = /(?<=^|[\s(])(?:a|an|another|one|his|her)\s+/gi
const AFTER =
  /^(?:\s+(?:from|in|who|of|named|working|aged)\b[^.;]{0,70}?)?,?\s+(?:was|were|had|has been|received|is)\b|^\s+(?:for|to|fined)\b|^\s+\d/
const NOT_ONE: ReadonlySet<string> = new Set([
  'police',
  'officer',
  'official',
  'judge',
  'lawyer',
  'prosecutor',
  'mayor',
  'chief',
  'man',
  'minister',
  'president',
  'akim',
  'doctor',
  'witness',
  'family',
  'leader',
  'member',
  'supporter',
  'other',
  'national',
])

/** At most one: «a local resident was warned» is one person. */
export function unnamedVictim(lines: readonly Line[], lexicon: Lexicon): GroupMention | null {
  for (const line of lines) {
    if (!line.acts.some((one) => !CONDUCT.has(one.act))) continue
    for (const match of line.words.matchAll(ARTICLE)) {
      const start = match.index + match[0].length
      const noun = nounAt(line.words.slice(start), lexicon)
      if (noun === null) continue
      const phrase = line.words.slice(match.index, start + noun)
      const at = line.span.start + match.index
      const after = line.words.slice(start + noun)
      if (!(AFTER.test(after) || /\bto\s+$/.test(line.words.slice(0, match.index)))) continue
      return {
        span: { start: at, end: at + phrase.length },
        value: { what: phrase.replace(/^(?:an?|another|one) /i, ''), min: 1, max: 1, qualifier: 'exact' },
        rule: 'group-one@1',
      }
    }
  }
  return null
}

/** Where the first countable noun ends within four words; null where none stands or another thing comes first. */
function nounAt(words: string, lexicon: Lexicon): number | null {
  for (const match of [...words.matchAll(/\S+/g)].slice(0, 4)) {
    const word = match[0].toLowerCase().replace(/[,.;)]+$/, '')
    if (NOT_ONE.has(word) || lexicon.things.has(word)) return null
    if (
      (lexicon.people.has(word) && lexicon.people.has(`${word}s`)) ||
      /^(?:woman|wife|husband|man)$/.test(word)
    )
      return match.index + word.length
  }
  return null
}
