/** An open invitation as a page: choose a handle, and a passkey, or a passphrase with one-time codes. */
import { html } from '../../../publish/markup.ts'
import type { Offer } from '../../../usecases/accounts/join.ts'
import { type DeskFace, frame } from '../frame.ts'
import { button, field, passkeyForm, recoveryList, row, secretToKeep, wrong } from './pieces.ts'

export type JoinView = {
  readonly code: string
  readonly offer: Offer
  readonly handle: string
  readonly lines: readonly string[]
  readonly passkeys: boolean
}

export function joinPage(face: DeskFace, { code, offer, handle, lines, passkeys }: JoinView): string {
  const { t, language } = face.words
  const action = `/${language}/desk/join/${code}`
  const own = field({
    ...{ name: 'handle', label: t('door.handle.choose'), hint: t('door.handle.hint') },
    ...{ complete: 'username', max: 41, value: offer.handle ?? handle },
  })
  const body = [
    row(
      t('door.join'),
      t('door.join.note'),
      html`<h1>${t('door.join.heading', { role: t(`role.${offer.role}`), organisation: offer.organisation })}</h1>${wrong(lines)}
<h2>${t('door.passkey')}</h2><p>${t('door.passkey.what')} ${t('door.passkey.advice')}</p>
${passkeys ? passkeyForm(face, `${action}/passkey`, 'create', own, t('door.passkey.make')) : html`<p>${t('fault.account.passkey-address')}</p>`}`,
      true,
    ),
    row(
      t('door.passphrase'),
      t('door.passphrase.instead'),
      html`<form method="post" action="${action}" class="stack">
${own}
${field({ name: 'passphrase', label: t('door.passphrase'), hint: t('door.passphrase.hint'), type: 'password', complete: 'new-password' })}
<h3>${t('door.totp')}</h3>
${secretToKeep(face, offer.secret, offer.address)}
${field({ name: 'code', label: t('door.totp.code'), complete: 'one-time-code', max: 10, numeric: true })}
${button(t('door.join.do'))}</form>`,
    ),
  ]
  return frame(face, t('door.join'), `join/${code}`, body, 'passkey')
}

/** Shown in answer to the form, once: the codes are kept nowhere in a form that can be read. */
export function codesPage(face: DeskFace, codes: readonly string[]): string {
  const { t, language } = face.words
  const body = row(
    t('door.recovery'),
    t('door.recovery.note'),
    html`<h1>${t('door.recovery.heading')}</h1>${recoveryList(face, codes)}<p><a href="/${language}/desk/">${t('door.recovery.kept')}</a></p>`,
    true,
  )
  return frame(face, t('door.recovery'), 'me', body)
}
