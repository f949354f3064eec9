/** The bytes of a Word file → its words as they would stand on paper, with their blocks; what is not there is said. */
import type { LeftOut } from '../core/document.ts'
import { refuse } from '../core/faults.ts'
import { letterCounter } from './bounds.ts'
import { compose, type Piece } from './composing.ts'
import { readStory, type Story } from './docx-story.ts'
import { readStyles } from './docx-styles.ts'
import type { Reading } from './txt.ts'
import { unpack } from './zip.ts'

export const DOCX_READER = 'docx@1'

/** Headers, footers and pictures are not among them: they are furniture of the page. */
const PART = /^word\/(document\d*|styles\d*|footnotes\d*|endnotes\d*)\.xml$/
export const isDocx = (names: readonly string[]): boolean =>
  names.some((name) => /^word\/document\d*\.xml$/.test(name))

/** Reads a Word file. Tracked deletions are left out, insertions kept; notes stand at the end in the order of their marks. */
export function readDocx(bytes: Uint8Array): Reading {
  const parts = unpack(bytes, (name) => PART.test(name))
  const part = (start: string): Uint8Array | undefined =>
    [...parts].find(([name]) => name.startsWith(`word/${start}`))?.[1]
  const document = part('document')
  if (!document) throw refuse('input.broken')
  const styleOf = readStyles(part('styles'))
  const count = letterCounter()
  const read = (bytes: Uint8Array | undefined): Story | null =>
    bytes ? readStory(bytes, styleOf, count) : null
  const body = readStory(document, styleOf, count)
  const notes = { footnote: read(part('footnotes')), endnote: read(part('endnotes')) }
  const feet = [...new Set(body.marks)].flatMap((mark): Piece[] => {
    const [kind, id = ''] = mark.split(' ')
    const note = notes[kind === 'endnote' ? 'endnote' : 'footnote']?.notes.get(id) ?? []
    return note.length === 0 ? [] : [{ kind: 'footnote', words: note.map((one) => one.words).join(' ') }]
  })
  const hidden = body.hidden + (notes.footnote?.hidden ?? 0) + (notes.endnote?.hidden ?? 0)
  const leftOut: LeftOut[] = []
  if (hidden > 0) leftOut.push({ kind: 'hidden-text', n: hidden, names: [] })
  if (body.comments > 0) leftOut.push({ kind: 'comment', n: body.comments, names: [] })
  return { ...compose([...body.pieces, ...feet]), leftOut }
}
