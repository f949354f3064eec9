/** How large a packed file may become when it is opened, each bound with its reason. */
import { refuse } from '../core/faults.ts'

/** A report of 500 pages with pictures has some hundred parts; a bomb has as many as its maker likes. */
export const MOST_ENTRIES = 5_000
/** The parts that are read, together: a list of 100,000 rows has about 40 MB of XML. */
export const MOST_INFLATED = 64 * 1024 * 1024
/** XML of words shrinks to a tenth, of equal rows to a fiftieth; deflate itself can reach a thousandth. */
export const MOST_RATIO = 200
/** Below this a part may shrink as it likes. */
export const RATIO_FROM = 1024 * 1024
/** Tables in tables in boxes: Word itself gives up long before. */
export const MOST_DEPTH = 200
/** Four thick books; a text of this length already takes the rules half a minute. */
export const MOST_LETTERS = 2_000_000
/** A list of 20,000 rows with its columns named in each; no rule reads a text of this length as prose. */
export const MOST_LIST_LETTERS = 6_000_000
/** A yearbook has 300 pages; beyond 500 the reading takes longer than anybody waits. */
export const MOST_PAGES = 500

/** Counts letters as they come, and refuses the first that is too many. */
export function letterCounter(most = MOST_LETTERS): (words: string) => void {
  let letters = 0
  return (words) => {
    letters += words.length
    if (letters > most) throw refuse('input.unpacked', { limit: most })
  }
}
/** A case file; making out the words of one leaf takes a machine one to ten seconds. */
export const MOST_PICTURES = 200
