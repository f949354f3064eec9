/** Sealed things in, the pages that list them out: what they stand in place of, how they are opened on the reader's machine, whom they are sealed to. */
import { SEALED_FIELDS, type SealedAbout } from '../../../core/sealed/field.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { SealedHead } from '../../../store/queries/sealed.ts'
import type { RecipientsNow } from '../../../usecases/sealed/recipients.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { recipientsList } from './recipients-list.ts'
import { unlockForm } from './unlock-form.ts'

type View = {
  readonly items: readonly SealedHead[]
  readonly recipients: RecipientsNow
  readonly root: string
}

export function sealedPage(desktop: Desktop, view: View): string {
  const { face } = desktop
  const { t } = face.words
  const body = [
    section(
      t('sealed.label'),
      t('sealed.note'),
      html`<h1>${t('sealed.heading', { n: view.items.length })}</h1>${unlocking(desktop, view)}${listed(desktop, view.items, true)}`,
      true,
    ),
    section(t('sealed.recipients'), t('sealed.recipients.note'), recipientsList(desktop, view)),
  ]
  return frame(face, t('sealed.label'), 'sealed', body, 'sealed')
}

export function itemsPage(desktop: Desktop, view: View & { readonly about: SealedAbout }): string {
  const { face } = desktop
  const { t, language } = face.words
  const { about, items, recipients } = view
  const room = about.kind === 'incident' ? 'records' : 'cases'
  const path = `sealed/${about.kind}/${encodeURIComponent(about.id)}`
  const body = [
    section(
      about.id,
      html`<a href="/${language}/desk/${room}/${about.id}">${t('sealed.record')}</a>`,
      html`<h1>${t('sealed.of', { id: about.id })}</h1>${items.length === 0 && html`<p>${t('sealed.empty')}</p>`}${unlocking(desktop, view)}${listed(desktop, items, false)}`,
      true,
    ),
    section(
      t('sealed.add'),
      t('sealed.add.note'),
      recipients.kind === 'holds'
        ? [sealForm(desktop, view), broughtForm(desktop, view)]
        : html`<p>${t(`sealed.list.${recipients.kind}`, dated(desktop, recipients))}</p>`,
    ),
  ]
  return frame(face, t('sealed.of', { id: about.id }), path, body, 'sealed')
}

export const dated = ({ face }: Desktop, { list }: RecipientsNow) =>
  list === null ? {} : { seq: list.seq, day: dayIn(list.expires, face.words.language) }

/** Forms that the script shows: without it nobody is offered what cannot work. */
function unlocking({ face }: Desktop, { items, recipients, root }: View): Piece {
  const { t } = face.words
  if (items.length === 0) return false
  const old = items.some((one) => one.list < (recipients.list?.seq ?? 0))
  return html`${unlockForm(face)}${
    old &&
    recipients.kind === 'holds' &&
    html`<div id="again" data-token="${face.formToken}" data-signed="${JSON.stringify(recipients.signed)}" data-root="${root}" data-unbelieved="${t('sealed.unbelieved')}" hidden><p><button type="button">${t('sealed.again')}</button> <span role="status"></span></p><p class="meta">${t('sealed.again.note')}</p></div>`
  }`
}

function listed(desktop: Desktop, items: readonly SealedHead[], isAll: boolean): Piece {
  const { t, language } = desktop.face.words
  const one = (item: SealedHead): Markup => {
    const home = `/${language}/desk/sealed`
    const file = `${home}/${item.id}.age`
    const about = `${item.about_kind}/${encodeURIComponent(item.about_id)}`
    return html`<li data-sealed="${file}" data-again="${home}/item/${item.id}/again" data-list="${item.list}"><div><h2 class="name">${t(`sealed.field.${item.field}`)}${isAll && html` · <a href="${home}/${about}">${item.about_id}</a>`}</h2>
<p class="meta">${[item.by, dayIn(item.since, language), t('sealed.sealed-to', { seq: item.list }), item.version > 1 && t('sealed.version', { n: item.version })].filter(Boolean).join(' · ')}</p><div class="opened" hidden></div></div>
<div class="acts"><a href="${file}" download>${t('sealed.download')}</a>${
      item.older > 0 &&
      html`<form method="post" action="${home}/${about}/drop">${tokenField(desktop.face)}<input type="hidden" name="item" value="${item.id}"><button type="submit" class="quiet">${t('sealed.drop', { n: item.older })}</button></form>`
    }</div></li>`
  }
  return items.length > 0 && html`<ul class="work">${items.map(one)}</ul>`
}

/** What was sealed on the command line comes in as it is, with script or without. */
function broughtForm(
  { face }: Desktop,
  { recipients, about }: View & { readonly about: SealedAbout },
): Piece {
  const { t, language } = face.words
  return html`<form id="brought" method="post" enctype="multipart/form-data" action="/${language}/desk/sealed/${about.kind}/${encodeURIComponent(about.id)}">${tokenField(face)}<input type="hidden" name="what" value="file"><input type="hidden" name="list" value="${recipients.list?.seq ?? ''}">
<p><label>${t('sealed.stands-for')}<br>${fieldChoice(face)}</label></p><p><label>${t('sealed.brought')}<br><input type="file" name="body" required accept=".age"></label></p><p><button type="submit" class="quiet">${t('sealed.brought.do')}</button></p></form>`
}

const fieldChoice = ({ words: { t } }: DeskFace): Markup =>
  html`<select name="field">${SEALED_FIELDS.map((field) => html`<option value="${field}">${t(`sealed.field.${field}`)}</option>`)}</select>`

function sealForm(
  { face }: Desktop,
  { recipients, root, about }: View & { readonly about: SealedAbout },
): Piece {
  const { t, language } = face.words
  const to = `/${language}/desk/sealed/${about.kind}/${encodeURIComponent(about.id)}`
  const people = recipients.people.map((one) => `${one.who} (${t(`sealed.place.${one.place}`)})`).join(', ')
  return html`<form id="seal" method="post" enctype="multipart/form-data" action="${to}/plain" data-to="${to}" data-token="${face.formToken}" data-about="${about.kind} ${about.id}" data-signed="${JSON.stringify(recipients.signed)}" data-root="${root}" data-unbelieved="${t('sealed.unbelieved')}" data-empty="${t('fault.input.empty')}">${tokenField(face)}
<p>${t('sealed.to', { people })}</p>
<p><label>${t('sealed.stands-for')}<br>${fieldChoice(face)}</label></p>
<p><label>${t('sealed.words')}<br><textarea name="words" rows="6" autocomplete="off" spellcheck="false"></textarea></label></p>
<p><label>${t('sealed.file')}<br><input type="file" name="file"></label></p>
<p><button type="button" hidden>${t('sealed.do')}</button> <span role="status"></span></p>
<noscript><p>${t('sealed.plain')}</p><p><button type="submit">${t('sealed.plain.do')}</button></p></noscript></form>`
}
