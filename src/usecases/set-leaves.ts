/** Leaves to print in, a PDF out. */
import { typeset } from '../adapters/typeset/typesetter.ts'
import { refuse } from '../core/faults.ts'
import type { Leaves } from '../publish/campaign/leaves.ts'

/** Refuses with `paper.no-typst` where PDF cannot be made. */
export async function setLeaves(
  leaves: Leaves,
): Promise<{ readonly type: string; readonly body: Uint8Array }> {
  const pdf = await typeset(leaves, 'leaves')
  if (!pdf) throw refuse('paper.no-typst')
  return { type: 'application/pdf', body: pdf }
}
