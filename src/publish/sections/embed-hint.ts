/** A period in, the line that puts it on somebody else's page out, to be copied. */
import { html, type Markup } from '../markup.ts'
import type { PeriodView } from '../views.ts'

/** The address is whole where an origin is known; elsewhere whoever copies it puts theirs before it. */
export function embedHint({ site, words, pack, period }: PeriodView): Markup {
  const page = { kind: 'embed', country: pack.id, period: period.id } as const
  const to = (form: 'html' | 'svg'): string =>
    site.whole(words.language, page, form) ?? site.address(words.language, page, form)
  const code = `<iframe src="${to('html')}" width="640" height="320" title="Aigaq" loading="lazy"></iframe>`
  return html`<details><summary>${words.t('embed.label')}</summary><p>${words.t('embed.what')}</p><p><code>${code}</code></p><p><a href="${site.address(words.language, page, 'html')}">${words.t('embed.page')}</a> · <a href="${site.address(words.language, page, 'svg')}">SVG</a></p></details>`
}
