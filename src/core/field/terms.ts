/** What monitors own of a phone's forms, as the rest of the program sees it once validated. */
import type { CaseTerm } from '../cases/terms.ts'
import type { Qualifier } from '../values.ts'

/** `qualifier`: how sure a number is held to be that was come by so. */
export type CountMethod = CaseTerm & { readonly qualifier: Qualifier }
export type FieldTerms = {
  /** The sheet that a hearing is asked by. */
  readonly sheet: string
  readonly units: ReadonlyMap<string, CaseTerm>
  readonly methods: ReadonlyMap<string, CountMethod>
}
