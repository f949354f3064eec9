/** Keys of a partner's programs in, the part of one's own page about them out, and the page that shows a new one once. */
import type { ApiToken } from '../../../core/api-token.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import { button, field, row } from './pieces.ts'

export function tokenRows(face: DeskFace, tokens: readonly ApiToken[]): Markup {
  const { t, language } = face.words
  const to = `/${language}/desk/me/tokens`
  return row(
    t('tokens.label'),
    t('tokens.note'),
    html`<h2>${t('tokens.heading')}</h2><p>${t('tokens.what')}</p>${
      tokens.length > 0 &&
      html`<ul class="inc people">${tokens.map(
        (one) =>
          html`<li><div><b>${one.label}</b><p class="meta">${t('tokens.lasts', { since: dayIn(one.since, language), ends: dayIn(one.ends, language) })}</p></div><div class="acts"><form method="post" action="${to}/revoke">${tokenField(face)}<input type="hidden" name="key" value="${one.id}"><button type="submit" class="plain" aria-label="${t('tokens.revoke-one', { label: one.label })}">${t('tokens.revoke')}</button></form></div></li>`,
      )}</ul>`
    }<form method="post" action="${to}">${tokenField(face)}${field({ name: 'label', label: t('tokens.name'), max: 60 })}${button(t('tokens.issue'))}</form>`,
  )
}

export function newTokenPage(face: DeskFace, token: string): string {
  const { t, language } = face.words
  const body = row(
    t('tokens.label'),
    t('tokens.note'),
    html`<h1>${t('tokens.new')}</h1><p>${t('tokens.once')}</p><p><code class="secret">${token}</code></p><p><a href="/${language}/desk/me">${t('door.me')}</a></p>`,
    true,
  )
  return frame(face, t('tokens.label'), 'me', body)
}
