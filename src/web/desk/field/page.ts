/** What came from phones as one page: what waits and is opened here, a file that was carried, the phones and their passes. */
import { html, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { unlockForm } from '../sealed/unlock-form.ts'
import { fieldItems } from './items.ts'
import type { FieldDesk } from './view.ts'

export function fieldDeskPage(desktop: Desktop, view: FieldDesk): string {
  const { face } = desktop
  const { t } = face.words
  const { list } = view
  const heading = list.waits
    ? t('phone.desk.heading', { n: list.waiting })
    : t('phone.desk.decided-heading', { n: list.decided })
  const body = [
    section(
      t('phone.desk.label'),
      t('phone.desk.note'),
      html`<h1>${heading}</h1>${list.items.length > 0 && unlockForm(face)}${fieldItems(desktop, view)}`,
      true,
    ),
    section(t('phone.desk.take'), t('phone.desk.take.note'), takeForm(desktop, view)),
    section(t('phone.desk.phones'), t('phone.desk.phones.note'), phones(desktop, view)),
  ]
  return frame(face, t('phone.desk.label'), 'field', body, 'field')
}

function takeForm({ face }: Desktop, { took }: FieldDesk): Piece {
  const { t, language } = face.words
  const receipts = took && `data:application/json;base64,${Buffer.from(took.receipts).toString('base64')}`
  const result =
    took &&
    html`<p class="shown" role="status">${t('phone.desk.took', { n: took.fresh, of: took.items, refused: Object.keys(took.refused).length })}</p><p><a href="${receipts}" download="receipts.json">${t('phone.desk.receipts')}</a></p>`
  return html`${result}<form method="post" enctype="multipart/form-data" action="/${language}/desk/field/take">${tokenField(face)}<p><label>${t('phone.desk.take.file')}<br><input type="file" name="file" required></label></p><p><button type="submit" class="quiet">${t('phone.desk.take.do')}</button></p></form>`
}

function phones({ face }: Desktop, { phones: all, words }: FieldDesk): Piece {
  const { t, language } = face.words
  const home = `/${language}/desk/field/phones`
  return html`<p>${t('phone.desk.address')}</p>${words !== null && html`<div role="status"><p>${t('phone.desk.words')}</p><p><code class="secret">${words.replaceAll('-', ' ')}</code></p></div>`}${
    all.length > 0 &&
    html`<ul class="work">${all.map(
      (one) =>
        html`<li><div><h2 class="name">${one.name}</h2><p class="meta">${[one.by, t('phone.desk.since', { day: dayIn(one.since, language) }), one.ended !== null && t('phone.desk.ended', { day: dayIn(one.ended, language) })].filter(Boolean).join(' · ')}</p></div>${one.ended === null && html`<div class="acts"><form method="post" action="${home}/end">${tokenField(face)}<input type="hidden" name="key" value="${one.key}"><button type="submit" class="quiet">${t('phone.desk.end')}<span class="vh"> ${one.name}</span></button></form></div>`}</li>`,
    )}</ul>`
  }<form method="post" action="${home}">${tokenField(face)}<h2>${t('phone.desk.new')}</h2><p><label>${t('phone.desk.name')}<br><input name="name" required maxlength="40" autocomplete="off"></label></p><p><button type="submit">${t('phone.desk.new.do')}</button></p></form>`
}
