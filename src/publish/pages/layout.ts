/** The body of a page in, the whole document out: head, navigation, languages, foot. */
import { raw } from 'hono/html'
import { LANGUAGES, type Language, labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { Card } from '../card/card.ts'
import { shareTags } from '../card/tags.ts'
import { href, jsonHref, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { searchForm } from '../sections/search-form.ts'
import { termLine } from '../sections/terms.ts'
import type { Face } from '../views.ts'

export type Crumb = { readonly text: string; readonly page: Page | null }

/** Why a page has a script, and either its text with the policy that lets it run and no other, or where it lies. */
export type Script = { readonly why: string } & (
  | { readonly policy: string; readonly text: string }
  | { readonly tag: Markup }
)

export type Document = {
  readonly face: Face
  /** Null for a page without an address of its own, such as an error. */
  readonly page: Page | null
  readonly title: string
  readonly pack: Pack | null
  readonly crumbs: readonly Crumb[]
  readonly feed?: string | undefined
  readonly card?: Card | undefined
  /** Left out: the page has no script, like nearly all. */
  readonly script?: Script | undefined
  /** Body of the page, from the first section on. */
  readonly body: Piece
}

/** Each language by its own name. */
const NAMES: Readonly<Record<Language, string>> = { en: 'English', ru: 'Русский', kk: 'Қазақша' }
const MARK = 'M0 0H24V24zM48 0V24H24zM48 48H24V24zM0 48V24H24z'

const link = (face: Face, page: Page, text: string, here: boolean): Markup =>
  html`<li><a href="${href(face.site, face.words.language, page)}"${here && html` aria-current="page"`}>${text}</a></li>`

function alternates({ face, page, feed }: Document): Piece {
  if (page === null) return null
  const { site, words } = face
  return html`<link rel="canonical" href="${href(site, words.language, page)}">
${LANGUAGES.map((one) => html`<link rel="alternate" hreflang="${one}" href="${href(site, one, page)}">`)}
<link rel="alternate" type="application/json" href="${jsonHref(site, words.language, page)}">
${feed !== undefined && html`<link rel="alternate" type="application/atom+xml" href="${feed}">`}`
}

function masthead({ face, page, pack }: Document): Markup {
  const { site, words } = face
  const language = words.language
  return html`<header class="head"><a class="brand" href="${href(site, language, { kind: 'world' })}"><svg viewBox="0 0 48 48" aria-hidden="true"><path class="inkf" d="${MARK}"/></svg><span lang="en">Aigaq</span> <span lang="kk" class="bk">Айғақ</span></a>
<nav aria-label="${words.t('nav.label')}"><ul>${
    pack &&
    link(
      face,
      { kind: 'country', country: pack.id },
      labelIn(pack.name, language).text,
      page?.kind === 'country',
    )
  }${link(face, { kind: 'method' }, words.t('nav.method'), page?.kind === 'method')}${link(face, { kind: 'data' }, words.t('nav.data'), page?.kind === 'data')}</ul></nav>
<nav aria-label="${words.t('nav.language')}"><ul class="langs">${LANGUAGES.map(
    (one) =>
      html`<li><a href="${href(site, one, page ?? { kind: 'world' })}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${NAMES[one]}</a></li>`,
  )}</ul></nav>${page?.kind !== 'search' && searchForm(face, site.isServed ? (pack?.id ?? null) : null)}</header>`
}

/** Of a copy: whoever has no script comes to every name, place, body and law from here. */
const REGISTER: Page = { kind: 'search', country: null, words: '', narrowing: {}, page: 1 }

function foot({ face, page, feed }: Document): Markup {
  const { site, words } = face
  return html`<footer class="foot"><p>${words.t('site.tagline')}</p><ul>${
    page &&
    site.hasCard(page) &&
    html`<li><a href="${site.address(words.language, page, 'png')}">${words.t('card.link')}</a></li>`
  }${
    page && html`<li><a href="${jsonHref(site, words.language, page)}">${words.t('form.json')}</a></li>`
  }${feed !== undefined && html`<li><a href="${feed}">Atom</a></li>`}${face.tellsAt !== undefined && html`<li><a href="${face.tellsAt}">${words.t('tell.link')}</a></li>`}${!site.isServed && link(face, REGISTER, words.t('find.copy.link'), false)}${link(face, { kind: 'method' }, words.t('nav.method'), false)}${link(face, { kind: 'glossary' }, words.t('glossary.title'), page?.kind === 'glossary')}</ul><p>${words.t('footer.licence')}</p></footer>`
}

/** Together: two landmarks of one kind could not be told apart by whoever goes from one to the next. */
function notes({ face: { words, isExample } }: Document): Markup | false {
  const said = [
    ...(isExample ? [words.t('example.note')] : []),
    ...(words.unreviewed ? [words.t('language.unreviewed')] : []),
  ]
  return said.length > 0 && html`<aside class="unread">${said.map((one) => html`<p>${one}</p>`)}</aside>`
}

/** Pages of sentences in the words of law: what terms mean stands in one line under them. */
const IN_LEGAL_WORDS: ReadonlySet<Page['kind']> = new Set(['law', 'incident', 'update', 'publication'])

const explained = ({ face, page, body }: Document): Markup | false =>
  page !== null &&
  IN_LEGAL_WORDS.has(page.kind) &&
  termLine([html`${body}`.toString().replace(/<[^>]*>/g, ' ')], face)

/** One document. No script, no style of its own, nothing from elsewhere. */
export function layout(document: Document): string {
  const { face, title, crumbs, body, script } = document
  const { site, words } = face
  const language = words.language
  const page = html`<!doctype html>
<html lang="${language}"${script && html` data-script="${script.why}"`}>
<head>
<meta charset="utf-8">
${
  script &&
  'policy' in script &&
  html`<meta http-equiv="Content-Security-Policy" content="${script.policy}">
`
}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title} · Aigaq</title>
<link rel="stylesheet" href="${site.asset('style.css')}">
${alternates(document)}
${document.page && shareTags(document.page, title, document.card, face)}</head>
<body>
<div class="page">
<a class="skip" href="#main">${words.t('nav.skip')}</a>
${masthead(document)}
${notes(document)}
<main id="main">
${
  crumbs.length > 0 &&
  html`<nav class="crumb" aria-label="${words.t('nav.breadcrumb')}"><ol>${crumbs.map(
    ({ text, page: to }) =>
      html`<li>${to ? html`<a href="${href(site, language, to)}">${text}</a>` : text}</li>`,
  )}</ol></nav>`
}
${body}
${explained(document)}</main>
${foot(document)}
</div>
${
  script &&
  html`${'tag' in script ? script.tag : html`<script>${raw(script.text)}</script>`}
`
}</body>
</html>
`
  return page.toString()
}
