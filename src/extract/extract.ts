/** Document → proposed incidents, every value with its words and rule, plus every run that may be a person's name. */
import type { Draft, Extraction } from '../core/claim.ts'
import type { Codebook } from '../core/codebook.ts'
import type { Document } from '../core/document.ts'
import type { Pack } from '../core/pack.ts'
import type { Tell } from '../core/progress.ts'
import type { Reading } from '../core/reading.ts'
import { anchored } from './anchor.ts'
import { carriedInto } from './carry.ts'
import { closingLaws } from './closing.ts'
import { grammarOf } from './grammar-of.ts'
import { readLines } from './lines.ts'
import { prepare } from './prepare.ts'
import { propose } from './propose.ts'
import { withoutRetold } from './retold.ts'
import { strandsOf } from './segment.ts'
import { threaded } from './thread.ts'
import { joinedEntries } from './timeline.ts'

/** `asOf` is the ISO day of publication, where known: it settles weekdays and dates without a year. */
export type ExtractContext = {
  readonly pack: Pack
  readonly codebook: Codebook
  readonly reading: Reading
  readonly asOf: string | null
}

/**
 * Proposes the incidents a document tells. Deterministic: the same text, pack and reading give the same drafts. `tell` hears
 * of parts of the whole: reading the sentences is its first half, weighing them its second.
 */
export function extract(document: Document, context: ExtractContext, tell?: Tell): Extraction {
  const prepared = prepare(document)
  const passages = readLines(prepared, context.pack, context.reading, context.asOf, (done, all) =>
    tell?.(done, all * 2),
  )
  const strands = threaded(joinedEntries(strandsOf(passages), passages), passages)
  const drafts = strands.flatMap((strand, at): Draft[] => {
    tell?.(strands.length + at, strands.length * 2)
    const carried = carriedInto(strand, passages)
    const draft = propose(strand, carried, closingLaws(strand, passages), passages, prepared.text, context)
    return anchored(draft, strand, passages) ? [draft] : []
  })
  return {
    drafts: withoutRetold(drafts, prepared.text),
    mentions: grammarOf(context.reading).mentions(document, context.pack, context.reading),
  }
}
