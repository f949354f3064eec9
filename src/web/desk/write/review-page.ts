/** A text as its readers would get it, everything that still must be looked at, and the steps that somebody may take with it. */

import { PUBLICATION_MOVES, type PublicationMove } from '../../../core/publication/state.ts'
import { orderOf } from '../../../core/publication/text.ts'
import { blocksOnPage } from '../../../publish/manuscript/on-page.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { setText } from '../../../publish/writing/set-text.ts'
import { hindrancesOf, type PublicationRead } from '../../../usecases/writing/read-publication.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { momentIn } from '../moment.ts'
import { readabilityLines, readabilityOfText } from './readability.ts'
import { standing, stepsOf } from './steps.ts'
import { flagText, moveText, stateWhat } from './texts.ts'

export type ReviewView = {
  readonly read: PublicationRead
  /** Moves that whoever looks may make at all. */
  readonly may: (move: PublicationMove) => boolean
  readonly handle: string
  readonly faults: readonly string[]
  readonly typed: Readonly<Record<string, string>>
}

export function reviewPage(desktop: Desktop, view: ReviewView): string {
  const { face } = desktop
  const { t } = face.words
  const { read, faults } = view
  const { blocking, doubted } = hindrancesOf(read)
  const heading =
    blocking.length > 0
      ? t('write.review.blocked', { n: blocking.length })
      : doubted.length > 0
        ? t('write.review.doubted', { n: doubted.length })
        : t('write.review.clear')
  const body = [
    section(
      t('write.place.review'),
      standing(desktop, read),
      html`<h1>${heading}</h1>${stepsOf(desktop, read, '/review')}${wrong(faults)}<p>${stateWhat(desktop, read.status.state)}</p>${doubts(desktop, read)}`,
      true,
    ),
    section(t('write.moves'), t('write.moves.note'), html`<div id="moves">${moves(desktop, view)}</div>`),
    section(
      t('write.read'),
      t('write.read.note'),
      readabilityLines(desktop, readabilityOfText(read.text, read.row.language)),
    ),
    section(t('write.as-read'), t('write.as-read.note'), asRead(desktop, read)),
    read.moves.length > 0 && section(t('write.history'), '', history(desktop, read)),
  ]
  return frame(face, t('write.place.review'), `write/${read.row.id}/review`, body)
}

function doubts(desktop: Desktop, read: PublicationRead): Piece {
  const { language } = desktop.face.words
  const ids = orderOf(read.text.outline).filter((id) => read.flags.has(id))
  if (ids.length === 0) return false
  return html`<ul class="work">${ids.map(
    (id) =>
      html`<li><div><p><a href="/${language}/desk/write/${read.row.id}?at=${encodeURIComponent(id)}#at" lang="${read.row.language}">${read.text.sentences.get(id)?.words ?? ''}</a></p>${(read.flags.get(id) ?? []).map((flag) => html`<p class="doubt">${flagText(desktop, flag)}</p>`)}</div></li>
`,
  )}</ul>`
}

function moves(desktop: Desktop, { read, may, handle, typed }: ReviewView): Piece {
  const { face, policy } = desktop
  const { t, language } = face.words
  const wasIssued = read.moves.some((one) => one.move === 'publish')
  const isOpen = (move: PublicationMove): boolean => {
    const rule = policy.publicationMoves.get(move)
    const fits = move === 'publish' ? !wasIssued : move === 'correct' ? wasIssued : true
    return rule?.from.includes(read.status.state) === true && fits && may(move)
  }
  const own = read.versions.at(-1)?.by === handle
  const open = PUBLICATION_MOVES.filter(isOpen)
  if (open.length === 0) return html`<p>${t('write.moves.none')}</p>`
  return open.map((move) => {
    const rule = policy.publicationMoves.get(move)
    if (rule?.notByWriter && own)
      return html`<p>${t('write.moves.own', { move: moveText(desktop, move) })}</p>`
    const leaves = move === 'publish' || move === 'correct'
    const value = (name: string): string => (typed.move === move ? (typed[name] ?? '') : '')
    return html`<form method="post" action="/${language}/desk/write/${read.row.id}/move" class="broad move">${tokenField(face)}<input type="hidden" name="move" value="${move}"><input type="hidden" name="seen" value="${String(read.seen)}"><h2>${moveText(desktop, move)}</h2><p class="meta">${rule && (rule.reason[language] ?? rule.reason.en)}</p><p class="fields"><label>${t(rule?.needsReason ? 'write.why.needed' : 'write.why')}<br><input name="why" maxlength="2000" value="${value('why')}"${rule?.needsReason && html` required`}></label>${leaves && html`<label>${t('write.until')}<br><input name="until" type="datetime-local" value="${value('until')}"></label>`}</p>${button(moveText(desktop, move), move === 'withdraw' || move === 'return')}</form>`
  })
}

function asRead(desktop: Desktop, read: PublicationRead): Markup {
  const { t } = desktop.face.words
  if (!read.today) return html`<p>${t('write.no-draft')}</p>`
  const { title, summary, sections } = setText(read.text, read.today)
  return html`<article class="as-read" lang="${read.row.language}"><h2>${title}</h2>${summary !== null && html`<p class="sub">${summary}</p>`}${sections.map((one) => html`<h3>${one.title}</h3>${blocksOnPage(one.blocks, { level: 4 })}`)}</article>`
}

function history(desktop: Desktop, { moves: made }: PublicationRead): Markup {
  const { t, language } = desktop.face.words
  return html`<ol class="waits">${[...made].reverse().map(
    (one) =>
      html`<li><p><b>${moveText(desktop, one.move)}</b>${one.why !== null && html`: ${one.why}`}</p><p class="meta">${one.by}, ${momentIn(one.at, language)}${one.until !== null && html` · ${t('write.embargo', { when: momentIn(one.until, language) })}`}</p></li>
`,
  )}</ol>`
}
