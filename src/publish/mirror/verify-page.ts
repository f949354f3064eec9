/** The words of three languages and the script in, the page that checks a copy without any network out. */

import { raw } from 'hono/html'
import { MANIFEST, SIGNATURE } from '../../core/mirror.ts'
import { html, type Markup } from '../markup.ts'
import { type AllWords, NOTHING, plainPage } from './plain-page.ts'

/** What the script may have to say, each with the key of its words. */
const SAYINGS = ['busy', 'none', 'whole', 'broken', 'unsigned', 'altered', 'missing', 'extra', 'key'] as const

const sayings = (t: (key: string) => string): Markup =>
  html`<div class="said" role="status" aria-live="polite"></div>
<ul hidden>${SAYINGS.map((one) => html`<li data-says="${one}">${t(`mirror.said.${one}`)}</li>`)}</ul>`

/** `verify.html`; `hash` is the SHA-256 of the script in base64, the only script that the page's own policy lets run. */
export const verifyPage = (words: AllWords, script: string, hash: string): string =>
  plainPage({
    title: 'Aigaq · Айғақ',
    words,
    policy: `${NOTHING}; script-src 'sha256-${hash}'`,
    script: 'reads the files of this folder and checks them; without it: bin/aigaq verify',
    first: html`<section class="row first"><div class="lab"></div><div><p><label for="folder" lang="en">${words.en.t('mirror.folder')}</label> · <span lang="ru">${words.ru.t('mirror.folder')}</span> · <span lang="kk">${words.kk.t('mirror.folder')}</span></p>
<p><input type="file" id="folder" webkitdirectory multiple data-manifest="${MANIFEST}" data-signature="${SIGNATURE}"></p></div></section>`,
    of: ({ t }) => html`<h1>${t('mirror.check')}</h1>
<p class="sub">${t('mirror.how')}</p>
<p>${t('mirror.trust')}</p>
<noscript><p>${t('mirror.no-script')}</p></noscript>
${sayings(t)}`,
    last: html`<script>${raw(script)}</script>`,
  })
