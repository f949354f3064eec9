/** Blocks of a manuscript in, the same on a page out: words escaped, notes as links, tables that scroll by themselves, drawings in the colours of the page. */
import { raw } from 'hono/html'
import { html, type Markup, type Piece } from '../markup.ts'
import { isDrawing, onPage } from './drawing.ts'
import { type Block, type Figure, type Note, type Sentence, spaced } from './manuscript.ts'

export type OnPage = {
  /** How a sentence stands there; left out: its words, each note a link to `#n1`. */
  readonly told?: (sentence: Sentence) => Piece
  /** The depth of a heading inside a block: 3 under the heading of a section. */
  readonly level?: 3 | 4 | 5
}

const runsIn = ({ runs }: Sentence): Piece =>
  spaced(runs).map((run) => (run.kind === 'note' ? html`<a href="#n${run.note}">${run.note}</a>` : run.text))

const heading = (title: string, level: number): Markup =>
  level === 3 ? html`<h3>${title}</h3>` : level === 4 ? html`<h4>${title}</h4>` : html`<p><b>${title}</b></p>`

/** One that nobody of ours drew is told in words alone. */
export function figureOnPage({ svg, signs, alt, caption }: Figure): Markup {
  const drawn = (one: string): Piece => isDrawing(one) && raw(onPage(one))
  return html`<figure class="set"><div role="img" aria-label="${alt}">${isDrawing(svg) ? drawn(svg) : html`<p>${alt}</p>`}</div>${
    signs.length > 0 &&
    html`<ul class="legend">${signs.map((one) => html`<li><span aria-hidden="true">${drawn(one.svg)}</span><span>${one.words}</span></li>`)}</ul>`
  }${caption !== '' && html`<figcaption>${caption}</figcaption>`}</figure>
`
}

/** `level` grows by one inside a box. */
export function blockOnPage(block: Block, { told = runsIn, level = 3 }: OnPage = {}): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${block.sentences.map((one, at) => html`${at > 0 && ' '}${told(one)}`)}</p>
`
    case 'points':
      return html`<ul class="told">${block.points.map((one) => html`<li>${told(one)}</li>\n`)}</ul>
`
    case 'heading':
      return heading(block.title, level)
    case 'quote':
      return html`<figure class="said"><blockquote><p>${told(block.said)}</p></blockquote><figcaption>${block.speaker}</figcaption></figure>
`
    case 'timeline':
      return html`<dl class="vals">${block.entries.map((one) => html`<div><dt>${one.when}</dt><dd>${told(one.told)}</dd></div>\n`)}</dl>
`
    case 'fields':
      return html`<dl class="vals">${block.fields.map((one) => html`<div><dt>${one.label}</dt><dd${one.isMissing && raw(' class="unknown"')}>${told(one.told)}</dd></div>\n`)}</dl>
`
    case 'table':
      return html`<div class="scroll" role="region" tabindex="0" aria-label="${block.caption}"><table>${block.caption !== '' && html`<caption>${block.caption}</caption>`}<thead><tr>${block.head.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${block.rows.map((row) => html`<tr>${row.map((one) => html`<td>${told(one)}</td>`)}</tr>\n`)}</tbody></table></div>
`
    case 'figure':
      return figureOnPage(block.figure)
    case 'box':
      return html`<aside class="apart">${heading(block.title, level)}
${block.blocks.map((one) => blockOnPage(one, { told, level: level === 3 ? 4 : 5 }))}</aside>
`
  }
}

export const blocksOnPage = (blocks: readonly Block[], how: OnPage = {}): Piece =>
  blocks.map((one) => blockOnPage(one, how))

/** Sources of each note; `none`: the words where nobody may be named; `passage`: those of the way to the record, else the sources lead there. */
export const notesOnPage = (
  notes: readonly Note[],
  { none, passage }: { readonly none: string; readonly passage?: string | undefined },
): Markup =>
  html`<ol class="notes">${notes.map(({ number, citations, href }) => {
    const told = citations.length === 0 ? none : citations.join('; ')
    if (href === null) return html`<li id="n${number}">${told}</li>`
    return passage === undefined
      ? html`<li id="n${number}"><a href="${href}">${told}</a></li>`
      : html`<li id="n${number}">${told} <a href="${href}">${passage}</a></li>`
  })}</ol>`
