/** A kind of action in, what it is counted in out, in the reader's language: as the codebook calls it, on every page alike. */
import type { ActionKind } from '../../../core/act/actions.ts'
import { labelIn } from '../../../core/language.ts'
import type { Desktop } from '../desktop.ts'

export function unitIn({ codebook, face }: Desktop, kind: ActionKind): string {
  const unit = codebook.campaigns.actions.get(kind)?.unit
  return unit ? labelIn(unit, face.words.language).text : kind
}
