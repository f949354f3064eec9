/** Two people on record who are perhaps one in, the page on which somebody judges them out, with what waits beside. */
import { labelIn } from '../../../core/language.ts'
import type { Incident } from '../../../core/record.ts'
import { heldOf } from '../../../core/record.ts'
import { spellingsOf } from '../../../core/sought.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn, whenIn } from '../../../publish/telling/when.ts'
import type { PeoplePair, PeoplePairs, PersonSide } from '../../../usecases/link/read-people-pairs.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { ground } from '../people/ground.ts'
import { titleOf } from '../records/title.ts'
import type { TwicePage } from './page.ts'
import { asideSections } from './waiting.ts'

const VERDICTS = ['same', 'different', 'unsure'] as const
type PeoplePage = TwicePage & { readonly today: string }

export function twicePeoplePage(desktop: Desktop, pairs: PeoplePairs, page: PeoplePage): string {
  const { t, language } = desktop.face.words
  const { pair, open } = pairs
  const tabs = html`<p class="meta"><a href="/${language}/desk/links">${t('pair.names')}</a> · <a href="/${language}/desk/twice">${t('pair.records')}</a> · ${t('twin.title')}</p>`
  const none = html`<p>${t(page.blind ? 'pair.none.second' : 'twin.none')}</p>`
  const first = html`${tabs}<h1>${t(page.blind ? 'pair.heading.second' : 'twin.heading', { n: open })}</h1>${wrong(page.lines)}${page.done && doneNote(desktop, page.done)}${
    pair
      ? html`${page.blind && html`<p class="shown">${t('twin.blind')}</p>`}${sides(desktop, pair, page.today)}`
      : none
  }${pair?.mayJudge && judge(desktop, pair, page, open)}${pair && clearing(desktop, pair)}`
  const kind = { words: 'twin', page: 'twice/people', recordOf: pairs.recordOf } as const
  const body = [
    section(t('twin.title'), t('twin.note'), first, true),
    ...asideSections(desktop, pairs, page.blind, kind),
  ]
  return frame(desktop.face, t('twin.title'), 'twice/people', body, 'links')
}

function sides(desktop: Desktop, { left, right, like, standing }: PeoplePair, today: string): Markup {
  const { t, language } = desktop.face.words
  const grounds = [...left.known.binding, ...right.known.binding]
  const both = left.records.filter((one) => right.records.some((other) => other.id === one.id))
  const why = like?.found.why.map(
    (one) =>
      html`<li>${[one.left, one.right].filter(Boolean).join(' ~ ')} <span class="meta">${t(`link.why.${one.kind}`)}</span></li>`,
  )
  const score = { score: like?.found.score.toFixed(2) ?? '', left: like?.spellings[0] ?? '' }
  const said = standing && [standing.first, standing.second, standing.cleared].filter((one) => one !== null)
  return html`<div class="pair">${side(desktop, left, today)}${side(desktop, right, today)}</div>
${like ? html`<p>${t(like.found.same ? 'twin.alike' : 'twin.partly', { ...score, right: like.spellings[1] })}</p><ul>${why}</ul>` : html`<p>${t('twin.unlike')}</p>`}${
  both.length > 0 &&
  html`<p class="shown">${t('twin.together')} ${both.map((one) => html`<a href="/${language}/desk/records/${one.id}">${one.id}</a> `)}</p>`
}<p class="shown">${t('twin.stricter', { ground: ground(desktop.face.words, grounds, today) })}</p>${
    said &&
    html`<ul>${said.map((one) => html`<li>${t(`twin.said.${one.verdict}`)}${one.blind && ` (${t('pair.said.blind')})`} <span class="meta">${one.by} · ${dayIn(one.at.slice(0, 10), language)}${one.why && ` · ${one.why}`}</span></li>`)}</ul>`
  }`
}

