/** Bodies and media of records in; the section in which a person says which are one, and which followed which, out. */
import { html, type Piece } from '../../../publish/markup.ts'
import type { BodiesView } from '../../../usecases/link/read-bodies.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

const MOST_SHOWN = 20

export function bodiesSection({ face }: Desktop, { proposed, same, chains, torn, said }: BodiesView): Piece {
  const { t, language } = face.words
  const records = (ids: readonly string[]): readonly Piece[] =>
    ids.map((id) => html`<a href="/${language}/desk/records/${id}">${id}</a> `)
  const form = (fields: Piece): Piece =>
    html`<form method="post" action="/${language}/desk/links/bodies" class="fields">${tokenField(face)}${fields}</form>`
  const two = (a: string, b: string, relation: string): Piece =>
    html`<input type="hidden" name="left" value="${a}"><input type="hidden" name="right" value="${b}"><input type="hidden" name="relation" value="${relation}">`
  const why = html`<label>${t('link.stems.why')}<br><input name="why" maxlength="500" required autocomplete="off"></label> `
  const button = (verdict: string, label: string, isQuiet = false): Piece =>
    html`<button type="submit" name="verdict" value="${verdict}"${isQuiet && html` class="quiet"`}>${label}</button> `
  const open = proposed
    .slice(0, MOST_SHOWN)
    .map(
      ({ left, right }) =>
        html`<li><div><h2 class="name">${left.name} ~ ${right.name}</h2><p class="meta">${records([...left.records, ...right.records])}</p>${form(html`${two(left.name, right.name, 'same')}${why}${button('same', t('link.bodies.same'))}${button('different', t('link.bodies.different'), true)}`)}</div></li>`,
    )
  const one = same.map(
    (each) => html`<li>${each.names.join(' = ')} <span class="meta">${records(each.records)}</span></li>`,
  )
  const lines = chains.map(
    (chain) =>
      html`<li>${chain.map((each, index) => html`${index > 0 && ' → '}${each.names.join(' = ')} <span class="meta">${records(each.records)}</span>`)}</li>`,
  )
  const standing = said.map(
    ({ relation, bodies: [a, b], verdict, by, at, why: reason }) =>
      html`<li><div><p>${a} ${t(`link.bodies.said.${relation === 'follows' ? relation : verdict}`)} ${b} <span class="meta">${[by, at.slice(0, 10), reason].join(' · ')}</span></p>${form(html`${two(a, b, relation)}${why}${button('none', t('link.undo'), true)}`)}</div></li>`,
  )
  const chain = form(
    html`<input type="hidden" name="relation" value="follows"><label>${t('link.bodies.earlier')}<br><input name="left" maxlength="200" required autocomplete="off"></label> <label>${t('link.bodies.later')}<br><input name="right" maxlength="200" required autocomplete="off"></label> ${why}${button('same', t('link.bodies.follows'))}`,
  )
  // Names that are spelt nothing alike, or are letters alone, are proposed by nobody.
  const any = form(
    html`<input type="hidden" name="relation" value="same"><label>${t('link.bodies.a')}<br><input name="left" maxlength="200" required autocomplete="off"></label> <label>${t('link.bodies.b')}<br><input name="right" maxlength="200" required autocomplete="off"></label> ${why}${button('same', t('link.bodies.same'))}${button('different', t('link.bodies.different'), true)}`,
  )
  const contradictions = torn.map(
    (names) =>
      html`<li>${names[0]} ${t('link.bodies.said.different')} ${names.at(-1)}: ${names.join(' = ')}</li>`,
  )
  const list = (title: string, lines_: readonly Piece[]): Piece =>
    lines_.length > 0 && html`<h2 class="name">${title}</h2><ul class="work">${lines_}</ul>`
  return section(
    t('link.bodies'),
    t('link.bodies.note'),
    html`<div id="bodies">${open.length > 0 && html`<ul class="work">${open}</ul>`}${list(t('pair.contradictions'), contradictions)}${list(t('link.bodies.one'), one)}${list(t('link.bodies.chains'), lines)}${list(t('link.bodies.said'), standing)}${any}${chain}</div>`,
  )
}
