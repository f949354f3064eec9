/** The part of the page about what was finished: how much, sent or carried, the phone's pass, its room, what a seizure shows. */
import { html, type Markup, type Piece } from '../markup.ts'
import type { FieldView } from './view.ts'

const part = (heading: string, body: Piece): Markup => html`<div class="part"><h3>${heading}</h3>${body}</div>
`

export function finishedPart({ words: { t } }: FieldView): Markup {
  return html`<section id="finished" class="kind" aria-labelledby="finished-heading"><h2 id="finished-heading" tabindex="-1">${t('phone.finished.heading')}</h2>
<p id="how-many"></p><ul id="waiting"></ul>
<p class="finish"><button type="button" id="send">${t('phone.send')}</button> <button type="button" id="stop" class="quiet" hidden>${t('phone.stop')}</button></p>
<p class="finish"><button type="button" id="carry" class="quiet">${t('phone.carry')}</button></p><p class="meta">${t('phone.carry.note')}</p>
<p><label>${t('phone.take')}<br><input type="file" id="take"></label></p><p class="meta">${t('phone.take.note')}</p>
${part(
  t('phone.pass'),
  html`<p id="pass-now"></p><form id="pass" autocomplete="off"><p><label>${t('phone.pass.words')}<br><input name="pass" autocomplete="off" autocapitalize="none" autocorrect="off" spellcheck="false" maxlength="100"></label></p><p><button type="submit" class="quiet">${t('phone.pass.do')}</button></p></form><p class="meta">${t('phone.pass.note')}</p>`,
)}${part(t('phone.list'), html`<p id="list-now"></p><p><code id="list-words"></code></p><p class="meta">${t('phone.list.note')}</p>`)}${part(t('phone.room'), html`<p id="room-now"></p><p><button type="button" id="persist" class="quiet" hidden>${t('phone.room.ask')}</button></p><p class="meta">${t('phone.room.note')}</p>`)}${part(
  t('phone.seized'),
  html`<ul class="plain">${[1, 2, 3, 4, 5].map((one) => html`<li>${t(`phone.seized.${one}`)}</li>`)}</ul>`,
)}</section>
`
}
