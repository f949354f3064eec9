/** What is asked for in, its manuscript out, drafted from what any reader may see; null when there is nothing to draft it from. */
import { DRAFTERS } from '../../publish/manuscript/drafters.ts'
import type { AddressOf, Asked } from '../../publish/manuscript/kinds.ts'
import type { Manuscript } from '../../publish/manuscript/manuscript.ts'
import type { Face } from '../../publish/views.ts'
import { type DraftContext, materialFor } from './material.ts'

export async function draft(
  context: DraftContext,
  face: Face,
  asked: Asked,
  addressOf: AddressOf,
): Promise<Manuscript | null> {
  const material = await materialFor(context, face, asked)
  return material && DRAFTERS[asked.kind](material, addressOf)
}
