/** The words of three languages and the script in, the page that checks a copy without any network out. */

import { raw } from 'hono/html'
import { MANIFEST, SIGNATURE } from '../../core/mirror.ts'
import { OLD_AFTER } from '../../core/mirror-age.ts'
import type { Words } from '../../core/words.ts'
import { html, type Markup } from '../markup.ts'
import { type AllWords, NOTHING, plainPage } from './plain-page.ts'

/** What the script may have to say, each with the key of its words. */
const SAYINGS = [
  ...(['busy', 'none', 'whole', 'broken', 'unsigned', 'altered', 'missing', 'extra'] as const),
  ...(['today', 'old', 'ahead', 'number', 'older', 'not-older', 'no-number', 'key'] as const),
]
/** One, a few, many: where a language has fewer forms, the first that has one stands for it. */
const COUNTS = [1, 2, 5]

/** How old a copy is, once for each form that the language has; which one it is, the script asks the browser. */
function ages({ language, t }: Words): readonly Markup[] {
  const rules = new Intl.PluralRules(language)
  const forms = new Map(COUNTS.map((n) => [rules.select(n), n] as const).reverse())
  return [...forms].map(
    ([form, n]) =>
      html`<li data-says="age-${form}">${t('mirror.said.age', { n, day: '{day}' }).replace(String(n), '{n}')}</li>`,
  )
}

const sayings = (words: Words): Markup =>
  html`<div class="said" role="status" aria-live="polite"></div>
<ul hidden>${SAYINGS.map((one) => html`<li data-says="${one}">${words.t(`mirror.said.${one}`, { day: '{day}' })}</li>`)}${ages(words)}</ul>`

/** `verify.html`; `hash` is the SHA-256 of the script in base64, the only script that the page's own policy lets run. */
export const verifyPage = (words: AllWords, script: string, hash: string): string =>
  plainPage({
    title: 'Aigaq · Айғақ',
    words,
    policy: `${NOTHING}; script-src 'sha256-${hash}'`,
    script: 'reads the files of this folder and checks them; without it: bin/aigaq verify',
    first: html`<section class="row first"><div class="lab"></div><div><p><label for="folder" lang="en">${words.en.t('mirror.folder')}</label> · <span lang="ru">${words.ru.t('mirror.folder')}</span> · <span lang="kk">${words.kk.t('mirror.folder')}</span></p>
<p><input type="file" id="folder" webkitdirectory multiple data-manifest="${MANIFEST}" data-signature="${SIGNATURE}" data-old="${String(OLD_AFTER)}"></p>
<p><label for="number" lang="en">${words.en.t('mirror.seen')}</label> · <span lang="ru">${words.ru.t('mirror.seen')}</span> · <span lang="kk">${words.kk.t('mirror.seen')}</span></p>
<p><input type="text" id="number" inputmode="numeric" autocomplete="off" maxlength="24"></p></div></section>`,
    of: (own) => html`<h1>${own.t('mirror.check')}</h1>
<p class="sub">${own.t('mirror.how')}</p>
<p>${own.t('mirror.trust')}</p>
<noscript><p>${own.t('mirror.no-script')}</p></noscript>
${sayings(own)}`,
    last: html`<script>${raw(script)}</script>`,
  })
