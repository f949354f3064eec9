/** One sentence → the laws it names: articles with code and part in any order, and laws named in words. */
import type { Pack } from '../../core/pack.ts'
import type { Reading } from '../../core/reading.ts'
import { overlap, type Span } from '../../core/span.ts'
import type { LawCode } from '../../core/values.ts'
import { countered } from '../acts.ts'
import { codeInPack, type LawMention } from '../laws.ts'
import { findAll } from '../scan.ts'
import { patternsOf } from './patterns-of.ts'

export function lawsInflected(
  text: string,
  sentence: Span,
  pack: Pack,
  reading: Reading,
  lastCode: LawCode | null,
): LawMention[] {
  const { articles, ordinal, codes } = patternsOf(reading)
  const codeOf = (written: string): LawCode | null =>
    codes.find(([, pattern]) => pattern.test(written))?.[0] ?? null
  const found: LawMention[] = []
  for (const { span, groups } of findAll(text, articles, sentence)) {
    const [, before = '', partBefore, list = '', partAfter, after = ''] = groups
    const stated = codeOf(after) ?? codeOf(before)
    for (const article of list.split(/\s*,\s*(?:и\s+)?|\s+(?:и|или|және|мен|пен)\s+/u)) {
      const words = text.slice(sentence.start, sentence.end)
      const code =
        stated ?? codeInPack(pack, article) ?? (PETTY.test(words) ? 'administrative' : lastCode) ?? 'criminal'
      found.push({
        span,
        value: { code, article, part: (partBefore || partAfter) ?? null, name: null },
        rule: 'law-article@2',
        stated: stated !== null,
      })
    }
  }
  for (const { span, groups } of ordinal ? findAll(text, ordinal, sentence) : []) {
    const article = groups[1] ?? ''
    const code = codeInPack(pack, article) ?? lastCode ?? 'criminal'
    if (!found.some((one) => overlap(one.span, span) > 0))
      found.push({
        span,
        value: { code, article, part: null, name: null },
        rule: 'law-article@2',
        stated: false,
      })
  }
  for (const cue of reading.lexicon.laws)
    for (const { span } of findAll(text, cue.pattern, sentence)) {
      if (countered(cue, text, sentence, span) || found.some((one) => overlap(one.span, span) > 0)) continue
      found.push({
        span,
        value: {
          code: cue.code,
          article: null,
          part: null,
          name: text.slice(span.start, span.end).replaceAll(/\s+/g, ' '),
        },
        rule: cue.id,
        stated: true,
      })
    }
  return found.sort((a, b) => a.span.start - b.span.start)
}

/** What is answered with days in custody stands in the administrative code. */
const PETTY = /сут(?:ок|ки)|административн|тәулік|әкімшілік/iu
