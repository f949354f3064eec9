/** Where a long list stands in, links to the pages before and after out. */
import { html, type Piece } from '../markup.ts'
import type { Face, Paged } from '../views.ts'

export function turning({ words, page, pages }: Face & Paged, to: (page: number) => string): Piece {
  const link = (n: number, text: string, rel: string): Piece =>
    n >= 1 && n <= pages && html`<li><a rel="${rel}" href="${to(n)}">${text}</a></li>`
  return (
    pages > 1 &&
    html`<nav class="pages" aria-label="${words.t('face.nav.pages')}"><ul>${link(page - 1, words.t('nav.previous'), 'prev')}<li>${words.t('face.pages.here', { page, pages })}</li>${link(page + 1, words.t('nav.next'), 'next')}</ul></nav>`
  )
}
