/** The words of three languages in, the first page of a copy out: into which language one goes, and how the copy is checked. */
import { html } from '../markup.ts'
import { type AllWords, NOTHING, plainPage } from './plain-page.ts'

/** `index.html` */
export const doorPage = (words: AllWords): string =>
  plainPage({
    title: 'Aigaq · Айғақ',
    words,
    policy: NOTHING,
    of: ({ language, t }) =>
      html`<h1><a href="${language}/index.html">${t('mirror.enter')}</a></h1>
<p class="sub">${t('mirror.what')}</p>
<p><a href="verify.html">${t('mirror.check')}</a></p>`,
  })
