/** The words of three languages and the day of a copy in, its first page out: into which language one goes, of when it is, and how it is checked. */
import { html } from '../markup.ts'
import { dayIn } from '../telling/when.ts'
import { type AllWords, NOTHING, plainPage } from './plain-page.ts'

/** `index.html` */
export const doorPage = (words: AllWords, made: string): string =>
  plainPage({
    title: 'Aigaq · Айғақ',
    words,
    policy: NOTHING,
    of: ({ language, t }) =>
      html`<h1><a href="${language}/index.html">${t('mirror.enter')}</a></h1>
<p class="sub">${t('mirror.what')}</p>
<p>${t('mirror.made', { day: dayIn(made, language) })}</p>
<p><a href="verify.html">${t('mirror.check')}</a></p>`,
  })
