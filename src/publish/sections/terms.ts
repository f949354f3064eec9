/** A text in, the same with the first use of each term of the glossary linked to what it means out; or the terms of a page as one line at its foot. */
import { termsIn } from '../../core/teach/glossary.ts'
import { href } from '../links.ts'
import { between, html, type Markup, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'

const linkTo = (term: string, text: string, { site, words }: Face): Markup =>
  html`<a class="term" href="${href(site, words.language, { kind: 'glossary' })}#term-${term}">${text}</a>`

/** `met`: terms that the page has linked before. */
export function withTerms(text: string, face: Face, met: Set<string>): Piece {
  const pieces: Piece[] = []
  let from = 0
  for (const { start, end, term } of termsIn(text, face.codebook.glossary, face.words.language, met)) {
    pieces.push(text.slice(from, start), linkTo(term, text.slice(start, end), face))
    from = end
  }
  return [...pieces, text.slice(from)]
}

/** For pages whose sentences are others’ or have links of their own: nothing stands in the text, and one line under it. */
export function termLine(texts: readonly string[], face: Face): Markup | false {
  const { codebook, words } = face
  const met = new Set<string>()
  for (const text of texts) termsIn(text, codebook.glossary, words.language, met)
  const terms = [...met].flatMap((id) => codebook.glossary.get(id) ?? [])
  return (
    terms.length > 0 &&
    html`<p class="terms">${words.t('glossary.here')}: ${between(
      terms.map(({ id, term }) => linkTo(id, term[words.language], face)),
      ' · ',
    )}</p>`
  )
}
