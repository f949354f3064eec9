/** A text as readers have it, with everything that was ever offered and answered, in; the signatures under it out. */
import type { PublicSignatures } from '../../core/signing/public-signatures.ts'
import { type Offer, type SignedAct, signatoriesOf } from '../../core/signing/signing.ts'
import type { NamesInWords } from '../../core/withholding/names-in-words.ts'
import { projectSignatures } from '../../core/withholding/project-signatures.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { signedText } from '../../publish/manuscript/signed-text.ts'
import { sha256 } from '../../store/leaf.ts'

/** `first`: the move by which readers first had it. Null where nobody was asked to sign what they have. */
export function signaturesUnder(
  manuscript: Manuscript,
  first: { readonly until: string | null; readonly at: string } | undefined,
  {
    offers,
    acts,
    names,
  }: { readonly offers: readonly Offer[]; readonly acts: readonly SignedAct[]; readonly names: NamesInWords },
): PublicSignatures | null {
  if (offers.length === 0 || !first) return null
  const hash = sha256(signedText(manuscript))
  const offer = offers.findLast((one) => one.hash === hash)
  if (!offer) return null
  const published = (first.until ?? first.at).slice(0, 10)
  return projectSignatures({ offer, offers, signatories: signatoriesOf(acts), published }, names)
}
