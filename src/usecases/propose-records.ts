/** A report's bytes in, the records the rules propose out, in the field names of the annotation format; nothing is stored. */
import type { Knowledge } from '../adapters/load-knowledge.ts'
import { refuse } from '../core/faults.ts'
import type { Language } from '../core/language.ts'
import { NO_PACK } from '../core/pack.ts'
import { extract } from '../extract/extract.ts'
import { type GoldRecord, toRecord } from '../extract/to-record.ts'
import { packOf } from './context.ts'
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

export async function proposeRecords(knowledge: Knowledge, asked: Asked): Promise<readonly GoldRecord[]> {
  const pack = asked.country === NO_PACK.id ? NO_PACK : packOf(knowledge, asked.country)
  const { bytes, asOf, country: _, ...given } = asked
  const document = await readApart(bytes, given)
  const reading = knowledge.readings.get(document.language)
  if (!reading) throw refuse('input.language', { language: document.language })
  const { drafts } = extract(document, { pack, codebook: knowledge.codebook, reading, asOf })
  return drafts.map((draft, index) => toRecord(nameWithoutEnding(asked.name), document, draft, index))
}
