/** A report's bytes in, the records the rules propose out, in the field names of the annotation format; nothing is stored. */
import type { Knowledge } from '../adapters/load-knowledge.ts'
import type { Draft } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import { NO_PACK, type Pack } from '../core/pack.ts'
import { readChunks } from '../document/read-chunks.ts'
import { type GoldRecord, toRecord } from '../extract/to-record.ts'
import { packOf } from './context.ts'
import { draftDocument } from './reading/draft-document.ts'
import { readApart } from './reading/read-apart.ts'

export const nameWithoutEnding = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? name).replace(/\.[A-Za-z0-9]{1,8}$/, '')

export type Asked = {
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly name: string
  readonly country: string
  readonly asOf: string | null
  readonly language?: Language
  readonly encoding?: string
}

/** `none` reads without knowing any country. */
export const packAsked = (knowledge: Pick<Knowledge, 'packs'>, country: string): Pack =>
  country === NO_PACK.id ? NO_PACK : packOf(knowledge, country)

/** Each record beside the draft it was made of, whose proposals name their rules and words. */
export type ProposedRecord = { readonly record: GoldRecord; readonly draft: Draft }
export type ProposedRecords = {
  readonly document: Pick<Document, 'text'>
  readonly records: readonly ProposedRecord[]
}

export async function proposeRecords(knowledge: Knowledge, asked: Asked): Promise<ProposedRecords> {
  const pack = packAsked(knowledge, asked.country)
  const { bytes, asOf, country: _, ...given } = asked
  const document = await readApart(bytes, given)
  return { document, records: recordsOf(knowledge, asked.name, document, pack, asOf) }
}

/** A series of measurements, line by line, of any length. */
export function proposeMeasured(
  knowledge: Knowledge,
  name: string,
  country: string,
  chunks: Iterable<Uint8Array>,
): ProposedRecords {
  const pack = packAsked(knowledge, country)
  const document = readChunks(chunks)
  return { document, records: recordsOf(knowledge, name, document, pack, null) }
}

function recordsOf(
  knowledge: Knowledge,
  name: string,
  document: Document,
  pack: Pack,
  asOf: string | null,
): readonly ProposedRecord[] {
  const { version, found } = draftDocument(knowledge, document, pack, asOf)
  if (version === null) throw refuse('input.language', { language: document.language })
  return found.drafts.map((draft, index) => ({
    draft,
    record: toRecord(nameWithoutEnding(name), document, draft, index),
  }))
}
