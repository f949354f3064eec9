/** Markdown → its words with their blocks: marked makes it a page, the page reader takes out every tag. */
import { Marked } from 'marked'
import { refuse } from '../core/faults.ts'
import { compose, type Piece, piecesOf } from './composing.ts'
import { readHtml } from './html.ts'
import { checkCost } from './md-cost.ts'
import type { Reading } from './txt.ts'

export const MD_READER = 'md@1'

/** `[^1]: the note`, with the lines set in below it. */
const DEFINITION = /^ {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*(.*(?:\n(?: {2,}|\t).+)*)/gm
const MARK = /\[\^[^\]\s]{1,40}\]/g

function render(source: string): Reading {
  try {
    return readHtml(new Marked({ gfm: true, async: false }).parse(source, { async: false }))
  } catch (error) {
    // marked goes down into quotes and lists by recursion: thousands of > in a row are no report.
    if (error instanceof RangeError) throw refuse('input.value', { problem: 'nesting' })
    throw error
  }
}

/** Reads Markdown. Notes stand at the end as footnotes, their marks are gone; HTML in it loses its tags and scripts. */
export function readMd(source: string): Reading {
  checkCost(source)
  const notes: string[] = []
  const rest = source.replace(DEFINITION, (_, note: string) => {
    notes.push(note.replace(/\n\s+/g, ' '))
    return ''
  })
  const body = piecesOf(render(rest.replace(MARK, '')))
  const feet = notes
    .flatMap((note) => piecesOf(render(note.replace(MARK, ''))))
    .map(({ words }): Piece => ({ kind: 'footnote', words }))
  return compose([...body, ...feet])
}
