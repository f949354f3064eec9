/** A Document in, what is proposed of it with the version of the rules out: words by the rules of their language, measurements by theirs. */
import type { Knowledge } from '../../adapters/load-knowledge.ts'
import type { Extraction } from '../../core/claim.ts'
import type { Document } from '../../core/document.ts'
import type { Pack } from '../../core/pack.ts'
import { MOST_LETTERS } from '../../document/bounds.ts'
import { extractMeasured, isMeasured } from '../../extract/ooni/extract-measured.ts'
import type { Readers } from './readers.ts'

export type DraftRules = {
  readonly knowledge: Pick<Knowledge, 'codebook' | 'readings'>
  readonly pack: Pack
  readonly asOf: string | null
}

/** `extract`: here, or far from everybody who waits. `version` null: no rules read this language, or a list of this length. */
export async function draftDocument(
  document: Document,
  { knowledge, pack, asOf }: DraftRules,
  extract: Readers['extract'],
): Promise<{ readonly version: string | null; readonly found: Extraction }> {
  const { codebook, readings } = knowledge
  if (isMeasured(document)) {
    const drafts = extractMeasured(document.text, codebook.measurements, pack)
    return { version: `ooni ${codebook.version}`, found: { drafts, mentions: [] } }
  }
  // A list of that length would take the rules minutes; what no rule has read is shown to nobody outside.
  const isTooLong = document.text.length > MOST_LETTERS && document.blocks.some((one) => one.cells)
  const reading = isTooLong ? undefined : readings.get(document.language)
  if (!reading) return { version: null, found: { drafts: [], mentions: [] } }
  return { version: reading.version, found: await extract(document, { pack, codebook, reading, asOf }) }
}
