/** One passage as a page: its text on the left, every value the rules read in it as a form on the right, and what else can be said of it. */

import { labelIn } from '../../../core/language.ts'
import { emptyRow, type ReviewRow, type RowFault } from '../../../core/review-row.ts'
import { TIERS } from '../../../core/tier.ts'
import { FIELDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Foresight } from '../../../usecases/review/foresee.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import { wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { behindNotice, painOf } from '../painful.ts'
import { keyMap } from './key-map.ts'
import { markedText } from './marked-text.ts'
import { passageActions } from './passage-actions.ts'
import { pickers } from './pickers.ts'
import { addRows, blankRow, rowsForm } from './review-rows.ts'

export type ReviewPage = {
  readonly view: PassageView
  readonly rows: readonly ReviewRow[]
  readonly foresight: Foresight
  readonly faults: readonly RowFault[]
  /** What is wrong with the whole. */
  readonly lines: readonly string[]
  readonly typed: {
    readonly disputed: readonly string[]
    readonly tier: string
    readonly tierWhy: string
    readonly why: string
  }
  /** A colleague decided meanwhile: theirs stands beside what was typed. */
  readonly theirs: Piece
  /** False: nothing of it can be decided here. */
  readonly hasForm: boolean
  /** What was just done, and how to take it back. */
  readonly done: Piece
}

const BLANK_ROWS = 3

export function reviewPage(desktop: Desktop, page: ReviewPage): string {
  const { face } = desktop
  const { t, language } = face.words
  const { view } = page
  const { document, passage } = view
  const home = `/${language}/desk/documents/${document.id}`
  const title = t('review.passage', { key: passage.key })
  const body = html`<section class="row first"><div class="lab"><b>${title}</b>${t('desk.private')}</div><div class="stack">${page.done}
<h1 lang="${document.language}"><a href="${home}">${document.title}</a></h1>
<p class="meta">${progress(desktop, view)}</p>
<ul class="langs steps">${view.previous !== null && html`<li><a href="${home}/${view.previous}" rel="prev">${t('review.previous')}</a></li>`}${view.next !== null && html`<li><a href="${home}/${view.next}" rel="next">${t('review.next')}</a></li>`}${view.nextOpen !== null && html`<li><a href="${home}/${view.nextOpen}" data-key="n">${t('review.next-open')}</a></li>`}</ul>
${standing(desktop, view)}${page.theirs}${wrong([...page.lines, ...(page.faults.length > 0 ? [t('review.faults', { n: page.faults.length })] : [])])}</div></section>
<div class="review"><div class="told"><h2>${t('review.text')}</h2>${text(desktop, page)}<div class="pick-words" role="group" aria-label="${t('review.select')}" hidden></div></div>
<div class="values"><h2>${t('review.values')}</h2>${page.hasForm ? form(desktop, page) : html`<p>${t('review.closed')}</p>`}</div></div>
${passageActions(desktop, view)}${keyMap(desktop)}`
  return frame(
    face,
    `${title} · ${document.title}`,
    `documents/${document.id}/${passage.key}`,
    body,
    'review',
  )
}

function progress({ face }: Desktop, { passages }: PassageView): string {
  const open = passages.filter((one) => one.state === 'open').length
  return face.words.t('review.progress', { done: passages.length - open, all: passages.length })
}

/** Who decided what, when and why. */
export function standing({ face }: Desktop, { passage }: Pick<PassageView, 'passage'>): Piece {
  const { t, language } = face.words
  if (passage.state === 'open') return false
  const who = passage.said && [
    passage.said.by,
    passage.said.at.slice(0, 16).replace('T', ' '),
    passage.said.why,
  ]
  const records = passage.records.map((id) => html` <a href="/${language}/desk/records/${id}">${id}</a>`)
  return html`<p class="shown">${t(`review.state.${passage.state}`)}${records}${who && html`<br><span class="meta">${who.filter(Boolean).join(' · ')}</span>`}</p>`
}

function text(desktop: Desktop, { view, rows }: ReviewPage): Piece {
  const { t } = desktop.face.words
  const { document, shown, passage } = view
  const marks = rows.flatMap((row, index) => {
    const span = view.proposed.get(row.origin)?.claim.span
    return span ? [{ row: index + 1, span }] : []
  })
  const part = (start: number, end: number): Piece =>
    end > start && markedText(document.text, { start, end }, marks, (row) => t('review.to-row', { n: row }))
  const proposed = [...view.proposed.values()].map((one) => one.claim)
  const acts = proposed.flatMap((claim) => (claim.field === 'act' ? [claim.value] : []))
  const pain = painOf(desktop, document.text.slice(shown.start, shown.end), acts)
  const words = html`<p class="passage" lang="${document.language}"><span class="around">${part(shown.start, passage.span.start)}</span>${part(passage.span.start, passage.span.end)}<span class="around">${part(passage.span.end, shown.end)}</span></p>`
  return behindNotice(desktop, pain, words)
}

function form(desktop: Desktop, page: ReviewPage): Markup {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const { view, rows, typed, foresight } = page
  const marked = new Set(
    rows.flatMap((row, index) => {
      const span = view.proposed.get(row.origin)?.claim.span
      return span && span.start < view.shown.end && span.end > view.shown.start ? [index + 1] : []
    }),
  )
  const given = {
    view,
    rows,
    faults: page.faults,
    people: foresight.people,
    disputed: typed.disputed,
    marked,
  }
  return html`<form id="review" method="post" action="/${language}/desk/documents/${view.document.id}/${view.passage.key}" autocomplete="off">${tokenField(face)}<input type="hidden" name="seen" value="${view.seen}"><input type="hidden" name="record" value="${view.record ?? ''}">
${rowsForm(desktop, given)}${addRows(desktop, rows.length, BLANK_ROWS)}
<fieldset><legend>${t('review.who-reads')}</legend>${foreseen(desktop, foresight)}<p class="fields"><label>${t('work.tier')}<br><select name="tier"><option value="">${t('review.tier.subjects', { tier: t(`tier.${foresight.tier}`) })}</option>${TIERS.map((tier) => html`<option value="${tier}"${typed.tier === tier && html` selected`}>${t(`tier.${tier}`)}</option>`)}</select></label> <label>${t('review.tier.why')}<br><input name="tier-why" value="${typed.tierWhy}" maxlength="500" autocomplete="off"></label></p></fieldset>
<p class="fields"><label>${t('review.why')}<br><input name="why" value="${typed.why}" maxlength="500" autocomplete="off"></label></p>
<p class="fields"><button type="submit" name="do" value="save">${t(view.nextOpen === null ? 'review.save' : 'review.save-next')}</button> <button type="submit" name="do" value="check" class="quiet">${t('review.check')}</button></p>
</form>
${pickers(
  codebook,
  view.pack,
  view.people.map((one) => one.person),
  language,
)}<ol class="blank" hidden>${FIELDS.map((field) => blankRow(desktop, field, emptyRow(field), view))}</ol>`
}

/** What the subjects of the record ask for, with the reason a lawyer wrote: before anybody saves. */
function foreseen({ face }: Desktop, { subjects, tier }: Foresight): Piece {
  const { t, language } = face.words
  if (subjects.length === 0) return html`<p class="said">${t('review.subjects.none')}</p>`
  return html`<p class="said">${t('review.subjects', { tier: t(`tier.${tier}`) })}</p><ul class="said">${subjects.map((one) => html`<li>${labelIn(one.reason, language).text} <span class="meta">${one.id}, ${t(`tier.${one.tier}`)}</span></li>`)}</ul>`
}
