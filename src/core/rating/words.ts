/** What a method's numbers are called and why they are what they are. */
import type { Labels } from '../language.ts'
import type { RatingMethod } from './method.ts'

export type RatingWords = {
  readonly sources: ReadonlyMap<string, Labels>
  readonly dimensions: ReadonlyMap<string, Labels>
  /** `dimension.question` → what is asked. */
  readonly questions: ReadonlyMap<string, Labels>
  readonly bands: ReadonlyMap<string, Labels>
  readonly indices: ReadonlyMap<string, Labels>
  /** From the best answer to the worst. */
  readonly scale: readonly { readonly value: number; readonly law: Labels; readonly practice: Labels }[]
  /** Part of the file → its reason. */
  readonly reasons: ReadonlyMap<string, string>
}
export type RatingFile = { readonly method: RatingMethod; readonly words: RatingWords }
