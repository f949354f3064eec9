/** The packs and the files that are offered in, the page about the data out: what can be taken away, licences, whose names are shown, corrections. */
import { labelIn } from '../../core/language.ts'
import { href } from '../links.ts'
import { html, type Markup } from '../markup.ts'
import { extentName, extentPath } from '../open/extent.ts'
import { LICENCE } from '../open/licence.ts'
import { tableList } from '../sections/table-list.ts'
import { offeredTable } from '../sections/take-away.ts'
import type { DataView as View } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

/** Every extent with its files; the tables by themselves for everything. */
function files(view: View): Markup {
  const { words, packs, offers } = view
  const named = (country: string): string => {
    const pack = packs.find((one) => one.id === country)
    return pack ? labelIn(pack.name, words.language).text : country
  }
  return html`${offers.map(({ of, offered }) => offeredTable(of, offered, of.kind === 'country' ? named(of.country) : words.t('open.data.all'), view))}${tableList(view)}<p class="meta">${words.t('open.data.same')}</p>`
}

/** `/{lang}/data` */
export function dataPage(view: View): string {
  const { words, packs, site } = view
  const paragraphs = (keys: readonly string[]): Markup =>
    html`${keys.map((key) => html`<p>${words.t(key)}</p>`)}`
  const attribution = html`<table><tbody>${packs.map(
    (pack) =>
      html`<tr><th scope="row">${labelled(pack.name, words)} ${pack.version}</th><td>${pack.attribution.map((line) => html`<span class="src">${line}</span>`)}</td></tr>`,
  )}</tbody></table>`
  const feeds = html`<p><a href="${href(site, words.language, { kind: 'feeds' })}">${words.t('feeds.title')}</a></p>`
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
${row('t', words.t('open.data.label'), words.t('open.data.note'), words.t('open.data.heading'), files(view))}${row('a', words.t('open.api.label'), '', words.t('open.api.heading'), html`${paragraphs(site.isServed ? ['open.api.1', 'open.api.2', 'open.api.3'] : ['open.api.copy'])}${site.isServed && html`<p><a href="/api/v1/openapi.json">openapi.json</a></p>`}${feeds}`)}${row('n', words.t('face.data.naming'), '', words.t('face.data.naming-heading'), paragraphs(['face.data.naming-1', 'face.data.naming-2', 'face.data.naming-3']))}${row('l', words.t('face.data.licence'), '', words.t('face.data.licence-heading'), html`<p>${words.t('footer.licence')}</p>${attribution}`)}${row('c', words.t('footer.corrections'), '', words.t('face.data.corrections-heading'), paragraphs(['face.data.corrections-1', 'withheld.tell-us']))}`,
  })
}

/** The same as data. */
export const dataJson = (view: View): unknown => ({
  licence: { data: 'CC BY 4.0', program: 'AGPL-3.0-or-later', url: LICENCE.path },
  files: view.offers.map(({ of, offered }) => ({
    of: extentName(of),
    folder: `/data/${extentPath(of)}/`,
    files: offered.map(({ file, bytes }) => ({ name: file.name, type: file.type, bytes })),
  })),
  packs: view.packs.map((pack) => ({
    id: pack.id,
    version: pack.version,
    attribution: pack.attribution,
    reviewedBy: pack.reviewedBy,
  })),
  codebook: { version: view.codebook.version, reviewedBy: view.codebook.reviewedBy },
})
