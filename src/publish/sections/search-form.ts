/** A country or all of them in, the form that asks the search out: words alone, sent as an address, without script. */
import { pathOnly } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import type { Face } from '../views.ts'

/** `words` stand in it again on the page that answers them. */
export function searchForm(
  face: Face,
  country: string | null,
  /** Null: in the head of a page, where there is little room. */
  words: string | null = null,
  more: Markup | null = null,
): Markup {
  const { t, language } = face.words
  return html`<form method="get" action="${pathOnly(face.site, language, country)}" role="search"><p class="fields"><label>${t(words === null ? 'find.words.short' : 'find.words')}<br><input type="search" name="q" value="${words ?? ''}" maxlength="200" autocomplete="off" autocapitalize="off" spellcheck="false"></label> <button type="submit">${t('find.do')}</button></p>${more}</form>`
}
