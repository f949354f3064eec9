/** A text in, its sentences with their words out; a dot after an abbreviation or an initial ends none. */
import type { Language } from '../language.ts'
import { RULES } from './rules.ts'

/** Making one costs more than using it. */
const segmenters = new Map<Language, Intl.Segmenter>()
function segmenter(language: Language): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'sentence' })
  segmenters.set(language, made)
  return made
}

/** Lines part sentences as much as dots do: headings and points have none. */
export function sentencesIn(text: string, language: Language): readonly string[] {
  const { abbreviations } = RULES[language]
  const sentences: string[] = []
  for (const line of text.split(/\n+/)) {
    let kept = ''
    for (const { segment } of segmenter(language).segment(line)) {
      kept += segment
      if (abbreviations.test(kept.trimEnd())) continue
      sentences.push(kept)
      kept = ''
    }
    sentences.push(kept)
  }
  return sentences.map((one) => one.trim()).filter((one) => /[\p{L}\p{N}]/u.test(one))
}

/** Letters and figures; a hyphen or an apostrophe inside joins. */
export const wordsIn = (sentence: string): readonly string[] =>
  sentence.match(/[\p{L}\p{N}]+(?:['’\u2011-][\p{L}\p{N}]+)*/gu) ?? []
