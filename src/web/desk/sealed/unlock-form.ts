/** Somebody who looks in, the form that takes their key and the one that searches what it opened out; both shown by the script alone. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { DeskFace } from '../frame.ts'

export const unlockForm = ({ words: { t } }: DeskFace): Markup =>
  html`<form id="unlock" data-passphrase="${t('sealed.needs')}" data-none="${t('sealed.no-key')}" data-other="${t('sealed.not-yours')}" data-done="${t('sealed.opened')}" hidden>
<p><label>${t('sealed.key')}<br><input type="file" name="identity" required></label></p>
<p><label>${t('sealed.passphrase')}<br><input type="password" autocomplete="off"></label></p>
<p><button type="submit">${t('sealed.unlock')}</button> <span role="status"></span></p><p class="meta">${t('sealed.unlock.note')}</p></form>
<noscript><p>${t('sealed.script')}</p></noscript>
<form id="find" hidden><p><label>${t('sealed.find')}<br><input name="words" autocomplete="off" spellcheck="false"></label></p></form>`
