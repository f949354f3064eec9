/** A report's bytes in, the records the rules propose out, in the field names of the annotation format; nothing is stored. */
import { askModel, type Model } from '../adapters/language-model.ts'
import type { Knowledge } from '../adapters/load-knowledge.ts'
import type { Draft } from '../core/claim.ts'
import type { Document } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import { NO_PACK, type Pack } from '../core/pack.ts'
import type { Tell } from '../core/progress.ts'
import { readChunks } from '../document/read-chunks.ts'
import { type ReadByModel, readAnswer } from '../extract/model/answer.ts'
import { beside } from '../extract/model/beside.ts'
import { MOST_CHARACTERS, modelRule, promptOf } from '../extract/model/prompt.ts'
import { type GoldRecord, toRecord } from '../extract/to-record.ts'
import { packOf } from './context.ts'
import { draftDocument } from './reading/draft-document.ts'
import { near, nearTelling, type Readers } from './reading/readers.ts'

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
  /** Hears of leaves, then of sentences. */
  readonly tell?: Tell
  /** Asked for by whoever runs the program; `leaving` is called before anything leaves. */
  readonly model?: { readonly ask: Model; readonly leaving: (characters: number) => void }
}

/** `none` reads without knowing any country. */
export const packAsked = (knowledge: Pick<Knowledge, 'packs'>, country: string): Pack =>
  country === NO_PACK.id ? NO_PACK : packOf(knowledge, country)

/** Each record beside the draft it was made of, whose proposals name their rules and words. */
export type ProposedRecord = { readonly record: GoldRecord; readonly draft: Draft }
export type ProposedRecords = {
  readonly document: Pick<Document, 'text' | 'blocks'>
  readonly records: readonly ProposedRecord[]
  /** What a language model was asked for as well; null: none was. */
  readonly byModel: { readonly values: number; readonly dropped: number } | null
}

export async function proposeRecords(knowledge: Knowledge, asked: Asked): Promise<ProposedRecords> {
  const pack = packAsked(knowledge, asked.country)
  const { bytes, asOf, country: _, model, tell, ...given } = asked
  const readers = nearTelling(tell)
  const document = await readers.read(bytes, given)
  const drafts = await draftsOf(knowledge, document, pack, { asOf, readers })
  const own = model ? await readByModel(knowledge, document.text, model) : null
  const all = own ? beside(drafts, own.drafts) : drafts
  const values = own?.drafts.reduce((n, one) => n + one.proposals.length, 0) ?? 0
  return {
    document,
    records: recordsOf(asked.name, document, all),
    byModel: own && { values, dropped: own.dropped },
  }
}

/** A series of measurements, line by line, of any length. */
export async function proposeMeasured(
  knowledge: Knowledge,
  name: string,
  country: string,
  chunks: Iterable<Uint8Array>,
): Promise<ProposedRecords> {
  const pack = packAsked(knowledge, country)
  const document = readChunks(chunks)
  const drafts = await draftsOf(knowledge, document, pack, { asOf: null, readers: near })
  return { document, records: recordsOf(name, document, drafts), byModel: null }
}

async function draftsOf(
  knowledge: Knowledge,
  document: Document,
  pack: Pack,
  { asOf, readers }: { readonly asOf: string | null; readonly readers: Readers },
): Promise<readonly Draft[]> {
  const { version, found } = await draftDocument(document, { knowledge, pack, asOf }, readers.extract)
  if (version === null) throw refuse('input.language', { language: document.language })
  return found.drafts
}

function readByModel(
  { codebook }: Knowledge,
  text: string,
  { ask, leaving }: NonNullable<Asked['model']>,
): Promise<ReadByModel> {
  if (text.length > MOST_CHARACTERS) throw refuse('model.too-long', { limit: MOST_CHARACTERS })
  leaving(text.length)
  return askModel(ask, promptOf(text, codebook)).then((content) =>
    readAnswer(content, text, codebook, modelRule(ask.name)),
  )
}

const recordsOf = (name: string, document: Document, drafts: readonly Draft[]): readonly ProposedRecord[] =>
  drafts.map((draft, index) => ({
    draft,
    record: toRecord(nameWithoutEnding(name), document, draft, index),
  }))
