/** A text in, words that may be names although they are not written as a name alone between spaces out. */
import type { TextOfRecord } from '../record.ts'
import type { Span } from '../span.ts'

type Mention = { readonly name: string; readonly span: Span }

const SHAPES: readonly RegExp[] = [
  // Glued to what stands before: «A.Usenov», «Usenov/Serikov».
  /(?<=[\p{L}\d][./_\d])\p{Lu}\p{M}*\p{Ll}[\p{L}\p{M}]*(?:['’ʼ-][\p{L}\p{M}]+)*/gu,
  // In capitals, as surnames are in lists: one long word, or several side by side.
  /(?<![\p{L}\p{M}'’-])\p{Lu}{2,}(?:-\p{Lu}{2,})*(?:\s+\p{Lu}{2,}(?:-\p{Lu}{2,})*)+(?![\p{L}\p{M}])/gu,
  /(?<![\p{L}\p{M}'’-])\p{Lu}{4,}(?:-\p{Lu}+)*(?![\p{L}\p{M}]|-?\d)/gu,
  // A short word in capitals beside a name: «Marat LI».
  /(?<=\p{Lu}\p{Ll}+\s+)\p{Lu}{2,3}(?![\p{L}\p{M}\d])/gu,
  // Initials alone: «A. U.» is as good as a name to those who know him.
  /(?<![\p{L}\p{M}.])\p{Lu}\.\s?\p{Lu}\.(?:\s?\p{Lu}\.)?(?!\s?\p{Lu})/gu,
  // Scripts that know no capitals.
  /[\p{Lo}\p{Script=Georgian}][\p{Lo}\p{Script=Georgian}\p{M}]+(?:\s+[\p{Lo}\p{Script=Georgian}\p{M}]+)*/gu,
]

/** Abbreviations that look like initials, and numbers that look like words. */
const NO_NAME = /^(?:U\.\s?[SNK]\.|E\.\s?U\.|U\.\s?A\.\s?E\.|D\.\s?C\.|[IVXLCDM]+)$/u

export function unseenNames(text: string, isKnown: (word: string) => boolean): readonly Mention[] {
  return SHAPES.flatMap((shape) =>
    [...text.matchAll(shape)]
      .filter((match) => !NO_NAME.test(match[0]) && !isKnown(match[0]))
      .map((match) => ({ name: match[0], span: { start: match.index, end: match.index + match[0].length } })),
  )
}

const widened = new WeakMap<TextOfRecord, TextOfRecord>()

/** The same text with these words among its possible names; a text that no rule has read stays so. */
export function withUnseenNames(document: TextOfRecord, isKnown: (word: string) => boolean): TextOfRecord {
  if (document.mentions === null) return document
  const known = widened.get(document)
  if (known) return known
  const more = unseenNames(document.text, isKnown)
  const wide = { ...document, mentions: [...document.mentions, ...more] }
  widened.set(document, wide)
  return wide
}
