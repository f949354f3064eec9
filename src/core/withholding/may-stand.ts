/** Words that somebody wrote and the names that are held back in, whether readers may have them out: nobody withheld is named, and nobody can be reached by them. */
import { holdsContact } from './contact-details.ts'
import type { NamesInWords } from './names-in-words.ts'

/** `shown`: names that readers have already, where the words stand. */
export const mayStand = (words: string, { heldIn }: NamesInWords, shown: readonly string[]): boolean =>
  heldIn(words, shown).length === 0 && !holdsContact(words)
