/** What the codebook says of spellings, as the comparison of names uses it: letters folded, lists as sets. */

/** `latinOnly`: pairs of Latin letters that stand for one letter; in Cyrillic they are two. */
export type Fold = {
  readonly id: string
  readonly from: RegExp
  readonly to: string
  readonly latinOnly: boolean
}
export type NameRules = {
  /** Lower-case letter → Latin letters; Cyrillic and Greek. */
  readonly letters: ReadonlyMap<string, string>
  readonly folds: readonly Fold[]
  readonly costs: EditCosts
  readonly patronymic: { readonly male: readonly string[]; readonly female: readonly string[] }
  /** Male and female ending of one surname, longest first. */
  readonly surnames: readonly (readonly [string, string])[]
  /** Folded stem → number of its family. */
  readonly doublets: ReadonlyMap<string, number>
  /** Small letter as written → what else a name that it is the initial of may begin with, folded. */
  readonly initials: ReadonlyMap<string, readonly string[]>
  readonly lightOfPerson: ReadonlySet<string>
  readonly lightOfOrganisation: ReadonlySet<string>
  /** Folded words of a legal form, joined by spaces → number of its group. */
  readonly forms: ReadonlyMap<string, number>
  readonly common: ReadonlySet<string>
  /** Folded number word → its figures. */
  readonly numbers: ReadonlyMap<string, string>
}

export type EditCosts = {
  /** Letter → other letter → cost of reading one for the other; both ways. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** Letter → cost of losing or finding it. */
  readonly gaps: ReadonlyMap<string, number>
  readonly swap: number
  /** What a fault in the first letter is multiplied by. */
  readonly first: number
}

/** What a schema of follow-the-money calls the one who is named. */
export const SCHEMAS = ['Person', 'Organization', 'Company', 'LegalEntity', 'Vessel'] as const
export type Schema = (typeof SCHEMAS)[number]
