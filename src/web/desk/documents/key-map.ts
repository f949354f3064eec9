/** The keys of the review page as a list that is always on the page; they work once they are switched on. */
import { html, type Markup } from '../../../publish/markup.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'

export const KEYS = ['j', 'k', 'x', 'e', 'a', 's', 'n', 'r', '?'] as const
const NAMES: Readonly<Record<(typeof KEYS)[number], string>> = {
  j: 'next-row',
  k: 'previous-row',
  x: 'keep',
  e: 'edit',
  a: 'add',
  s: 'save',
  n: 'next-open',
  r: 'reject',
  '?': 'map',
}

/** Single keys can be switched off (WCAG 2.1.4), and are off until somebody wants them; without script they are not offered. */
export function keyMap({ face }: Desktop): Markup {
  const { t } = face.words
  return section(
    t('review.keys'),
    t('review.keys.note'),
    html`<div id="keys" tabindex="-1"><p hidden><button type="button" class="quiet" aria-pressed="false">${t('review.keys.on')}</button></p><noscript><p>${t('review.keys.script')}</p></noscript>
<dl class="keys">${KEYS.map((key) => html`<div><dt><kbd>${key}</kbd></dt><dd>${t(`review.key.${NAMES[key]}`)}</dd></div>`)}</dl></div>`,
  )
}
