/** A drafted manuscript and the quotations that may stand in it in; the same with a section of them at its end out. */
import { type Language, labelIn } from '../../core/language.ts'
import { parsePartialDate, UNKNOWN_DATE } from '../../core/partial-date.ts'
import type { PublicTestimony } from '../../core/testimony/testimony.ts'
import type { Words } from '../../core/words.ts'
import { dayIn, periodIn } from '../telling/when.ts'
import { type Block, type Manuscript, words as saying, sentencesIn } from './manuscript.ts'

export const VOICES = 'voices'

/** Those that its drafter gave no place of their own. */
export function withVoices(
  manuscript: Manuscript,
  quoted: readonly PublicTestimony[],
  words: Words,
): Manuscript {
  const placed = new Set(sentencesIn(manuscript.sections).map((one) => one.id))
  const blocks = quoted.flatMap((one) => {
    const block = quoteOf(one, manuscript.language)
    return block === null || placed.has(block.said.id) ? [] : [block]
  })
  if (blocks.length === 0) return manuscript
  const section = { id: VOICES, title: words.t('voices.section'), aside: null, blocks }
  return { ...manuscript, sections: [...manuscript.sections, section] }
}

/** Null: nobody approved its words in this language; nobody is quoted in a translation they never saw. */
export function quoteOf(one: PublicTestimony, language: Language): Extract<Block, { kind: 'quote' }> | null {
  const wording = one.wording[language]
  if (wording === null) return null
  return {
    kind: 'quote',
    said: {
      id: `quoted:${one.id}`,
      runs: [saying(wording)],
      bonds: [{ kind: 'testimony', id: one.id }],
    },
    speaker: [speakerIn(one, language), whenIn(one, language)].filter((each) => each !== '').join(', '),
  }
}

function whenIn({ on }: PublicTestimony, language: Language): string {
  const { from, to, precision } = parsePartialDate(on ?? '') ?? UNKNOWN_DATE
  if (from === null || to === null) return ''
  return precision === 'day' ? dayIn(from, language) : periodIn(from, to, language)
}

function speakerIn({ speaker }: PublicTestimony, language: Language): string {
  switch (speaker.kind) {
    case 'named':
      return labelIn(speaker.name, language).text
    case 'alias':
      return speaker.text
    case 'described':
      return speaker.as[language] ?? ''
  }
}
