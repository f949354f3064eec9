/** A letter that somebody can print or send: what stands on it, and nothing of who writes. */
import type { Language } from '../language.ts'

export type Letter = {
  readonly language: Language
  /** Name and address, as an envelope has them; the address is in the language of the country. */
  readonly to: readonly string[]
  readonly mail: string | null
  /** Of an e-mail: it names neither the campaign nor the person, since providers read subjects. */
  readonly subject: string
  readonly salutation: string
  readonly demand: string
  readonly points: readonly string[]
  readonly closing: string
  /** Where the sender may sign; null: an authority that is hostile gets no name from us, not even a line for one. */
  readonly signature: string | null
}

/** The words of the letter in one piece, as a mail holds them; no line of it says who writes. */
export const plainLetter = ({ salutation, demand, points, closing }: Letter): string =>
  [salutation, demand, ...points, closing].join('\n\n')
