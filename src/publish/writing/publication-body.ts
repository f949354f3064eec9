/** A publication as readers have it: the manuscript without its notes, and when it came out and was corrected. */
import type { Language } from '../../core/language.ts'
import type { Public } from '../../core/public-record.ts'
import type { PublicSignatures } from '../../core/signing/public-signatures.ts'
import type { Manuscript } from '../manuscript/manuscript.ts'

export type PublicationBody = {
  readonly id: string
  /** The same for one publication in all its languages. */
  readonly group: string
  readonly language: Language
  /** What the registry of kinds was asked for. */
  readonly request: Readonly<Record<string, string>>
  readonly manuscript: Manuscript
  /** True: something that was in it is not, since a record was taken off or a name is withheld by now. */
  readonly isLess: boolean
  /** Days, without their hours. */
  readonly published: string
  readonly corrections: readonly { readonly on: string; readonly why: string | null }[]
  /** Of organisations that signed what readers have; left out: nobody was asked to. */
  readonly signatures?: PublicSignatures | undefined
}
export type PublicPublication = Public<PublicationBody>
