/** The body of a Word file that came back → its pieces of text, each under the mark with which it left, and where its comments stand. */
import { BOOKMARK } from '../../core/mark.ts'
import type { ReturnedPiece } from '../../core/returned.ts'
import { isWord, LINES, SKIPPED } from '../docx-story.ts'
import { isOn, type Style } from '../docx-styles.ts'
import { readXml, type Tag } from '../xml.ts'
import { fields, isNoteNumber } from './fields.ts'

type Piece = {
  -readonly [key in 'mark' | 'words' | 'paragraph']: ReturnedPiece[key]
} & { readonly notes: string[]; readonly authors: Set<string> }

export type Body = {
  readonly pieces: readonly {
    readonly mark: string | null
    readonly words: string
    readonly paragraph: number
    /** `footnote 3`, `endnote 1`. */
    readonly notes: readonly string[]
    readonly authors: readonly string[]
  }[]
  /** By id of the comment: the pieces it is on, and their words in its range. */
  readonly comments: ReadonlyMap<string, { readonly pieces: readonly number[]; readonly quoted: string }>
}

/** Who changed something stands on these. */
const TRACKED = /^(ins|del|moveFrom|moveTo)$/

export function readBody(
  bytes: Uint8Array,
  styleOf: (id: string | null) => Style,
  count: (words: string) => void,
): Body {
  const pieces: Piece[] = []
  const controls: (string | null)[] = []
  const bookmarks = new Map<string, string>()
  const comments = new Map<string, { pieces: number[]; quoted: string; isOpen: boolean }>()
  const field = fields()
  let [skipping, numbers, paragraph] = [0, 0, 0]
  let [inText, inInstruction, inProperties, hidden] = [false, false, false, false]

  const markNow = (): string | null =>
    controls.findLast((tag) => tag !== null) ?? [...bookmarks.values()].at(-1) ?? null
  const here = (): Piece => {
    const mark = markNow()
    const last = pieces.at(-1)
    if (last && last.mark === mark && last.paragraph === paragraph) return last
    const made: Piece = { mark, words: '', paragraph, notes: [], authors: new Set() }
    pieces.push(made)
    return made
  }
  const add = (words: string): void => {
    here().words += words
    for (const one of comments.values())
      if (one.isOpen) {
        one.quoted += words
        if (one.pieces.at(-1) !== pieces.length - 1) one.pieces.push(pieces.length - 1)
      }
  }
  /** Even when nothing of it is left: then whoever compares knows that it was struck out, and by whom. */
  const touched = (tag: Tag): void => {
    const author = tag.attribute('author')
    if (!inProperties && author) here().authors.add(author)
  }

  const open = (tag: Tag): void => {
    const value = tag.attribute('val')
    if (isWord(tag) && TRACKED.test(tag.name)) touched(tag)
    if (isWord(tag) && tag.name === 'instrText') inInstruction = true
    // Also where it was struck out: a bookmark that never ends would claim all that follows.
    if (isWord(tag) && tag.name === 'bookmarkEnd') bookmarks.delete(tag.attribute('id') ?? '')
    if (skipping > 0 || SKIPPED.test(tag.name)) {
      skipping += 1
      return
    }
    if (!isWord(tag)) return
    const id = tag.attribute('id') ?? ''
    switch (tag.name) {
      case 'p':
        paragraph += 1
        break
      case 'pPr':
        inProperties = true
        break
      case 'sdt':
        controls.push(null)
        break
      case 'tag':
        if (controls.length > 0) controls[controls.length - 1] = value
        break
      case 'sdtContent':
        if (controls.at(-1) !== null) here()
        break
      case 'bookmarkStart': {
        const name = tag.attribute('name') ?? ''
        if (!BOOKMARK.test(name)) break
        // Ours never stand in each other.
        bookmarks.clear()
        bookmarks.set(id, name)
        if (controls.every((one) => one === null)) here()
        break
      }
      case 'r':
        hidden = false
        break
      case 'rStyle':
        if (!inProperties && styleOf(value).hidden) hidden = true
        break
      case 'vanish':
        if (!inProperties) hidden = isOn(value)
        break
      case 'fldChar':
        field.mark(tag.attribute('fldCharType'))
        break
      case 'fldSimple':
        if (numbers > 0 || isNoteNumber(tag.attribute('instr'))) numbers += 1
        break
      case 'footnoteReference':
      case 'endnoteReference':
        here().notes.push(`${tag.name.slice(0, -'Reference'.length)} ${id}`)
        break
      case 'commentRangeStart':
        comments.set(id, { pieces: [], quoted: '', isOpen: true })
        break
      case 'commentRangeEnd': {
        const one = comments.get(id)
        if (one) one.isOpen = false
        break
      }
      case 'commentReference': {
        const one = comments.get(id) ?? { pieces: [], quoted: '', isOpen: false }
        if (one.pieces.length === 0 && pieces.length > 0) one.pieces.push(pieces.length - 1)
        comments.set(id, one)
        break
      }
      case 't':
        inText = true
        break
      default:
        if (LINES[tag.name] !== undefined && !inProperties && !hidden) add(LINES[tag.name] ?? '')
    }
  }
  const close = (tag: Tag): void => {
    if (isWord(tag) && tag.name === 'instrText') inInstruction = false
    if (skipping > 0) {
      skipping -= 1
      return
    }
    if (!isWord(tag)) return
    if (tag.name === 't') inText = false
    else if (tag.name === 'pPr') inProperties = false
    else if (tag.name === 'sdt') controls.pop()
    else if (tag.name === 'p') paragraph += 1
    else if (tag.name === 'fldSimple' && numbers > 0) numbers -= 1
  }
  const text = (words: string): void => {
    if (inInstruction) field.instruct(words)
    if (skipping > 0 || !inText || hidden || numbers > 0 || field.isNumber()) return
    count(words)
    add(words)
  }
  readXml(bytes, { open, close, text })
  return {
    pieces: pieces.map(({ authors, ...rest }) => ({ ...rest, authors: [...authors] })),
    comments,
  }
}
