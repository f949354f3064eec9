/** A patch of solidarity: a shape and a cloth that the sender picks, and a few words; nothing can be drawn or uploaded. */
import type { Motif } from '../codebook.ts'
import type { Language } from '../language.ts'
import { holdsContact } from '../withholding/contact-details.ts'

/** Six cloths, by number: decoration and never data. */
export const CLOTHS = [0, 1, 2, 3, 4, 5] as const
export type Cloth = (typeof CLOTHS)[number]

/** Signs, as a reader counts them. */
export const PATCH_WORDS_MOST = 160

/** No address of any kind, whether of a page, of an account or of a person: it would lead from the quilt to whoever sewed it. */
const ADDRESS = /[@#]|https?:|www\.|\b[\w-]+\.(?:com|org|net|kz|ru|me|info|io)\b/i

/** Whether words may be kept with a patch at all. */
export const areWordsOfPatch = (words: string): boolean =>
  [...words].length <= PATCH_WORDS_MOST &&
  !ADDRESS.test(words) &&
  !holdsContact(words) &&
  !words.includes('\0')

export type Patch = {
  readonly motif: Motif
  readonly cloth: Cloth
  /** Null: no words; they are shown beside the quilt, never in it, and only once somebody has read them. */
  readonly words: string | null
  readonly language: Language | null
}
