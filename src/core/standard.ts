/** International standards that laws and cases are tested against, and whom recommendations are written to. */
import type { Labels } from './language.ts'
import type { Certainty } from './pack.ts'
import type { Freedom } from './values.ts'

/** Of the test for a restriction (Human Rights Committee, general comments 34 and 37). */
export const TEST_STEPS = ['legality', 'aim', 'necessity'] as const
export type TestStep = (typeof TEST_STEPS)[number]

/** What a general comment or a decision says of a standard: retold, and how sure we are of it. */
export type StandardReading = {
  readonly id: string
  /** Document, year, paragraph; a decision by its number, never by a name. */
  readonly where: Labels
  readonly says: Labels
  readonly certainty: Certainty
}

export type Standard = {
  readonly id: string
  readonly freedom: Freedom
  readonly name: Labels
  /** Retold, never quoted: the words stand in the source. */
  readonly protects: Labels
  readonly allows: Labels
  readonly steps: readonly TestStep[]
  /** How the body that watches over it reads it. */
  readonly readings: readonly StandardReading[]
  readonly source: { readonly title: string; readonly url: string | null }
  /** By country: a partial date since which it is bound. */
  readonly binds: Readonly<Record<string, string>>
  readonly certainty: Certainty
}

export type Addressee = { readonly id: string; readonly name: Labels }
export type Standards = {
  readonly standards: ReadonlyMap<string, Standard>
  readonly addressees: ReadonlyMap<string, Addressee>
}
