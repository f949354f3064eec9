/** The packs, the files that are offered and what public records cover in, the page about the data out: what can be taken away, what is in it, whose it is, how to cite it, how to check a copy, who decides, how to have it corrected. */
import { labelIn } from '../../core/language.ts'
import type { Period } from '../../core/measure.ts'
import { href } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { extentName, extentPath } from '../open/extent.ts'
import { LICENCE } from '../open/licence.ts'
import { tableList } from '../sections/table-list.ts'
import { offeredTable } from '../sections/take-away.ts'
import { periodIn } from '../telling/when.ts'
import type { Covered, DataView as View } from '../views.ts'
import { layout } from './layout.ts'
import { labelled, opening, row } from './parts.ts'

const paragraphs = (keys: readonly string[], { words }: View): Markup =>
  html`${keys.map((key) => html`<p>${words.t(key)}</p>`)}`

/** What there is of a country, and of which regions there is nothing: that nobody looked and that nothing happened look the same here. */
function coverage(view: View): Piece {
  const { words } = view
  const one = ({ pack, from, to, without }: Covered): Markup => {
    const span = from === null || to === null ? words.t('face.nothing') : from === to ? from : `${from}–${to}`
    const regions = without.map((region) => labelIn(region.name, words.language).text).sort()
    return html`<div><dt>${labelled(pack.name, words)}</dt><dd><p>${words.t('about.covers.span', { span })}</p><p class="meta">${regions.length === 0 ? words.t('about.covers.every-region') : words.t('about.covers.without', { regions: regions.join(', ') })}</p></dd></div>
`
  }
  return html`${paragraphs(['about.covers.1', 'about.covers.2'], view)}${view.covered.length > 0 && html`<dl class="vals">${view.covered.map(one)}</dl>`}`
}

/** The address is shown as it is written: a web address or a mail address, and nothing else passes the settings. */
function contactIn({ contact, words }: View): Piece {
  if (contact === '') return html`<p>${words.t('about.wrong.nowhere')}</p>`
  const to = contact.includes('://') ? contact : `mailto:${contact}`
  return html`<p>${words.t('about.wrong.write')} <a href="${to}" rel="noreferrer">${contact}</a></p>`
}

/** Where the files of a copy are: with each quarter. */
function byQuarter({ covered, words, site }: View): Markup {
  const { language, t } = words
  const quarter = ({ id, from, to }: Period, country: string): Markup =>
    html`<li><a href="${href(site, language, { kind: 'period', country, period: id })}">${periodIn(from, to, language)}</a></li>`
  return html`<p>${t('open.data.by-quarter')} ${t('open.data.by-quarter.why')}</p>${covered.map(
    ({ pack, quarters }) =>
      html`<h3>${labelled(pack.name, words)}</h3><ul class="dl">${quarters.map((one) => quarter(one, pack.id))}</ul>`,
  )}`
}

/** Every extent with its files; the tables by themselves for everything. */
function files(view: View): Markup {
  const { words, packs, offers } = view
  if (!view.site.isServed) return html`${byQuarter(view)}<p class="meta">${words.t('open.data.same')}</p>`
  const named = (country: string): string => {
    const pack = packs.find((one) => one.id === country)
    return pack ? labelIn(pack.name, words.language).text : country
  }
  return html`${offers.map(({ of, offered }) => offeredTable(of, offered, of.kind === 'country' ? named(of.country) : words.t('open.data.all'), view))}${tableList(view)}<p class="meta">${words.t('open.data.same')}</p>`
}

/** How a program asks; a copy that nobody answers for says so. */
function api(view: View): Markup {
  const { words, site } = view
  const keys = site.isServed ? ['open.api.1', 'open.api.2', 'open.api.3'] : ['open.api.copy']
  const feeds = href(site, words.language, { kind: 'feeds' })
  return html`${paragraphs(keys, view)}${site.isServed && html`<p><a href="/api/v1/openapi.json">openapi.json</a></p>`}<p><a href="${feeds}">${words.t('feeds.title')}</a></p>`
}

/** `/{lang}/data` */
export function dataPage(view: View): string {
  const { words, packs } = view
  const { t } = words
  const attribution = html`<table><tbody>${packs.map(
    (pack) =>
      html`<tr><th scope="row">${labelled(pack.name, words)} ${pack.version}</th><td>${pack.attribution.map((line) => html`<span class="src">${line}</span>`)}</td></tr>`,
  )}</tbody></table>`
  const sections: readonly (readonly [string, string, string, Piece])[] = [
    ['t', t('open.data.label'), t('open.data.heading'), files(view)],
    ['a', t('open.api.label'), t('open.api.heading'), api(view)],
    ['covers', t('about.covers'), t('about.covers.heading'), coverage(view)],
    [
      'n',
      t('face.data.naming'),
      t('face.data.naming-heading'),
      paragraphs(['face.data.naming-1', 'face.data.naming-2', 'face.data.naming-3'], view),
    ],
    [
      'l',
      t('face.data.licence'),
      t('face.data.licence-heading'),
      html`<p>${t('footer.licence')}</p>${attribution}`,
    ],
    [
      'cite',
      t('form.cite'),
      t('about.cite.heading'),
      html`${paragraphs(['about.cite.1', 'about.cite.2'], view)}<blockquote class="passage"><p>${t('about.cite.example')}</p></blockquote>`,
    ],
    [
      'blocked',
      t('footer.blocked'),
      t('about.blocked.heading'),
      paragraphs(['about.blocked.1', 'about.blocked.2', 'about.blocked.3'], view),
    ],
    ['who', t('about.who'), t('about.who.heading'), paragraphs(['about.who.1', 'about.who.2'], view)],
    [
      'wrong',
      t('footer.corrections'),
      t('face.data.corrections-heading'),
      html`${paragraphs(['face.data.corrections-1', 'withheld.tell-us', 'about.wrong.1'], view)}${contactIn(view)}`,
    ],
  ]
  return layout({
    face: view,
    page: { kind: 'data' },
    title: t('title.data'),
    pack: null,
    crumbs: [
      { text: t('nav.world'), page: { kind: 'world' } },
      { text: t('nav.data'), page: null },
    ],
    body: html`${opening(t('nav.data'), '', t('face.data.headline'), html`<p class="sub">${t('face.data.sub')}</p>`)}
${sections.map(([id, label, heading, body]) => row(id, label, '', heading, body))}`,
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
  contact: view.contact === '' ? null : view.contact,
  quarters: view.covered.map(({ pack, quarters }) => ({
    country: pack.id,
    quarters: quarters.map((one) => one.id),
  })),
  packs: view.packs.map((pack) => ({
    id: pack.id,
    version: pack.version,
    attribution: pack.attribution,
    reviewedBy: pack.reviewedBy,
  })),
  covered: view.covered.map(({ pack, from, to, without }) => ({
    country: pack.id,
    from,
    to,
    regionsWithoutRecord: without.map((one) => one.id),
  })),
  codebook: { version: view.codebook.version, reviewedBy: view.codebook.reviewedBy },
})