/** The days of the records stand before their titles: two timelines that cannot be one person's show by them. */
function side(desktop: Desktop, { known, records }: PersonSide, today: string): Markup {
  const { face, told } = desktop
  const { t, language } = face.words
  const { person } = known
  const lines = records.map((row) => {
    const date = heldOf(row.body as unknown as Incident, 'date')[0]?.value
    return html`<li>${date && html`<span class="meta">${whenIn(date, told.tell)}</span> `}<a href="/${language}/desk/records/${row.id}">${titleOf(desktop, { kind: 'team', row })}</a></li>`
  })
  return html`<section aria-label="${person.id}"><p class="lab"><b>${person.id}</b></p><h2 class="name"><a href="/${language}/desk/people/${person.id}">${labelIn(person.names, language).text}</a></h2><p class="meta">${[...new Set(spellingsOf(person))].join(' · ')}</p><p>${ground(face.words, known.binding, today)}</p>${
    records.length === 0
      ? html`<p class="meta">${t('link.in-none')}</p>`
      : html`<p class="meta">${t('link.in')}</p><ol class="links">${lines}</ol>`
  }${face.mayAtAll('cases') && html`<p class="meta"><a href="/${language}/desk/people/${person.id}/course">${t('course.title')}</a></p>`}</section>`
}

const ids = ({ left, right }: PeoplePair): Markup =>
  html`<input type="hidden" name="left" value="${left.known.person.id}"><input type="hidden" name="right" value="${right.known.person.id}">`

function judge({ face }: Desktop, pair: PeoplePair, { at, blind }: TwicePage, all: number): Markup {
  const { t, language } = face.words
  const page = `/${language}/desk/twice/people`
  const query = (place: number): string => `?at=${place}${blind ? '&blind=1' : ''}`
  const step = (place: number, key: string, text: string): Piece =>
    place >= 0 && place < all && html` <a href="${page}${query(place)}" data-key="${key}">${text}</a>`
  const back =
    pair.standing &&
    html` <button type="submit" name="verdict" value="none" class="plain">${t('pair.undo')}</button>`
  return html`<form id="judge" method="post" action="${page}" class="broad">${tokenField(face)}${ids(pair)}<input type="hidden" name="at" value="${at}">${blind && html`<input type="hidden" name="blind" value="yes">`}
<p class="fields"><label>${t('work.why')}<br><input name="why" maxlength="500" autocomplete="off"></label></p>
<p class="fields">${VERDICTS.map((one, index) => html`<button type="submit" name="verdict" value="${one}" ${pair.standing === null && html` data-key="${one[0] ?? ''}"`}${index > 0 && html` class="quiet"`}>${t(`twin.${one}`)}</button> `)}${step(at + 1, 'n', t('link.skip'))}${step(at - 1, 'p', t('nav.previous'))}${back}</p>${pair.standing === null && html`<p class="meta">${t('twin.keys')}</p>`}</form>`
}

/** By somebody who did not judge them: readers see the two as one from then on. */
function clearing({ face }: Desktop, pair: PeoplePair): Piece {
  const { t, language } = face.words
  if (pair.standing?.verdict !== 'same') return false
  if (pair.standing.cleared !== null)
    return html`<p class="shown">${t('twin.is-cleared', { by: pair.standing.cleared.by })}</p>`
  if (!pair.mayClear) return html`<p class="shown">${t('twin.waits')}</p>`
  return html`<form id="clear" method="post" action="/${language}/desk/twice/people/clear" class="broad">${tokenField(face)}${ids(pair)}<p class="meta">${t('twin.clear.note')}</p><p class="fields"><label>${t('work.why')} *<br><input name="why" required maxlength="500" autocomplete="off"></label> <button type="submit">${t('pair.clear')}</button></p></form>`
}

function doneNote(
  { face }: Desktop,
  { left, right, verdict, before }: NonNullable<TwicePage['done']>,
): Piece {
  const { t, language } = face.words
  const link = (id: string): Markup => html`<a href="/${language}/desk/people/${id}">${id}</a>`
  return html`<div class="shown" role="status"><form method="post" action="/${language}/desk/twice/people">${tokenField(face)}<input type="hidden" name="left" value="${left}"><input type="hidden" name="right" value="${right}">${t(`twin.done.${verdict}`)} ${link(left)}, ${link(right)} ${before !== null && html`<button type="submit" name="verdict" value="${before}" class="plain" data-key="z">${t('pair.undo')}</button>`}</form></div>`
}
