/** A manuscript in, what the template of the typeset paper takes out: which notes were met before, whether it is long, the words around it. */
import type { Words } from '../../core/words.ts'
import { type Manuscript, type Run, type Sentence, spaced } from './manuscript.ts'
import { withSentences } from './numbered.ts'
import { placesIn } from './places.ts'

/** About six pages: from there on a reader wants a cover and a list of what is in it. */
const LONG_FROM = 15_000

export const isLong = (manuscript: Manuscript): boolean =>
  placesIn(manuscript).reduce((sum, one) => sum + one.words.length, 0) >= LONG_FROM

/** A note met again is a mark without a foot. */
type Set = Run | { readonly kind: 'again'; readonly note: number }

export function typesettingOf(manuscript: Manuscript, words: Words): object {
  const met = new Map<number, true>()
  const again = (run: Run): Set => {
    if (run.kind === 'text' || !met.has(run.note)) {
      if (run.kind === 'note') met.set(run.note, true)
      return run
    }
    return { kind: 'again', note: run.note }
  }
  const anew = (sentence: Sentence): Sentence => ({
    ...sentence,
    runs: spaced(sentence.runs).map(again) as readonly Run[],
  })
  return {
    ...manuscript,
    sections: manuscript.sections.map((one) => ({
      ...one,
      blocks: one.blocks.map((block) => withSentences(block, anew)),
    })),
    isLong: isLong(manuscript),
    contents: words.t('manuscript.contents'),
  }
}
