/** Somebody's own way in as a page: sessions, passkeys, passphrase and codes, travel mode. No form names an account. */

import type { Session } from '../../../core/account.ts'
import type { ApiToken } from '../../../core/api-token.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { CredentialRow } from '../../../store/tables.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { button, field, passkeyForm, row, secretToKeep, wrong } from './pieces.ts'
import { tokenRows } from './token-page.ts'

export type MeView = {
  readonly sessions: readonly Session[]
  readonly ways: readonly CredentialRow[]
  /** Null until the session is confirmed: a new secret is for nobody who found a screen open. */
  readonly offer: { readonly secret: string; readonly address: string } | null
  /** Null for whoever has none: partners alone give their programs keys. */
  readonly tokens: readonly ApiToken[] | null
  readonly lines: readonly string[]
  readonly passkeys: boolean
}

export function mePage(face: DeskFace, view: MeView): string {
  const { t } = face.words
  const { visitor } = face
  const role = visitor ? `${t(`role.${visitor.actor.role}`)}, ${visitor.actor.organisation}` : ''
  const body = [
    row(
      t('door.me'),
      role,
      html`<h1>${t('door.me.heading', { handle: visitor?.actor.handle ?? '' })}</h1>${wrong(view.lines)}${sessions(face, view)}`,
      true,
    ),
    view.offer ? waysRows(face, view, view.offer) : confirmRow(face, view),
    view.tokens && tokenRows(face, view.tokens),
    row(
      t('door.away'),
      t('door.away.note'),
      html`<h2>${t('door.away.heading')}</h2><p>${t('door.away.what')}</p>${form(face, 'travel', button(t('door.away.do')))}<p><a href="/${face.words.language}/desk/me/journey">${t('safe.travel.prepare')}</a></p>`,
    ),
  ]
  return frame(face, t('door.me'), 'me', body, view.offer ? 'passkey' : undefined)
}

const form = (face: DeskFace, to: string, fields: Piece): Markup =>
  html`<form method="post" action="/${face.words.language}/desk/me/${to}">${tokenField(face)}${fields}</form>`

function sessions(face: DeskFace, { sessions }: MeView): Markup {
  const { t, language } = face.words
  const minute = (iso: string): string => momentIn(iso, language)
  const here = face.visitor?.session.id
  return html`<h2>${t('door.sessions')}</h2><ul class="inc people">${sessions.map(
    (one) =>
      html`<li><div><b>${one.device}</b><p class="meta">${t('door.started', { when: minute(one.started) })} · ${t('door.seen', { when: minute(one.seen) })}</p></div><div class="acts">${
        one.id === here
          ? t('door.this-one')
          : form(
              face,
              'sessions/revoke',
              html`<input type="hidden" name="session" value="${one.id}"><button type="submit" class="plain" aria-label="${t('door.revoke.one', { device: one.device, started: minute(one.started) })}">${t('door.revoke')}</button>`,
            )
      }</div></li>`,
  )}</ul>${sessions.length > 1 && form(face, 'sessions/revoke-others', button(t('door.revoke-others'), true))}`
}

const summary = (face: DeskFace, ways: readonly CredentialRow[]): string => {
  const count = (kind: string): number => ways.filter((one) => one.kind === kind).length
  const { t } = face.words
  const parts = [
    t('door.ways.passkeys', { n: count('passkey') }),
    t(count('passphrase') > 0 ? 'door.ways.passphrase' : 'door.ways.no-passphrase'),
    t('door.ways.recovery', { n: count('recovery') }),
  ]
  return parts.join(' ')
}

function confirmRow(face: DeskFace, { ways }: MeView): Markup {
  const { t, language } = face.words
  return row(
    t('door.ways'),
    t('door.ways.note'),
    html`<h2>${t('door.ways.heading')}</h2><p>${summary(face, ways)}</p><p><a href="/${language}/desk/confirm?to=${encodeURIComponent(`/${language}/desk/me`)}">${t('door.ways.confirm')}</a></p>`,
  )
}

function waysRows(face: DeskFace, view: MeView, offer: NonNullable<MeView['offer']>): Piece {
  const { t, language } = face.words
  const keys = view.ways.filter((one) => one.kind === 'passkey')
  const hasPassphrase = view.ways.some((one) => one.kind === 'passphrase')
  const passphrase = field({
    ...{ name: 'passphrase', label: t('door.passphrase.new'), hint: t('door.passphrase.hint') },
    ...{ type: 'password', complete: 'new-password' },
  })
  const code = field({
    ...{ name: 'code', label: t('door.totp.code'), complete: 'one-time-code', max: 10, numeric: true },
  })
  return [
    row(
      t('door.passkey'),
      t('door.passkey.several'),
      html`<h2>${t('door.ways.heading')}</h2><p>${summary(face, view.ways)}</p>${
        keys.length > 0 &&
        html`<ul class="links">${keys.map(
          (one) =>
            html`<li>${one.label} · ${dayIn(one.since.slice(0, 10), language)} ${form(face, 'passkeys/remove', html`<input type="hidden" name="passkey" value="${one.id}"><button type="submit" class="plain" aria-label="${t('door.passkey.remove-one', { device: one.label, since: dayIn(one.since.slice(0, 10), language) })}">${t('door.passkey.remove')}</button>`)}</li>`,
        )}</ul>`
      }${view.passkeys ? passkeyForm(face, `/${language}/desk/me/passkeys`, 'create', null, t('door.passkey.add')) : html`<p>${t('fault.account.passkey-address')}</p>`}`,
    ),
    hasPassphrase
      ? [
          row(
            t('door.passphrase'),
            '',
            form(face, 'passphrase', [passphrase, button(t('door.passphrase.change'))]),
          ),
          row(
            t('door.totp'),
            t('door.totp.replace'),
            form(face, 'one-time-codes', [
              secretToKeep(face, offer.secret, offer.address),
              code,
              button(t('door.totp.change')),
            ]),
          ),
          row(
            t('door.recovery'),
            t('door.recovery.note'),
            form(face, 'recovery-codes', [
              html`<p>${t('door.recovery.what')}</p>`,
              button(t('door.recovery.change')),
            ]),
          ),
        ]
      : row(
          t('door.passphrase'),
          t('door.passphrase.second'),
          form(face, 'first-passphrase', [
            passphrase,
            secretToKeep(face, offer.secret, offer.address),
            code,
            button(t('door.passphrase.set')),
          ]),
        ),
  ]
}
