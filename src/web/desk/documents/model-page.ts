/** A report that a language model could read in, the page that says what would leave and asks out. */
import { html } from '../../../publish/markup.ts'
import type { Offer } from '../../../usecases/model/read-with-model.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export function modelPage({ face }: Desktop, { document, model, characters }: Offer): string {
  const { t, language } = face.words
  const home = `/${language}/desk/documents/${document.id}`
  const body = html`<section class="row first"><div class="lab"><b>${t('model.title')}</b>${t('desk.private')}</div><div class="stack"><h1 lang="${document.language}"><a href="${home}">${document.title}</a></h1>
<p>${t('model.leaves', { n: characters })}</p><p><code>${model.url}</code> · ${model.name}</p><p>${t('model.note')}</p>
<form method="post" action="${home}/model">${tokenField(face)}<p><label><input type="checkbox" name="agree" value="yes" required> ${t('model.agree')}</label></p><p><button type="submit">${t('model.send')}</button></p></form></div></section>`
  return frame(face, t('model.title'), `documents/${document.id}/model`, body)
}
