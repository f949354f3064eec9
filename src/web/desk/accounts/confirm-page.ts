/** The page before a sensitive act: the same proof as at the door, for the session that is open. */
import { html } from '../../../publish/markup.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { button, field, passkeyForm, row, wrong } from './pieces.ts'

export type ConfirmView = {
  readonly to: string
  readonly lines: readonly string[]
  readonly passkey: boolean
  readonly passphrase: boolean
  readonly demo: boolean
}

export function confirmPage(face: DeskFace, view: ConfirmView): string {
  const { t, language } = face.words
  const action = `/${language}/desk/confirm`
  const hidden = html`<input type="hidden" name="to" value="${view.to}">`
  const body = row(
    t('door.confirm'),
    t('door.confirm.note'),
    html`<h1>${t('door.confirm.heading')}</h1>${wrong(view.lines)}
${view.passkey && passkeyForm(face, `${action}/passkey`, 'get', hidden, t('door.passkey.use'))}
${
  view.passphrase &&
  html`<form method="post" action="${action}">${tokenField(face)}${hidden}
${field({ name: 'passphrase', label: t('door.passphrase'), type: 'password', complete: 'current-password' })}
${field({ name: 'code', label: t('door.code'), hint: t('door.code.or'), complete: 'one-time-code', max: 40 })}
${button(t('door.confirm'))}</form>`
}${view.demo && html`<form method="post" action="${action}/demo">${tokenField(face)}${hidden}<p>${t('door.demo.confirm')}</p>${button(t('door.confirm'))}</form>`}`,
    true,
  )
  return frame(face, t('door.confirm'), `confirm?to=${encodeURIComponent(view.to)}`, body, 'passkey')
}
