/** Accounts as a page for administrators: who there is, invitations, organisations. It shows no record and leads to none. */

import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { Listed } from '../../../store/queries/accounts.ts'
import type { OrganisationRow } from '../../../store/tables.ts'
import { INVITABLE } from '../../../usecases/accounts/invite.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { button, field, row, wrong } from './pieces.ts'

export type AccountsView = {
  readonly accounts: readonly Listed[]
  readonly organisations: readonly OrganisationRow[]
  /** An invitation just made: its address is shown this once. */
  readonly invitation: string | null
  readonly lines: readonly string[]
}

export function accountsPage(face: DeskFace, view: AccountsView): string {
  const { t } = face.words
  const body = [
    row(
      t('door.accounts'),
      t('door.accounts.note'),
      html`<h1>${t('door.accounts.heading', { n: view.accounts.length })}</h1>${wrong(view.lines)}${
        view.invitation !== null &&
        html`<div class="shown" role="status"><p>${t('door.invite.once')}</p><p><code class="long">${view.invitation}</code></p></div>`
      }
<ul class="inc people">${view.accounts.map((one) => html`<li>${person(face, one)}</li>`)}</ul>`,
      true,
    ),
    row(
      t('door.invite'),
      t('door.invite.note'),
      form(
        face,
        'invite',
        html`${choice('role', t('door.role'), roles(face, 'monitor'))}${choice(
          'organisation',
          t('door.organisation'),
          view.organisations.map((one) => html`<option value="${one.id}">${one.name}</option>`),
        )}${button(t('door.invite.do'))}`,
      ),
    ),
    row(
      t('door.organisations'),
      t('door.organisations.note'),
      html`<ul class="links">${view.organisations.map((one) => html`<li>${one.name} <code>${one.id}</code></li>`)}</ul>${form(
        face,
        'organisations',
        html`${field({ name: 'id', label: t('door.organisation.id'), max: 41 })}${field({ name: 'name', label: t('door.organisation.name'), max: 100 })}${button(t('door.organisation.add'))}`,
      )}`,
    ),
  ]
  return frame(face, t('door.accounts'), 'accounts', body)
}

const form = (face: DeskFace, to: string, fields: Piece): Markup =>
  html`<form method="post" action="/${face.words.language}/desk/accounts/${to}">${tokenField(face)}${fields}</form>`

const choice = (name: string, label: string, options: Piece): Markup =>
  html`<p><label>${label}<br><select name="${name}">${options}</select></label></p>`

const roles = (face: DeskFace, selected: string): Piece =>
  INVITABLE.map(
    (one) =>
      html`<option value="${one}"${one === selected && html` selected`}>${face.words.t(`role.${one}`)}</option>`,
  )

function person(face: DeskFace, one: Listed): Piece {
  const { t } = face.words
  const state = one.state === 'suspended' ? t('door.suspended') : one.away ? t('door.away.now') : ''
  const said = html`<h2 class="name">${one.handle}</h2><p class="meta">${[t(`role.${one.role}`), one.organisation, t('door.since', { day: dayIn(one.since.slice(0, 10), face.words.language) }), state].filter(Boolean).join(' · ')}</p>`
  if (one.handle === face.visitor?.actor.handle) return html`<div>${said}</div>`
  const handle = html`<input type="hidden" name="handle" value="${one.handle}">`
  const act = (to: string, text: string): Markup =>
    form(
      face,
      to,
      html`${handle}<button type="submit" class="plain" aria-label="${text}: ${one.handle}">${text}</button>`,
    )
  return html`<div>${said}</div><div class="acts">${
    one.state === 'active' ? act('suspend', t('door.suspend')) : act('reinstate', t('door.reinstate'))
  }${one.away && act('lift', t('door.away.lift'))}${form(
    face,
    'role',
    html`${handle}<label><span class="vh">${t('door.role')}: ${one.handle}</span><select name="role">${roles(face, one.role)}</select></label> <button type="submit" class="plain" aria-label="${t('door.role.change')}: ${one.handle}">${t('door.role.change')}</button>`,
  )}</div>`
}
