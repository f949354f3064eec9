/** A manuscript and a form in, the file out: typeset, for a word processor, as Markdown or as plain text. */
import { canTypeset, typeset } from '../adapters/typeset/typesetter.ts'
import { refuse } from '../core/faults.ts'
import type { Words } from '../core/words.ts'
import { figuresIn, type Manuscript, PAPERS, type Paper } from '../publish/manuscript/manuscript.ts'
import { markdownOf } from '../publish/manuscript/markdown.ts'
import { plainOf } from '../publish/manuscript/plain.ts'
import { typesettingOf } from '../publish/manuscript/typesetting.ts'
import { wordOf } from '../publish/manuscript/word/word.ts'

const TYPES: Readonly<Record<Paper, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

export type Setting = {
  /** Of the language of the manuscript. */
  readonly words: Words
  /** A drawing in, the same as a PNG out; left out where nobody draws: a word processor’s file then tells figures in words. */
  readonly paint?: ((svg: string) => Promise<Uint8Array>) | undefined
}

/** What can be made here: PDF needs a package that is not there for every machine. */
export const papersHere = async (): Promise<readonly Paper[]> =>
  (await canTypeset()) ? PAPERS : PAPERS.filter((one) => one !== 'pdf')

/** By the ending of a file's name; null: no manuscript is set as that. */
export const paperNamed = (ending: string): Paper | null => PAPERS.find((one) => one === ending) ?? null

async function painted(manuscript: Manuscript, { paint }: Setting): Promise<ReadonlyMap<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  if (paint) for (const { svg } of figuresIn(manuscript)) pictures.set(svg, await paint(svg))
  return pictures
}

async function bytesOf(manuscript: Manuscript, paper: Paper, setting: Setting): Promise<Uint8Array> {
  switch (paper) {
    case 'pdf': {
      const pdf = await typeset(typesettingOf(manuscript, setting.words))
      if (!pdf) throw refuse('paper.no-typst')
      return pdf
    }
    case 'docx':
      return wordOf(manuscript, await painted(manuscript, setting))
    case 'md':
      return new TextEncoder().encode(markdownOf(manuscript))
    case 'txt':
      return new TextEncoder().encode(plainOf(manuscript))
  }
}

/** Refuses with `paper.no-typst` where PDF cannot be made. */
export async function setManuscript(
  manuscript: Manuscript,
  paper: Paper,
  setting: Setting,
): Promise<{ readonly type: string; readonly bytes: Uint8Array }> {
  return { type: TYPES[paper], bytes: await bytesOf(manuscript, paper, setting) }
}
