/** A strand without a named victim → the one unnamed person it tells of, counted as one. */
import type { Lexicon } from '../core/reading.ts'
import type { GroupMention } from './groups.ts'
import type { Line } from './lines.ts'
import { CONDUCT } from './segment.ts'

const ONE = /(?:^|[\s(])((?:a|an|another|one|his|her)\s+(?:[\p{Ll}-]+\s+(?!of\b)){0,3}?([\p{Ll}-]+))(?=[\s,.])/giu
const AFTER = /^(?:\s+(?:from|in|who|of|named|working|aged)\b[^.;]{0,70}?)?,?\s+(?:was|were|had|has been|received|is)\b|^\s+(?:for|to|fined)\b|^\s+\d/
const NOT_ONE: ReadonlySet<string> = new Set(['police', 'officer', 'official', 'judge', 'lawyer', 'prosecutor', 'mayor', 'chief', 'man', 'minister', 'president', 'akim', 'doctor', 'witness', 'family', 'leader', 'member', 'supporter', 'other', 'national'])

/** At most one: «a local resident was warned» is one person. */
export function unnamedVictim(lines: readonly Line[], lexicon: Lexicon): GroupMention | null {
  for (const line of lines) {
    if (!line.acts.some((one) => !CONDUCT.has(one.act))) continue
    for (const match of line.words.matchAll(ONE)) {
      const noun = (match[2] ?? '').toLowerCase()
      const countable = (lexicon.people.has(noun) && lexicon.people.has(`${noun}s`)) || noun === 'woman' || noun === 'wife' || noun === 'husband'
      const phrase = match[1] ?? ''
      const at = line.span.start + match.index + match[0].length - phrase.length
      const after = line.words.slice(match.index + match[0].length)
      if (!countable || NOT_ONE.has(noun) || !(AFTER.test(after) || /\bto\s+$/.test(line.words.slice(0, match.index + 1)))) continue
      return { span: { start: at, end: at + phrase.length }, value: { what: phrase.replace(/^(?:an?|another|one) /i, ''), min: 1, max: 1, qualifier: 'exact' }, rule: 'group-one@1' }
    }
  }
  return null
}
