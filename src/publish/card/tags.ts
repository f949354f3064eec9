/** A page with its card in, the tags by which messengers and searches tell of it out. */
import { LANGUAGES, type Language } from '../../core/language.ts'
import type { Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { Face } from '../views.ts'
import type { Card } from './card.ts'
import { CARD } from './draw.ts'

const LOCALES: Readonly<Record<Language, string>> = { en: 'en_GB', ru: 'ru_RU', kk: 'kk_KZ' }

/** Open Graph wants whole addresses: where none is known, words alone are told. */
export function shareTags(page: Page, title: string, card: Card | undefined, face: Face): Markup {
  const { site, words } = face
  const { language } = words
  const tag = (property: string, content: string | null): Piece =>
    content !== null &&
    content !== '' &&
    html`<meta property="og:${property}" content="${content}">
`
  const sub = card?.sub ?? words.t('site.tagline')
  const picture = card && site.hasCard(page) ? site.whole(language, page, 'png') : null
  return html`<meta name="description" property="og:description" content="${sub}">
${tag('title', card?.heading ?? title)}${tag('type', page.kind === 'incident' ? 'article' : 'website')}${tag('site_name', 'Aigaq')}${tag('url', site.whole(language, page, 'html'))}${tag('locale', LOCALES[language])}${LANGUAGES.filter((one) => one !== language).map((one) => tag('locale:alternate', LOCALES[one]))}${
  picture !== null &&
  html`${tag('image', picture)}${tag('image:type', 'image/png')}${tag('image:width', String(CARD.width))}${tag('image:height', String(CARD.height))}${tag('image:alt', card?.alt ?? '')}<meta name="twitter:card" content="summary_large_image">
`
}`
}
