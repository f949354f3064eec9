/** Roots of surnames that may be one, and those that were accepted, in; the section in which a person decides on them out. */
import { html, type Piece } from '../../../publish/markup.ts'
import type { Equivalents } from '../../../usecases/link/read-equivalents.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

const MOST_SHOWN = 20

export function stemsSection({ face }: Desktop, { proposed, accepted }: Equivalents): Piece {
  const { t, language } = face.words
  const form = (left: string, right: string, fields: Piece): Piece =>
    html`<form method="post" action="/${language}/desk/links/stems" class="fields">${tokenField(face)}<input type="hidden" name="left" value="${left}"><input type="hidden" name="right" value="${right}">${fields}</form>`
  const why = html`<label>${t('link.stems.why')}<br><input name="why" maxlength="500" required autocomplete="off"></label>`
  const open = proposed
    .slice(0, MOST_SHOWN)
    .map(
      ({ left, right, written, times }) =>
        html`<li><div><h2 class="name">${written.join(' ~ ')}</h2><p class="meta">${left} = ${right} · ${t('link.stems.times', { n: times })}</p>${form(left, right, html`${why} <button type="submit" name="verdict" value="same">${t('link.stems.accept')}</button>`)}</div></li>`,
    )
  const done = accepted.map(
    (one) =>
      html`<li><div><h2 class="name">${one.left} = ${one.right}</h2><p class="meta">${[one.by, one.at.slice(0, 10), one.why].join(' · ')}</p>${form(one.left, one.right, html`${why} <button type="submit" name="verdict" value="none" class="quiet">${t('link.stems.withdraw')}</button>`)}</div></li>`,
  )
  return (
    open.length + done.length > 0 &&
    section(t('link.stems'), t('link.stems.note'), html`<ul id="stems" class="work">${open}${done}</ul>`)
  )
}
