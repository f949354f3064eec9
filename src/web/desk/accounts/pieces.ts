/** Pieces that the pages about signing in share: a row, a field, what was wrong, a passkey's button. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { DeskFace } from '../frame.ts'

export const row = (label: Piece, note: Piece, body: Piece, first = false): Markup =>
  html`<section class="row${first && ' first'}"><div class="lab"><b>${label}</b>${note}</div><div class="stack">${body}</div></section>
`

type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'password' | 'text'
  /** Tells a password keeper what this is. */
  readonly complete?: string
  readonly value?: string
  readonly max?: number
  readonly numeric?: boolean
}

/** The label holds its control and its hint, so that all three are read together. */
export const field = (one: Field): Markup =>
  html`<p><label>${one.label}<br><input name="${one.name}" type="${one.type ?? 'text'}" required maxlength="${one.max ?? 500}" autocomplete="${one.complete ?? 'off'}" autocapitalize="none" spellcheck="false"${one.value && html` value="${one.value}"`}${one.numeric && html` inputmode="numeric"`}></label>${one.hint && html`<br><span class="meta">${one.hint}</span>`}</p>`

export const button = (text: string, quiet = false): Markup =>
  html`<p><button type="submit"${quiet && html` class="quiet"`}>${text}</button></p>`

/** What was wrong stands first and is read out. */
export const wrong = (lines: readonly string[]): Piece =>
  lines.length > 0 && html`<div class="wrong" role="alert">${lines.map((line) => html`<p>${line}</p>`)}</div>`

/**
 * A form that /assets/passkey.js takes over: it asks `action`/options, then the browser, then `action`. Hidden until the
 * script shows it, so that nobody without script is offered what cannot work.
 */
export function passkeyForm(
  face: DeskFace,
  action: string,
  kind: 'create' | 'get',
  fields: Piece,
  text: string,
): Markup {
  const { t } = face.words
  return html`<form method="post" action="${action}" data-passkey="${kind}" data-token="${face.formToken}" data-failed="${t('door.passkey.failed')}" hidden>${fields}<div class="wrong" role="alert" hidden></div><p><button type="submit">${text}</button></p></form>
<noscript><p>${t('door.passkey.script')}</p></noscript>`
}

/** A secret to be typed into an app: in groups of four, as people read it out. */
export const grouped = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret

export const secretToKeep = (face: DeskFace, secret: string, address: string): Markup => {
  const { t } = face.words
  return html`<p>${t('door.totp.how')}</p><p><code class="secret">${grouped(secret)}</code></p>
<p class="meta">${t('door.totp.address')} <a href="${address}" class="long">${t('door.totp.open')}</a></p>`
}

export const recoveryList = (face: DeskFace, codes: readonly string[]): Markup =>
  html`<p>${face.words.t('door.recovery.once')}</p><ol class="codes">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>`
