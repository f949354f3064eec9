/** HTML → the words a reader sees, with their blocks; no script, hidden text or markup survives. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { BlockKind } from '../core/document.ts'
import { compose, type Piece } from './composing.ts'
import { meaningOf } from './element.ts'
import type { Reading } from './txt.ts'

export const HTML_READER = 'html@1'

type Node = DefaultTreeAdapterTypes.Node
/** Work still to do. A stack, not recursion: pages nest deeper than any call stack, by accident or on purpose. */
type Step =
  | { readonly node: Node; readonly around: BlockKind; readonly inArticle: boolean }
  | { readonly flush: BlockKind }

/** Kinds that the blocks inside them keep: a paragraph in a list item is the item. */
const kindInside = (around: BlockKind, own: BlockKind | null): BlockKind =>
  own === null || around === 'footnote' || around === 'furniture' ? around : own

/** Reads a page. Rows of tables are paragraphs, their cells parted by ` | `. */
export function readHtml(html: string): Reading {
  const pieces: Piece[] = []
  let words = ''
  const flush = (kind: BlockKind): void => {
    // Two line ends in a row part paragraphs on pages that know no <p>.
    for (const part of words.split(/\n[ \n]*\n/)) {
      const tidy = part
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/^[\s|]+|[\s|]+$/g, '')
      // Without letters or digits there is nothing to read: bullets, rules, dingbats.
      if (/[\p{L}\p{N}]/u.test(tidy)) pieces.push({ kind, words: tidy })
    }
    words = ''
  }
  const stack: Step[] = [
    { node: parse(html, { scriptingEnabled: false }), around: 'paragraph', inArticle: false },
  ]
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('flush' in step) {
      flush(step.flush)
      continue
    }
    const { node, around } = step
    if (node.nodeName === '#text' && 'value' in node) {
      words += wordsOf(node.value, html)
      continue
    }
    if (!('childNodes' in node)) continue
    let { inArticle } = step
    let inside = around
    if ('tagName' in node) {
      const meaning = meaningOf(node, inArticle)
      if (meaning.kind === 'dropped') continue
      if (meaning.kind === 'line-end') words += '\n'
      if (meaning.kind === 'cell') words += ' | '
      if (meaning.kind === 'block') {
        flush(around)
        inside = kindInside(around, meaning.block)
        stack.push({ flush: inside })
      }
      inArticle ||= node.tagName === 'article' || node.tagName === 'main'
    }
    for (const child of node.childNodes.toReversed()) stack.push({ node: child, around: inside, inArticle })
  }
  flush('paragraph')
  return compose(pieces)
}

/** Line ends of the source are blanks. A reference to no character becomes nothing, where the page itself holds no U+FFFD. */
const wordsOf = (value: string, html: string): string => {
  const flat = value.replace(/[\t\n\f\r ]+/g, ' ').replace(/[\u00ad\u200b]/g, '')
  return flat.includes('\ufffd') && !html.includes('\ufffd') ? flat.replaceAll('\ufffd', '') : flat
}
