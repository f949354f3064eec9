/** An HTML element → what its words are to a reader: dropped, a block of some kind, a line end, or words in a line. */
import type { DefaultTreeAdapterTypes } from 'parse5'
import type { BlockKind } from '../core/document.ts'

export type Element = DefaultTreeAdapterTypes.Element

/** Never words of the report: code, pictures, what a reader without script would not see, what a site asks of visitors. */
const DROPPED = new Set(
  'head script style noscript template svg math nav footer form button select textarea input datalist iframe frame frameset object embed canvas audio video picture map dialog menu'.split(
    ' ',
  ),
)
const BLOCKS: Readonly<Record<string, BlockKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'item',
  aside: 'furniture',
}
const PLAIN_BLOCKS = new Set(
  'body main article section header div p blockquote pre ul ol dl dt dd table caption thead tbody tfoot tr figure figcaption address details summary fieldset center hr'.split(
    ' ',
  ),
)

const attribute = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value.toLowerCase() ?? ''

const isHidden = (element: Element): boolean =>
  element.attrs.some((one) => one.name === 'hidden') ||
  attribute(element, 'aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/.test(attribute(element, 'style'))

/** A footnote, as Pandoc, MediaWiki, Word and DPUB-ARIA mark them. */
const isFootnote = (element: Element): boolean =>
  /doc-(foot|end)note/.test(attribute(element, 'role')) ||
  /(^|\s)(foot|end)notes?(\s|$)|(^|\s)references?(\s|$)/.test(attribute(element, 'class')) ||
  /^(fn|ftn|footnote|endnote|cite_note)[-_:]?\w*$/.test(attribute(element, 'id'))

/** A mark that points to a footnote: a raised link, never words of the sentence. */
const isFootnoteMark = (element: Element): boolean =>
  /doc-(noteref|backlink)/.test(attribute(element, 'role')) ||
  (element.tagName === 'sup' &&
    element.childNodes.some(
      (one) => 'tagName' in one && one.tagName === 'a' && /^#/.test(attribute(one, 'href')),
    ))

export type Meaning =
  | { readonly kind: 'dropped' }
  | { readonly kind: 'block'; readonly block: BlockKind | null }
  | { readonly kind: 'cell' | 'line-end' | 'inline' }

/** What an element means. `block: null` is a block of the kind around it. `inArticle`: a header there holds the title. */
export function meaningOf(element: Element, inArticle: boolean): Meaning {
  const tag = element.tagName
  if (DROPPED.has(tag) || (tag === 'header' && !inArticle)) return { kind: 'dropped' }
  if (isHidden(element) || isFootnoteMark(element)) return { kind: 'dropped' }
  if (tag === 'br') return { kind: 'line-end' }
  if (tag === 'td' || tag === 'th') return { kind: 'cell' }
  const block = BLOCKS[tag]
  if (isFootnote(element)) return { kind: 'block', block: 'footnote' }
  if (block !== undefined) return { kind: 'block', block }
  return PLAIN_BLOCKS.has(tag) ? { kind: 'block', block: null } : { kind: 'inline' }
}
