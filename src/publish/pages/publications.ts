/** The texts that were written from the records of a country in, their list out. */
import { labelIn } from '../../core/language.ts'
import { html } from '../markup.ts'
import { publicationList } from '../sections/publications.ts'
import type { PublicationsView } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

/** `/{lang}/kz/publications` */
export function publicationsPage(view: PublicationsView): string {
  const { words, pack, publications } = view
  const name = labelIn(pack.name, words.language).text
  return layout({
    face: view,
    page: { kind: 'publications', country: pack.id },
    title: `${words.t('pub.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: words.t('pub.title'), page: null },
    ],
    body: html`${opening(words.t('pub.title'), name, publications.length === 0 ? words.t('pub.none') : words.t('pub.heading', { n: publications.length }), html`<p class="sub">${words.t('pub.note')}</p>`)}${publications.length > 0 && row('p', words.t('pub.title'), '', words.t('pub.list'), publicationList(publications, view))}`,
  })
}

/** The same as data. */
export const publicationsJson = ({ pack, publications }: PublicationsView): unknown => ({
  country: pack.id,
  publications: publications.map(({ id, group, language, request, published, corrections, manuscript }) => ({
    ...{ id, group, language, request, published, corrections },
    title: manuscript.title,
  })),
})
