/** The table of access as a page: who may do what to which record, why, and the moves between states; open to everybody who works here. */
import { labelIn } from '../../../core/language.ts'
import type { Grant } from '../../../core/policy.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

export function accessPage(desktop: Desktop): string {
  const { face, policy } = desktop
  const { t, language } = face.words
  const own = face.visitor?.actor.role
  const body = [
    section(
      t('work.access'),
      t('work.access.note'),
      html`<h1>${t('work.access.heading')}</h1><dl class="terms">${[...policy.roles].map(
        ([id, one]) =>
          html`<dt>${labelIn(one.label, language).text}${id === own && html` <span class="meta">${t('work.access.you')}</span>`}</dt><dd>${labelIn(one.what, language).text}</dd>`,
      )}</dl>`,
      true,
    ),
    section(
      t('work.access.grants'),
      t('work.access.grants.note'),
      html`<ul class="work">${policy.grants.map((one) => html`<li>${grant(desktop, one)}</li>`)}</ul>`,
    ),
    section(
      t('work.access.states'),
      t('work.access.states.note'),
      html`<dl class="terms">${[...policy.states].map(([, one]) => html`<dt>${labelIn(one.label, language).text}</dt><dd>${labelIn(one.what, language).text}</dd>`)}</dl>
<ul class="work">${[...policy.moves.values()].map(
        (one) =>
          html`<li><div><h2 class="name">${labelIn(one.label, language).text}: ${one.from.map((from) => stateLabel(desktop, from)).join(', ')} → ${stateLabel(desktop, one.to)}</h2><p>${labelIn(one.reason, language).text}</p><p class="meta">${[one.id, one.notByCoder && t('work.access.not-by-coder'), one.needsReason && t('work.access.needs-reason')].filter(Boolean).join(' · ')}</p></div></li>`,
      )}</ul>`,
    ),
  ]
  return frame(face, t('work.access'), 'access', body)
}

const stateLabel = ({ policy, face }: Desktop, id: string): string => {
  const known = policy.states.get(id as never)
  return known ? labelIn(known.label, face.words.language).text : id
}

function grant(desktop: Desktop, one: Grant): Piece {
  const { face, policy } = desktop
  const { t, language } = face.words
  const roles = one.roles.map((role) => {
    const known = policy.roles.get(role)
    return known ? labelIn(known.label, language).text : role
  })
  const actions = one.actions.map((action) => {
    const known = policy.actions.get(action)
    return known ? labelIn(known, language).text : action
  })
  const where = one.reach !== null && [
    t(`work.reach.${one.reach}`),
    one.states.map((state) => stateLabel(desktop, state)).join(', '),
    one.tiers.map((tier) => t(`tier.${tier}`)).join(', '),
  ]
  return html`<div><h2 class="name">${roles.join(', ')}: ${actions.join('; ')}</h2>${where && html`<p>${where.join(' · ')}</p>`}<p>${labelIn(one.reason, language).text}</p><p class="meta">${[one.id, one.stepUp && t('work.access.step-up'), one.twoPeople && t('work.access.two')].filter(Boolean).join(' · ')}</p></div>`
}
