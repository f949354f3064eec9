/** A hostile file in, how it ended out: read and looked through by rules with every promise kept, or the code it is refused with; anything else is thrown. */
import { openKnowledge } from '../../src/app/knowledge.ts'
import type { Draft } from '../../src/core/claim.ts'
import type { Document } from '../../src/core/document.ts'
import { Refusal } from '../../src/core/faults.ts'
import type { PictureReader } from '../../src/core/recognition.ts'
import { readDocument } from '../../src/document/read.ts'
import { extract } from '../../src/extract/extract.ts'
import { draftDocument } from '../../src/usecases/reading/draft-document.ts'
import type { Hostile } from './documents.ts'

const knowledge = openKnowledge()
const pack = knowledge.packs.get('kz')
if (!pack) throw new Error('the pack kz is not there')

function promise(kept: boolean, what: string): void {
  if (!kept) throw new Error(`a promise is broken: ${what}`)
}

function checkDocument({ text, blocks }: Document): void {
  let last = 0
  for (const { span } of blocks) {
    promise(span.start >= last && span.end > span.start, 'blocks stand in order')
    promise(/^\S(?:[\s\S]*\S)?$/.test(text.slice(span.start, span.end)), 'blocks begin and end with a sign')
    last = span.end
  }
  promise(last <= text.length, 'blocks lie in the text')
  promise(!text.includes('\0'), 'no NUL is in the text')
}

function checkDrafts({ text }: Document, drafts: readonly Draft[]): void {
  const lies = ({ start, end }: { start: number; end: number }): boolean =>
    start >= 0 && end > start && end <= text.length
  for (const { span, proposals } of drafts) {
    promise(lies(span), 'passages lie in the text')
    for (const one of proposals) {
      promise(one.span === null || lies(one.span), `the words of ${one.rule} lie in the text`)
    }
  }
}

export async function take({ name, bytes, language }: Hostile, pictures?: PictureReader): Promise<string> {
  try {
    const document = await readDocument(
      bytes,
      { sha256: '', name, ...(language && { language }) },
      undefined,
      pictures,
    )
    checkDocument(document)
    const rules = { knowledge, pack: pack as NonNullable<typeof pack>, asOf: null }
    const { found } = await draftDocument(document, rules, async (one, context) => extract(one, context))
    checkDrafts(document, found.drafts)
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}
