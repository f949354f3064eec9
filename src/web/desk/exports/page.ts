/** Copies as a page: what was asked for and why, who agreed, and how long it can still be taken. */
import { type Export, exportState } from '../../../core/export.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { EXPORT_FORMATS } from '../../../usecases/exports/take-export.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

export function exportsPage(desktop: Desktop, copies: readonly Export[], today: string): string {
  const { face } = desktop
  const { t } = face.words
  const body = section(
    t('work.exports'),
    t('work.exports.note'),
    html`<h1>${t('work.exports.heading', { n: copies.length })}</h1>${copies.length > 0 && html`<ul class="work">${copies.map((one) => html`<li>${item(desktop, one, today)}</li>`)}</ul>`}`,
    true,
  )
  return frame(face, t('work.exports'), 'exports', body)
}

function item({ face }: Desktop, one: Export, today: string): Piece {
  const { t, language } = face.words
  const mine = one.askedBy === face.visitor?.actor.handle
  const state = exportState(one, today)
  const action = `/${language}/desk/exports/${one.id}`
  const agreed = one.agreedBy.length > 0 && t('work.exports.agreed', { who: one.agreedBy.join(', ') })
  return html`<div><h2 class="name">${t('work.exports.one', { n: one.ids.length, form: t(`work.export.${one.audience}`) })}</h2>
<p>${one.reason}</p><p class="meta">${[one.askedBy, dayIn(one.askedAt.slice(0, 10), language), t(`work.exports.${state}`, { day: dayIn(one.ends, language) }), agreed, t('work.exports.taken', { n: one.taken })].filter(Boolean).join(' · ')}</p></div>
<div class="acts">${
    !mine &&
    state === 'waiting' &&
    face.mayAtAll('approve-export') &&
    html`<form method="post" action="${action}/agree">${tokenField(face)}<button type="submit">${t('work.exports.agree')}</button></form>`
  }${
    mine &&
    state === 'ready' &&
    EXPORT_FORMATS.map(
      (format) =>
        html`<form method="post" action="${action}/take">${tokenField(face)}<input type="hidden" name="format" value="${format}"><button type="submit" class="quiet">${t(`form.${format}`)}</button></form>`,
    )
  }</div>`
}
