/** The door as a page: a passkey, or handle, passphrase and code in one form that needs no script. */
import { html } from '../../../publish/markup.ts'
import { type DeskFace, frame } from '../frame.ts'
import { button, field, passkeyForm, row, wrong } from './pieces.ts'

export type SignInView = {
  readonly to: string
  readonly lines: readonly string[]
  /** False where the address is a number, which no passkey can belong to. */
  readonly passkeys: boolean
}

export function signInPage(face: DeskFace, { to, lines, passkeys }: SignInView): string {
  const { t, language } = face.words
  const action = `/${language}/desk/sign-in`
  const hidden = html`<input type="hidden" name="to" value="${to}">`
  const body = [
    row(
      t('desk.title'),
      t('door.sign-in.note'),
      html`<h1>${t('door.sign-in')}</h1>${wrong(lines)}
<h2>${t('door.passkey')}</h2><p>${t('door.passkey.what')}</p>
${passkeys ? passkeyForm(face, `${action}/passkey`, 'get', hidden, t('door.passkey.use')) : html`<p>${t('fault.account.passkey-address')}</p>`}`,
      true,
    ),
    row(
      t('door.passphrase'),
      t('door.passphrase.note'),
      html`<form method="post" action="${action}">${hidden}
${field({ name: 'handle', label: t('door.handle'), complete: 'username', max: 64 })}
${field({ name: 'passphrase', label: t('door.passphrase'), type: 'password', complete: 'current-password' })}
${field({ name: 'code', label: t('door.code'), hint: t('door.code.or'), complete: 'one-time-code', max: 40 })}
${button(t('door.sign-in'))}</form>`,
    ),
  ]
  return frame(face, t('door.sign-in'), 'sign-in', body, 'passkey')
}
