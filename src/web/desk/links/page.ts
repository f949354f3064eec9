/** One name in a record and one recorded person side by side in, the page that asks whether they are the same out. */
import type { Incident } from '../../../core/record.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import type { LinkPair, Links } from '../../../usecases/link/read-links.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { ground } from '../people/ground.ts'
import { passage } from '../records/passage.ts'
import { titleOf } from '../records/title.ts'
import { bodiesSection } from './bodies.ts'
import { judgesSections } from './judges.ts'
import { stemsSection } from './stems.ts'
import { torn } from './torn.ts'

export type Done = {
  readonly record: string
  readonly claim: string
  readonly person: string
  readonly verdict: string
}
export type LinksPage = {
  readonly at: number
  readonly blind: boolean
  readonly today: string
  /** What was just judged, so that it can be taken back. */
  readonly done: Done | null
  readonly lines: readonly string[]
}
const VERDICTS = ['same', 'different', 'unsure'] as const

export function linksPage(desktop: Desktop, links: Links, page: LinksPage): string {
  const { at, blind, today, done, lines } = page
  const { t, language } = desktop.face.words
  const { pair, open, unrecorded, contradictions } = links
  const tabs = html`<p class="meta">${t('pair.names')} · <a href="/${language}/desk/twice">${t('pair.records')}</a> · <a href="/${language}/desk/twice/people">${t('twin.title')}</a></p>`
  const first = html`${tabs}<h1>${t(blind ? 'link.heading.second' : 'link.heading', { n: open })}</h1>${wrong(lines)}${done && doneNote(desktop, done, at)}${pair ? html`${blind && html`<p class="shown">${t('link.blind')}</p>`}${pairOf(desktop, pair, today)}` : html`<p>${t(blind ? 'pair.none.second' : 'link.none')}</p>`}${pair && judge(desktop, pair, page, open)}`
  const names = html`<ul class="work">${unrecorded.map((one) => html`<li><div><h2 class="name">${one.name}</h2><p class="meta">${one.records.map((id) => html`<a href="/${language}/desk/records/${id}">${id}</a> `)}</p></div></li>`)}</ul>`
  // Whoever judges blind is not led to what others said.
  if (blind) {
    const only = [section(t('link.title'), t('link.note'), first, true)]
    return frame(desktop.face, t('link.title'), 'links', only, 'links')
  }
  const body = [
    section(t('link.title'), t('link.note'), first, true),
    ...judgesSections(desktop, links.judged),
    contradictions.length > 0 &&
      section(t('pair.contradictions'), t('link.torn.note'), torn(desktop, contradictions, at)),
    unrecorded.length > 0 && section(t('link.unrecorded'), t('link.unrecorded.note'), names),
    stemsSection(desktop, links.equivalents),
    bodiesSection(desktop, links.bodies),
  ]
  return frame(desktop.face, t('link.title'), 'links', body, 'links')
}

function pairOf(desktop: Desktop, pair: LinkPair, today: string): Markup {
  const { t, language } = desktop.face.words
  const { open, row, role, who, records, found, spelling, alike, standing } = pair
  const { names, variants } = who.person
  const incident = row.body as unknown as Incident
  const spelt = [names.en, names.ru, names.kk, ...variants].filter((one) => one !== null)
  const told = html`<h2 class="name">${open.name}</h2><p class="meta">${[role, alike > 1 && t('link.alike', { n: alike })].filter(Boolean).join(' · ')}</p><p><a href="/${language}/desk/records/${row.id}">${titleOf(desktop, { kind: 'team', row })}</a></p>${row.passages.slice(0, 2).map((one) => passage(desktop, one, incident))}`
  const person = html`<h2 class="name"><a href="/${language}/desk/people/${who.person.id}">${spelt[0] ?? who.person.id}</a></h2><p class="meta">${spelt.slice(1).join(' · ')}</p><p>${ground(desktop.face.words, who.binding, today)}</p>${
    records.length === 0
      ? html`<p class="meta">${t('link.in-none')}</p>`
      : html`<p class="meta">${t('link.in')}</p><ol class="links">${records.map((one) => html`<li><a href="/${language}/desk/records/${one.id}">${titleOf(desktop, { kind: 'team', row: one })}</a></li>`)}</ol>`
  }`
  const said = standing && [standing.first, standing.second].filter((one) => one !== null)
  const why = found.why.map(
    ({ kind, left, right }) =>
      html`<li>${[left, right].filter(Boolean).join(' ~ ')} <span class="meta">${t(`link.why.${kind}`)}</span></li>`,
  )
  return html`<div class="pair"><section aria-label="${t('link.in-record')}"><p class="lab"><b>${t('link.in-record')}</b></p>${told}</section><section aria-label="${t('link.on-record')}"><p class="lab"><b>${t('link.on-record')}</b></p>${person}</section></div>
<p>${t(found.same ? 'link.likely' : 'link.doubtful', { score: found.score.toFixed(2), spelling })}</p><ul>${why}</ul>${said && html`<ul>${said.map((one) => html`<li>${t(`link.${one.verdict}`)}${one.blind && ` (${t('pair.said.blind')})`} <span class="meta">${one.by} · ${dayIn(one.at.slice(0, 10), language)}${one.why && ` · ${one.why}`}</span></li>`)}</ul>`}`
}

function judge(
  { face }: Desktop,
  { open, person, row, seen }: LinkPair,
  { at, blind }: LinksPage,
  all: number,
): Markup {
  const { t, language } = face.words
  const more = blind ? '&blind=1' : ''
  const next =
    at + 1 < all &&
    html` <a href="/${language}/desk/links?at=${at + 1}${more}" data-key="n">${t('link.skip')}</a>`
  const back =
    at > 0 &&
    html` <a href="/${language}/desk/links?at=${at - 1}${more}" data-key="p">${t('nav.previous')}</a>`
  return html`<form id="judge" method="post" action="/${language}/desk/links" class="broad">${tokenField(face)}<input type="hidden" name="record" value="${row.id}"><input type="hidden" name="claim" value="${open.claim}"><input type="hidden" name="person" value="${person}"><input type="hidden" name="seen" value="${seen}"><input type="hidden" name="at" value="${at}">${blind && html`<input type="hidden" name="blind" value="yes">`}
<p class="fields"><label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label></p>
<p class="fields">${VERDICTS.map((one, index) => html`<button type="submit" name="verdict" value="${one}" data-key="${one[0] ?? ''}"${index > 0 && html` class="quiet"`}>${t(`link.${one}`)}</button> `)}${next}${back}</p><p class="meta">${t('link.keys')}</p></form>`
}

function doneNote({ face }: Desktop, { record, claim, person, verdict }: Done, at: number): Piece {
  const { t, language } = face.words
  return html`<div class="shown" role="status"><form method="post" action="/${language}/desk/links">${tokenField(face)}<input type="hidden" name="record" value="${record}"><input type="hidden" name="claim" value="${claim}"><input type="hidden" name="person" value="${person}"><input type="hidden" name="at" value="${at}">${t(`link.done.${verdict}`, { person })} <a href="/${language}/desk/records/${record}">${record}</a> <button type="submit" name="verdict" value="none" class="plain" data-key="z">${t('link.undo')}</button></form></div>`
}
