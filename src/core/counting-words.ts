/** The words of a source for a role or an institution in, the kinds they are counted as out. Owned by monitors: codebook/counting.yaml. */
import type { Labels } from './language.ts'

export type RoleWords = {
  readonly id: string
  readonly role: string
  readonly words: RegExp
  readonly example: string
}
export type InstitutionWords = {
  readonly id: string
  readonly institution: string
  readonly label: Labels
  readonly words: RegExp
  readonly reason: Labels
  readonly example: string
}
export type CountingWords = {
  readonly roles: readonly RoleWords[]
  readonly institutions: readonly InstitutionWords[]
}

/** The first rule that fits; null: no rule knows these words, which is unknown and not nobody. */
export const roleIn = (words: string, { roles }: Pick<CountingWords, 'roles'>): string | null =>
  roles.find((one) => one.words.test(words.toLowerCase()))?.role ?? null

/** Every rule that fits: several bodies may act together. */
export const institutionsIn = (
  words: string,
  { institutions }: Pick<CountingWords, 'institutions'>,
): readonly string[] =>
  institutions.filter((one) => one.words.test(words.toLowerCase())).map((one) => one.institution)
