/** Two records that perhaps tell one event in, the page on which somebody judges them out, with what waits beside. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Pairs, RecordPair } from '../../../usecases/link/read-pairs.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { pairSides } from './sides.ts'
import { asideSections } from './waiting.ts'

/** `before`: what stood until then, and stands again when it is taken back; null: it is not offered. */
export type Done = {
  readonly left: string
  readonly right: string
  readonly verdict: string
  readonly before: string | null
}
export type TwicePage = {
  readonly at: number
  readonly blind: boolean
  /** What was just judged, so that it can be taken back. */
  readonly done: Done | null
  readonly lines: readonly string[]
}
const VERDICTS = ['same', 'different', 'unsure'] as const

export function twicePage(desktop: Desktop, pairs: Pairs, page: TwicePage): string {
  const { t, language } = desktop.face.words
  const { pair, open } = pairs
  const tabs = html`<p class="meta"><a href="/${language}/desk/links">${t('pair.names')}</a> · ${t('pair.records')} · <a href="/${language}/desk/twice/people">${t('twin.title')}</a></p>`
  const none = html`<p>${t(page.blind ? 'pair.none.second' : 'pair.none')}</p>`
  const first = html`${tabs}<h1>${t(page.blind ? 'pair.heading.second' : 'pair.heading', { n: open })}</h1>${wrong(page.lines)}${page.done && doneNote(desktop, page.done)}${
    pair
      ? html`${page.blind && html`<p class="shown">${t('pair.blind')}</p>`}${pairSides(desktop, pair)}`
      : none
  }${pair?.mayJudge && judge(desktop, pair, page, open)}${pair && clearing(desktop, pair)}`
  const body = [
    section(t('pair.title'), t('pair.note'), first, true),
    ...asideSections(desktop, pairs, page.blind, { words: 'pair', page: 'twice' }),
  ]
  return frame(desktop.face, t('pair.title'), 'twice', body, 'links')
}

const ids = ({ left, right }: RecordPair): Markup =>
  html`<input type="hidden" name="left" value="${left.row.id}"><input type="hidden" name="right" value="${right.row.id}">`

/** A pair that somebody has judged, and perhaps cleared, is not judged anew by a slip on a key. */
function judge({ face }: Desktop, pair: RecordPair, { at, blind }: TwicePage, all: number): Markup {
  const { t, language } = face.words
  const query = (place: number): string => `?at=${place}${blind ? '&blind=1' : ''}`
  const step = (place: number, key: string, text: string): Piece =>
    place >= 0 &&
    place < all &&
    html` <a href="/${language}/desk/twice${query(place)}" data-key="${key}">${text}</a>`
  const back =
    pair.standing &&
    html` <button type="submit" name="verdict" value="none" class="plain">${t('pair.undo')}</button>`
  return html`<form id="judge" method="post" action="/${language}/desk/twice" class="broad">${tokenField(face)}${ids(pair)}<input type="hidden" name="at" value="${at}">${blind && html`<input type="hidden" name="blind" value="yes">`}
<p class="fields"><label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label></p>
<p class="fields">${VERDICTS.map((one, index) => html`<button type="submit" name="verdict" value="${one}" ${pair.standing === null && html` data-key="${one[0] ?? ''}"`}${index > 0 && html` class="quiet"`}>${t(`pair.${one}`)}</button> `)}${step(at + 1, 'n', t('link.skip'))}${step(at - 1, 'p', t('nav.previous'))}${back}</p>${pair.standing === null && html`<p class="meta">${t('pair.keys')}</p>`}</form>`
}

/** By somebody who made neither record nor the judgement: readers see the two as one from then on. */
function clearing({ face }: Desktop, pair: RecordPair): Piece {
  const { t, language } = face.words
  if (pair.standing?.verdict !== 'same') return false
  if (pair.standing.cleared !== null)
    return html`<p class="shown">${t('pair.is-cleared', { by: pair.standing.cleared.by })}</p>`
  if (!pair.mayClear) return html`<p class="shown">${t('pair.waits')}</p>`
  return html`<form id="clear" method="post" action="/${language}/desk/twice/clear" class="broad">${tokenField(face)}${ids(pair)}<p class="meta">${t('pair.clear.note')}</p><p class="fields"><label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('pair.clear')}</button></p></form>`
}

function doneNote({ face }: Desktop, { left, right, verdict, before }: Done): Piece {
  const { t, language } = face.words
  const link = (id: string): Markup => html`<a href="/${language}/desk/records/${id}">${id}</a>`
  return html`<div class="shown" role="status"><form method="post" action="/${language}/desk/twice">${tokenField(face)}<input type="hidden" name="left" value="${left}"><input type="hidden" name="right" value="${right}">${t(`pair.done.${verdict}`)} ${link(left)}, ${link(right)} ${before !== null && html`<button type="submit" name="verdict" value="${before}" class="plain" data-key="z">${t('pair.undo')}</button>`}</form></div>`
}
