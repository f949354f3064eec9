/** The packs in, the page about the data out: licences, whose names are shown and why, how to have it corrected. */
import { html, type Markup } from '../markup.ts'
import type { DataView as View } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

/** `/{lang}/data` */
export function dataPage(view: View): string {
  const { words, packs } = view
  const paragraphs = (keys: readonly string[]): Markup =>
    html`${keys.map((key) => html`<p>${words.t(key)}</p>`)}`
  const attribution = html`<table><tbody>${packs.map(
    (pack) =>
      html`<tr><th scope="row">${labelled(pack.name, words)} ${pack.version}</th><td>${pack.attribution.map((line) => html`<span class="src">${line}</span>`)}</td></tr>`,
  )}</tbody></table>`
  return layout({
    face: view,
    page: { kind: 'data' },
    title: words.t('title.data'),
    pack: null,
    crumbs: [
      { text: words.t('nav.world'), page: { kind: 'world' } },
      { text: words.t('nav.data'), page: null },
    ],
    body: html`${opening(words.t('nav.data'), '', words.t('face.data.headline'), html`<p class="sub">${words.t('face.data.sub')}</p>`)}
${row('n', words.t('face.data.naming'), '', words.t('face.data.naming-heading'), paragraphs(['face.data.naming-1', 'face.data.naming-2', 'face.data.naming-3']))}${row('l', words.t('face.data.licence'), '', words.t('face.data.licence-heading'), html`<p>${words.t('footer.licence')}</p>${attribution}`)}${row('c', words.t('footer.corrections'), '', words.t('face.data.corrections-heading'), paragraphs(['face.data.corrections-1', 'withheld.tell-us']))}`,
  })
}

/** The same as data. */
export const dataJson = (view: View): unknown => ({
  licence: { data: 'CC BY 4.0', program: 'AGPL-3.0-or-later' },
  packs: view.packs.map((pack) => ({
    id: pack.id,
    version: pack.version,
    attribution: pack.attribution,
    reviewedBy: pack.reviewedBy,
  })),
  codebook: { version: view.codebook.version, reviewedBy: view.codebook.reviewedBy },
})
