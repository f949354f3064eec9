/** Document → proposed incidents, every value with its words and rule, plus every run that may be a person's name. */
import type { Draft, Extraction } from '../core/claim.ts'
import type { Codebook } from '../core/codebook.ts'
import type { Document } from '../core/document.ts'
import type { Pack } from '../core/pack.ts'
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

/** `asOf` is the ISO day of publication, where known: it settles weekdays and dates without a year. */
export type ExtractContext = {
  readonly pack: Pack
  readonly codebook: Codebook
  readonly reading: Reading
  readonly asOf: string | null
}

/** Proposes the incidents a document tells. Deterministic: the same text, pack and reading give the same drafts. */
export function extract(document: Document, context: ExtractContext): Extraction {
  const prepared = prepare(document)
  const passages = readLines(prepared, context.pack, context.reading, context.asOf)
  const strands = threaded(strandsOf(passages), passages)
  const drafts = strands.flatMap((strand): Draft[] => {
    const carried = carriedInto(strand, passages)
    const draft = propose(strand, carried, closingLaws(strand, passages), prepared.text, context)
    return anchored(draft, strand, passages) ? [draft] : []
  })
  return {
    drafts: withoutRetold(drafts),
    mentions: grammarOf(context.reading).mentions(document, context.pack, context.reading),
  }
}
