/** What is asked for in, its manuscript out, drafted from what any reader may see; null when there is nothing to draft it from. */
import type { PublicTestimony } from '../../core/testimony/testimony.ts'
import { DRAFTERS } from '../../publish/manuscript/drafters.ts'
import type { AddressOf, Asked } from '../../publish/manuscript/kinds.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import { withVoices } from '../../publish/manuscript/voices.ts'
import type { Face } from '../../publish/views.ts'
import { type DraftContext, materialFor } from './material.ts'

/** `quoted`: what may stand in this very publication. A draft that nobody reads before it goes out quotes nobody. */
export async function draft(
  context: DraftContext,
  face: Face,
  asked: Asked,
  addressOf: AddressOf,
  quoted: readonly PublicTestimony[] = [],
): Promise<Manuscript | null> {
  const material = await materialFor(context, face, asked, quoted)
  if (material === null) return null
  return withVoices(DRAFTERS[asked.kind](material, addressOf), material.testimonies, face.words)
}
