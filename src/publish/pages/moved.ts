/** The id of a record that is shown within another in, a page that leads there out: for a copy in a folder, which cannot redirect. */
import { href, jsonHref } from '../links.ts'
import { html } from '../markup.ts'
import type { MovedView } from '../views.ts'
import { layout } from './layout.ts'
import { opening } from './parts.ts'

export function movedPage(view: MovedView): string {
  const { words, site, id, under } = view
  const link = html`<p class="sub"><a href="${href(site, words.language, { kind: 'incident', id: under })}">${words.t('face.moved', { id: under })}</a></p>`
  return layout({
    face: view,
    page: { kind: 'incident', id },
    title: id,
    pack: null,
    crumbs: [],
    body: opening(words.t('face.incident'), id, words.t('face.moved.title'), link),
  })
}

export const movedJson = ({ site, words, under }: MovedView): unknown => ({
  mergedInto: under,
  href: jsonHref(site, words.language, { kind: 'incident', id: under }),
})
