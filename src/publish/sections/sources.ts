/** The sources of an incident in, their passages and the table of how far they can be relied on out. */
import type { IncidentBody, PassagePart, PublicSource } from '../../core/public-record.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { slip, unknown } from '../pages/parts.ts'
import { writtenIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

/** Letters tie words to values; what is held back is a slip of one width. */
function partIn(part: PassagePart, number: number, seen: Set<string>, face: Face): Piece {
  switch (part.kind) {
    case 'words':
      return part.text
    case 'withheld':
      return slip(face.words)
    case 'mark': {
      const first = part.marks.find((mark) => !seen.has(mark))
      for (const mark of part.marks) seen.add(mark)
      return html`<mark${first !== undefined && html` id="m${number}${first}"`}>${part.text}${part.marks.length > 0 && html`<sup>${part.marks.join(' ')}</sup>`}</mark>`
    }
  }
}

/** A title may name somebody: then it is held back too. */
const titleOf = ({ title }: PublicSource, face: Face): Piece => title ?? slip(face.words)

/** One passage in its own language. */
export function passage(source: PublicSource, number: number, face: Face): Markup {
  const seen = new Set<string>()
  return html`<blockquote class="passage" id="s${number}" lang="${source.language}"><p>${source.passage.map((part) => partIn(part, number, seen, face))}</p></blockquote>
<p class="meta">${number}. ${titleOf(source, face)}${
    source.start !== null &&
    source.end !== null &&
    ` · ${face.words.t('face.passage.span', { start: source.start, end: source.end })}`
  }</p>`
}

const http = (url: string | null): url is string => url !== null && /^https?:\/\//.test(url)

/** Two reliabilities, of the source and of its word: a good source may pass on a bad one. */
export function sourceTable({ sources }: IncidentBody, face: Face): Markup {
  const { words, tell } = face
  const head = ['number', 'title', 'collector', 'published', 'reliability', 'information']
  const known = (text: string | null): Piece => text ?? unknown(words)
  return html`<div class="scroll"><table class="sources"><thead><tr>${head.map((key) => html`<th scope="col">${words.t(`source.${key}`)}</th>`)}</tr></thead><tbody>${sources.map(
    (source, index) =>
      html`<tr><td><a href="#s${index + 1}">${index + 1}</a></td><th scope="row" lang="${source.language}">${
        http(source.url)
          ? html`<a href="${source.url}" rel="noreferrer">${titleOf(source, face)}</a>`
          : titleOf(source, face)
      }${source.publisher !== null && html`<span class="src">${source.publisher}</span>`}${
        source.elsewhere &&
        html`<span class="src" lang="${words.language}">${words.t('source.elsewhere', { from: source.elsewhere.node, package: source.elsewhere.package.slice(0, 12) })}</span>`
      }</th><td>${known(source.collector)}</td><td>${
        source.published === null ? unknown(words) : writtenIn(source.published, tell)
      }</td><td>${words.t(`reliability.${source.reliabilityOfSource}`)}</td><td>${words.t(`reliability.${source.reliabilityOfInformation}`)}</td></tr>
`,
  )}</tbody></table></div>`
}
