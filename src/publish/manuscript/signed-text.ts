/** A manuscript in, the words that are signed out: every piece of text in reading order, a blank line between, so that anybody can work out its hash. */
import type { Manuscript } from './manuscript.ts'
import { placesIn } from './places.ts'

/** Without notes, which are made of the records whenever the text is read; the words of what is drawn are there. */
export const signedText = (manuscript: Manuscript): string =>
  `${placesIn(manuscript)
    .map((one) => one.words)
    .filter((words) => words !== '')
    .join('\n\n')}\n`
