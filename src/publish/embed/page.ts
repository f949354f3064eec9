/** What is said of a period in, a page for a frame on somebody else's out: no script, nothing from a third place, one way back. */
import { href, type Page } from '../links.ts'
import { html } from '../markup.ts'
import type { UpdateView } from '../views.ts'
import { embedOf } from './embed.ts'

/** `/{lang}/embed/kz/2020-q1` */
export function embedPage(view: UpdateView): string {
  const { site, words, pack, period } = view
  const { label, heading, proof, asOf } = embedOf(view)
  const page: Page = { kind: 'period', country: pack.id, period: period.id }
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${label} · Aigaq</title>
<link rel="stylesheet" href="${site.asset('style.css')}">
<link rel="canonical" href="${href(site, words.language, page)}">
<link rel="alternate" type="application/json" href="${site.address(words.language, { kind: 'embed', country: pack.id, period: period.id }, 'json')}">
</head>
<body>
<main class="page embed"><p class="meta">${label}</p>
${
  words.unreviewed &&
  html`<p class="meta">${words.t('language.unreviewed')}</p>
`
}<h1>${heading}</h1>
<p>${proof}</p>
<p class="meta"><a href="${href(site, words.language, page)}" target="_blank" rel="noopener noreferrer">Aigaq: ${words.t('embed.back')}</a>${asOf !== null && ` · ${asOf}`}</p></main>
</body>
</html>
`.toString()
}

export const embedJson = (view: UpdateView): unknown => ({
  country: view.pack.id,
  period: view.period.id,
  ...embedOf(view),
})
