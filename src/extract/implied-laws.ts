/** One sentence → the provisions that a pack's wordings suggest: inferred, never stated. */
import type { Pack } from '../core/pack.ts'
import type { Span } from '../core/span.ts'
import type { LawMention } from './laws.ts'

/** Laws that the pack's wordings suggest where none is named: always inferred, never stated. */
export function impliedLaws(text: string, sentence: Span, pack: Pack): LawMention[] {
  const words = text.slice(sentence.start, sentence.end).toLowerCase()
  const found: LawMention[] = []
  for (const one of pack.provisions.values())
    for (const wording of one.wordings) {
      const at = wording.length < 8 ? -1 : words.indexOf(wording.toLowerCase())
      const code = pack.acts.get(one.act)?.code
      if (at < 0 || code === undefined) continue
      const span = { start: sentence.start + at, end: sentence.start + at + wording.length }
      found.push({
        span,
        value: { code, article: one.article, part: one.part, name: null },
        rule: 'law-wording@1',
        stated: false,
      })
      break
    }
  return found
}
