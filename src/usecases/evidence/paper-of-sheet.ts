/** A custody sheet and the ending of a file's name in, the file out. */
import type { CustodySheet } from '../../core/custody.ts'
import { refuse } from '../../core/faults.ts'
import type { Words } from '../../core/words.ts'
import { custodyManuscript } from '../../publish/manuscript/custody.ts'
import { paperNamed, setManuscript } from '../set-manuscript.ts'

/** Refuses an ending that no paper has. */
export async function paperOfSheet(sheet: CustodySheet, ending: string, words: Words): Promise<Uint8Array> {
  const paper = paperNamed(ending)
  if (!paper) throw refuse('usage', { problem: '--out: .pdf, .docx, .md, .txt, .json' })
  return (await setManuscript(custodyManuscript(sheet, words), paper, { words })).bytes
}
