/** A lesson kit as told in, its page out: for who leads the lesson, and for who learns. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { KIT_READERS, type KitLeaf, type KitLine, type KitSection } from '../../core/teach/kit.ts'
import { href, type Page } from '../links.ts'
import { PAPERS } from '../manuscript/manuscript.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { withTerms } from '../sections/terms.ts'
import type { Face } from '../views.ts'
import { layout } from './layout.ts'
import { opening, row } from './parts.ts'

export type KitView = Face & { readonly pack: Pack; readonly leaf: KitLeaf; readonly typesets: boolean }

const pageOf = (country: string, { kind, id }: NonNullable<KitLine['link']>): Page =>
  kind === 'incident'
    ? { kind, id }
    : kind === 'law'
      ? { kind, country, provision: id }
      : { kind, country, id }

function linesOf({ id, isCounted, lines }: KitSection, view: KitView, met: Set<string>): Markup {
  const told = lines.map(
    ({ lead, text, link }): Piece =>
      html`${lead !== undefined && html`<b>${lead}</b>: `}${link ? html`<a href="${href(view.site, view.words.language, pageOf(view.pack.id, link))}">${text}</a>` : withTerms(text, view, met)}`,
  )
  if (id === 'story') return html`${told.map((one) => html`<p>${one}</p>`)}`
  const items = told.map((one) => html`<li>${one}</li>`)
  return isCounted ? html`<ol class="points">${items}</ol>` : html`<ul class="points">${items}</ul>`
}

function forms({ leaf, pack, site, words, typesets }: KitView): Markup {
  const of = { country: pack.id, id: leaf.id }
  return html`<ul class="dl">${KIT_READERS.filter((one) => one !== leaf.reader).map(
    (reader) =>
      html`<li><a href="${href(site, words.language, { kind: 'kit', ...of, reader })}">${words.t(`kit.reader.${reader}`)}</a></li>`,
  )}${PAPERS.filter((paper) => (site.isServed ? typesets || paper !== 'pdf' : paper === 'txt')).map(
    (paper) =>
      html`<li><a href="${href(site, words.language, { kind: 'kit-paper', ...of, reader: leaf.reader, paper })}">${words.t(`kit.paper.${paper}`)}</a></li>`,
  )}</ul>`
}

/** `/{lang}/kit/kz/satire`, and the same with `/learner` */
export function kitPage(view: KitView): string {
  const { leaf, pack, words } = view
  const { t, language } = words
  const met = new Set<string>()
  const facts = html`<dl class="vals">${leaf.facts.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
  return layout({
    face: view,
    page: { kind: 'kit', country: pack.id, id: leaf.id, reader: leaf.reader },
    title: `${t('kit.kind')}: ${leaf.title}`,
    pack,
    crumbs: [
      { text: labelIn(pack.name, language).text, page: { kind: 'country', country: pack.id } },
      { text: t('kit.title'), page: { kind: 'kits', country: pack.id } },
      { text: leaf.title, page: null },
    ],
    body: html`${opening(t('kit.kind'), t(`kit.reader.${leaf.reader}`), leaf.title, html`<p class="sub">${withTerms(leaf.one, view, met)}</p>${leaf.status !== null && html`<p class="unread">${leaf.status}</p>`}${facts}`)}
${leaf.sections.map((one) => row(`k-${one.id}`, one.heading, '', one.heading, linesOf(one, view, met)))}${row('k-forms', t('kit.forms'), '', t('kit.forms'), html`${forms(view)}<p class="meta">${t('kit.no-names')}</p><p class="meta">${leaf.foot}</p>`)}`,
  })
}
export const kitJson = ({ leaf }: KitView): unknown => leaf

export type KitsView = Face & {
  readonly pack: Pack
  readonly kits: readonly Pick<KitLeaf, 'id' | 'title' | 'one' | 'facts'>[]
}

/** `/{lang}/kz/kits` */
export function kitsPage(view: KitsView): string {
  const { pack, kits, words, site } = view
  const { t, language } = words
  const name = labelIn(pack.name, language).text
  const to = (id: string): string =>
    href(site, language, { kind: 'kit', country: pack.id, id, reader: 'facilitator' })
  return layout({
    face: view,
    page: { kind: 'kits', country: pack.id },
    title: `${t('kit.title')}, ${name}`,
    pack,
    crumbs: [
      { text: name, page: { kind: 'country', country: pack.id } },
      { text: t('kit.title'), page: null },
    ],
    body: html`${opening(t('kit.title'), name, kits.length === 0 ? t('kit.none') : t('kit.heading', { n: kits.length }), html`<p class="sub">${t('kit.list.note')}</p>`)}${
      kits.length > 0 &&
      row(
        'k',
        t('kit.title'),
        '',
        t('kit.title'),
        html`<dl class="vals">${kits.map(
          (
            one,
          ) => html`<div><dt><a href="${to(one.id)}">${one.title}</a></dt><dd>${one.one}<span class="src">${one.facts.map(({ value }) => value).join(' · ')}</span></dd></div>
`,
        )}</dl>`,
      )
    }`,
  })
}
export const kitsJson = ({ pack, kits }: KitsView): unknown => ({ country: pack.id, kits })
