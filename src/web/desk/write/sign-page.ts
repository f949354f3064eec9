/** Who is asked to sign a text as a page: the versions that were offered, each organisation with what it answered, links to give out. */
import { againstConfirming } from '../../../core/signing/confirming.ts'
import { LINK_DAYS, MOST_LINK_DAYS } from '../../../core/signing/signing.ts'
import { signatoryName } from '../../../publish/manuscript/signatories.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { regionIn } from '../../../publish/telling/region.ts'
import { handedOf } from '../../../store/queries/signing.ts'
import { OFFERED_FROM } from '../../../usecases/signing/offer-text.ts'
import { type AskedToSign, confirmedIn, type SigningRead } from '../../../usecases/signing/read-signing.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { standing, stepsOf } from './steps.ts'

export type SignPageView = {
  readonly signing: SigningRead
  /** A link that was just made: shown this once. */
  readonly link: string | null
  readonly handle: string
  readonly may: { readonly give: boolean; readonly confirm: boolean }
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export function signDeskPage(desktop: Desktop, view: SignPageView): string {
  const { face } = desktop
  const { t } = face.words
  const { signing, link, faults } = view
  const { read, offers, asked } = signing
  const heading =
    offers.length === 0
      ? t('write.sign.none')
      : t('write.sign.heading', { n: confirmedIn(signing), of: asked.length })
  const body = [
    section(
      t('write.place.sign'),
      standing(desktop, read),
      html`<h1>${heading}</h1>${stepsOf(desktop, read, '/sign')}${wrong(faults)}${link !== null && html`<div class="told-once"><p>${t('write.sign.once')}</p><p><code class="long">${link}</code></p></div>`}<p>${t('write.sign.how')}</p>`,
      true,
    ),
    asked.length > 0 &&
      section(
        t('write.sign.asked'),
        t('write.sign.asked-note'),
        html`<ul class="work">${asked.map((one) => line(desktop, view, one))}</ul>`,
      ),
    offers.length > 0 &&
      view.may.give &&
      section(t('write.sign.invite'), t('write.sign.invite-note'), inviteForm(desktop, view)),
    section(t('write.sign.versions'), t('write.sign.versions-note'), versions(desktop, view)),
  ]
  return frame(face, t('write.place.sign'), `write/${read.row.id}/sign`, body)
}

function versions(desktop: Desktop, { signing, may, typed }: SignPageView): Piece {
  const { t, language } = desktop.face.words
  const { read, offers } = signing
  const list = [...offers].reverse().map(
    (one) =>
      html`<li><p><b>${t('write.sign.version', { version: one.version })}</b>${one.version > 1 && html` · ${t(one.isSubstance ? 'write.sign.substance' : 'write.sign.wording')}`}${one.why !== null && html`: ${one.why}`}</p><p class="meta">${one.by}, ${momentIn(one.at, language)} · SHA-256 <code class="long">${one.hash}</code></p></li>
`,
  )
  const isOpen = OFFERED_FROM.has(read.status.state) && may.give
  const form = html`<form method="post" action="/${language}/desk/write/${read.row.id}/sign/offer" class="broad">${tokenField(desktop.face)}<input type="hidden" name="seen" value="${String(read.seen)}">${offers.length > 0 && html`<fieldset><legend>${t('write.sign.what')}</legend><p><label><input type="radio" name="substance" value="yes" checked> ${t('write.sign.substance')}</label></p><p><label><input type="radio" name="substance" value="no"> ${t('write.sign.wording')}</label></p></fieldset><p><label>${t('write.sign.why')}<br><input name="why" maxlength="500" value="${typed.why ?? ''}"></label></p>`}${button(t('write.sign.offer'))}</form>`
  return html`${list.length > 0 && html`<ol class="waits">${list}</ol>`}${isOpen ? form : html`<p>${t('write.sign.approve-first')}</p>`}`
}

function line(desktop: Desktop, view: SignPageView, one: AskedToSign): Markup {
  const { t, language } = desktop.face.words
  const { link, signatory, held } = one
  const given = signatory?.signature ?? null
  const name =
    given === null
      ? null
      : given.names === null
        ? t('write.sign.held')
        : signatoryName({ names: given.names }, language)
  const where =
    given === null
      ? []
      : [given.place, given.country === null ? null : regionIn(given.country, language), given.role]
  const parts = where.filter((part) => part !== null)
  return html`<li><div><h2 class="name">${link?.label ?? name ?? one.id}</h2>${name !== null && html`<p>${[name, ...parts].join(', ')}</p>`}${held.length > 0 && html`<p class="doubt">${t('write.sign.names-somebody', { words: held.join(', ') })}</p>`}<p class="meta">${signatory?.version != null && html`${t('write.sign.version', { version: signatory.version })}, ${momentIn(signatory.signedAt ?? signatory.at, language)} · `}${link ? html`${t('write.sign.link', { handle: link.by, day: link.expires })}` : t('write.sign.no-link')}</p>${actions(desktop, view, one)}</div><div class="meta stage">${t(`write.sign.is.${one.standing}`)}</div></li>
`
}

function actions(desktop: Desktop, { signing, may, handle }: SignPageView, one: AskedToSign): Piece {
  const { face } = desktop
  const { t, language } = face.words
  const act = (path: string, text: string, fields: Readonly<Record<string, string>> = {}): Markup =>
    html`<form method="post" action="/${language}/desk/write/${signing.read.row.id}/sign/${path}" class="inline">${tokenField(face)}<input type="hidden" name="signatory" value="${one.id}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit" class="quiet">${text}</button></form> `
  const standing = one.signatory?.standing
  const against =
    standing === 'signed'
      ? againstConfirming(handedOf(one.link), one.signatory?.signedAt ?? null, handle)
      : null
  return html`<div class="acts-line">${standing === 'signed' && may.confirm && against === null && act('settle', t('write.sign.confirm'), { act: 'confirm' })}${(standing === 'signed' || standing === 'confirmed') && may.confirm && act('settle', t('write.sign.strike'), { act: 'strike' })}${one.link && may.give && act('renew', t('write.sign.renew'), { days: '' })}${one.link && act('drop', t('write.sign.drop'))}</div>${against !== null && html`<p class="meta">${t(`write.${against}`)}</p>`}`
}

function inviteForm(desktop: Desktop, { signing, typed }: SignPageView): Markup {
  const { face } = desktop
  const { t, language } = face.words
  return html`<form method="post" action="/${language}/desk/write/${signing.read.row.id}/sign/invite" class="broad">${tokenField(face)}<p class="fields"><label>${t('write.sign.label')}<br><input name="label" maxlength="200" value="${typed.label ?? ''}" autocomplete="off" required></label> <label>${t('write.sign.days', { most: MOST_LINK_DAYS })}<br><input name="days" inputmode="numeric" maxlength="2" value="${typed.days ?? String(LINK_DAYS)}"></label></p>${button(t('write.sign.do'))}</form>`
}
