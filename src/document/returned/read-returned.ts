/** The bytes of a Word file that came back → its pieces of text under the marks with which they left, and its comments. */
import { refuse } from '../../core/faults.ts'
import type { Returned } from '../../core/returned.ts'
import { letterCounter } from '../bounds.ts'
import { readStyles } from '../docx-styles.ts'
import { unpack } from '../zip.ts'
import { readBody } from './body.ts'
import { readTold } from './told.ts'

const PART = /^word\/(document\d*|styles\d*|footnotes\d*|endnotes\d*|comments\d*)\.xml$/

/**
 * What is read is what would stand there with every tracked change accepted. `authors`: whether the names that the file
 * gives to whoever changed or commented are handed on; without it they are dropped here. Nothing else of the file is read:
 * no properties, no numbers of sessions, no days, nothing that it leads to. Refuses (`input.*`) what is no Word file, what
 * unfolds beyond bounds, and what declares things of its own.
 */
export function readReturned(
  bytes: Uint8Array,
  { authors = false }: { readonly authors?: boolean } = {},
): Returned {
  const parts = unpack(bytes, (name) => PART.test(name))
  const part = (start: string): Uint8Array | undefined =>
    [...parts].find(([name]) => new RegExp(`^word/${start}\\d*\\.xml$`).test(name))?.[1]
  const document = part('document')
  if (!document) throw refuse('input.broken')
  const count = letterCounter()
  const body = readBody(document, readStyles(part('styles')), count)
  const notes = {
    footnote: readTold(part('footnotes'), 'footnote', count),
    endnote: readTold(part('endnotes'), 'endnote', count),
  }
  const comments = readTold(part('comments'), 'comment', count)
  const noteOf = (mark: string): string => {
    const [kind, id = ''] = mark.split(' ')
    return notes[kind === 'endnote' ? 'endnote' : 'footnote'].get(id)?.words ?? ''
  }
  return {
    pieces: body.pieces.map((one) => ({
      ...{ mark: one.mark, words: one.words, paragraph: one.paragraph },
      footnotes: one.notes.map(noteOf),
      authors: authors ? one.authors : [],
    })),
    comments: [...body.comments].flatMap(([id, { pieces, quoted }]) => {
      const said = comments.get(id)
      return said ? [{ pieces, quoted, words: said.words, author: authors ? said.author : null }] : []
    }),
  }
}
