/** One passage as a page: its text on the left, every value the rules read in it as a form on the right, and what else can be said of it. */

import { spanOfKey } from '../../../core/passages.ts'
import { surenessAt } from '../../../core/recognition.ts'
import type { ReviewRow, RowFault } from '../../../core/review-row.ts'
import { FIELDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { Answers } from '../../../usecases/review/answers.ts'
import type { BesideRecord } from '../../../usecases/review/beside-record.ts'
import type { Foresight } from '../../../usecases/review/foresee.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { metLines } from '../links/met-lines.ts'
import { behindNotice, painOf } from '../painful.ts'
import { questionsSection } from '../questions/section.ts'
import { doubtsIn, inOrder } from '../today/doubts.ts'
import { answersForm } from './answers-form.ts'
import { keyMap } from './key-map.ts'
import { markedText } from './marked-text.ts'
import { passageActions } from './passage-actions.ts'
import { pickers } from './pickers.ts'
import { recognisedNote } from './recognised-note.ts'
import { addRows, blankRows, problems, rowsForm } from './review-rows.ts'

export type ReviewPage = {
  readonly view: PassageView
  readonly rows: readonly ReviewRow[]
  readonly foresight: Foresight
  readonly faults: readonly RowFault[]
  /** What is wrong with the whole. */
  readonly lines: readonly string[]
  readonly typed: Answers & { readonly disputed: readonly string[] }
  readonly beside: BesideRecord
  /** A colleague decided meanwhile: theirs stands beside what was typed. */
  readonly theirs: Piece
  /** False: nothing of it can be decided here. */
  readonly hasForm: boolean
  /** What was just done, and how to take it back. */
  readonly done: Piece
}

/** Where the form of values goes. A blind reader is asked neither what is disputed, nor who may read the record, nor for a reason. */
export type SentTo = { readonly action: string; readonly label: string; readonly isBlind: boolean }

export function reviewPage(desktop: Desktop, page: ReviewPage): string {
  const { face } = desktop
  const { t, language } = face.words
  const { view } = page
  const { document, passage } = view
  const home = `/${language}/desk/documents/${document.id}`
  const title = t('review.passage', { key: passage.key })
  const sent: SentTo = {
    action: `${home}/${passage.key}${inOrder(view.order)}`,
    label: t(view.nextOpen === null ? 'review.save' : 'review.save-next'),
    isBlind: false,
  }
  const body = html`${page.hasForm && html`<a class="skip" href="#review">${t('review.skip.values')}</a>`}<a class="skip" href="#keys">${t('review.skip.keys')}</a><section class="row first"><div class="lab"><b>${title}</b>${t('desk.private')}</div><div class="stack">${page.done}
<h1 lang="${document.language}"><a href="${home}">${document.title}</a></h1>
<p class="meta">${progress(desktop, view)}</p>
<ul class="langs steps">${view.previous !== null && html`<li><a href="${home}/${view.previous}" rel="prev">${t('review.previous')}</a></li>`}${view.next !== null && html`<li><a href="${home}/${view.next}" rel="next">${t('review.next')}</a></li>`}${view.nextOpen !== null && html`<li><a href="${home}/${view.nextOpen}${inOrder(view.order)}" data-key="n">${t('review.next-open')}</a></li>`}<li><a href="${home}/${passage.key}${inOrder(view.order === 'text' ? 'doubt' : 'text')}">${t(`home.order.${view.order === 'text' ? 'doubt' : 'text'}`)}</a></li><li><a href="${home}/new">${t('hand.pick')}</a></li></ul>${passage.doubts.length > 0 && html`<p class="meta">${doubtsIn(desktop, passage.doubts)}</p>`}
${standing(desktop, view)}${perhaps(desktop, view)}${metBefore(desktop, view)}${page.theirs}${problems(desktop, page)}</div></section>
<div class="review"><div class="told"><h2>${t('review.text')}</h2>${passageText(desktop, page)}<div class="pick-words" role="group" aria-label="${t('review.select')}" hidden></div></div>
<div class="values"><h2>${t('review.values')}</h2>${page.hasForm ? valuesForm(desktop, page, sent) : html`<p>${t('review.closed')}</p>`}</div></div>
${passageActions(desktop, view)}${questionsSection(desktop, { about: { draft: view.draft }, questions: view.questions, mayAsk: view.mayAsk })}${keyMap(desktop)}`
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

/** Five reports of one event are one record with five sources, not five records. */
function perhaps({ face }: Desktop, { document, passage, perhaps: like }: PassageView): Piece {
  const { t, language } = face.words
  const lines = like.map(({ id, why }) => {
    const home = `/${language}/desk/records/${id}`
    const reasons = why.map((one) => t(`field.${one}`)).join(', ')
    return html`<li><a href="${home}">${id}</a> <span class="meta">${reasons}</span> · <a href="${home}/source?of=${document.id}~${passage.key}">${t('review.perhaps.add')}</a></li>`
  })
  return lines.length > 0 && html`<div class="shown"><p>${t('review.perhaps')}</p><ul>${lines}</ul></div>`
}

/** Who is who is judged on a page of its own, once the passage is a record. */
function metBefore(desktop: Desktop, { met }: PassageView): Piece {
  const lines = metLines(desktop, met)
  return (
    lines.length > 0 &&
    html`<div class="shown"><p>${desktop.face.words.t('review.met')}</p><ul>${lines}</ul></div>`
  )
}

export function passageText(desktop: Desktop, { view, rows }: Pick<ReviewPage, 'view' | 'rows'>): Piece {
  const { t } = desktop.face.words
  const { document, shown, passage } = view
  const marks = rows.flatMap((row, index) => {
    const span = view.proposed.get(row.origin)?.claim.span
    return span ? [{ row: index + 1, span }] : []
  })
  const sure = surenessAt(document.recognised, shown)
  const doubtful = sure?.doubtful ?? []
  const part = (start: number, end: number): Piece =>
    end > start &&
    markedText(document.text, { start, end }, { marks, doubtful }, (row) => t('review.to-row', { n: row }))
  const proposed = [...view.proposed.values()].map((one) => one.claim)
  const acts = proposed.flatMap((claim) => (claim.field === 'act' ? [claim.value] : []))
  const pain = painOf(desktop, document.text.slice(shown.start, shown.end), acts)
  const words = html`<p class="passage" lang="${document.language}"><span class="around">${part(shown.start, passage.span.start)}</span>${part(passage.span.start, passage.span.end)}<span class="around">${part(passage.span.end, shown.end)}</span></p>`
  return html`${sure && recognisedNote(desktop, document.id, sure)}${behindNotice(desktop, pain, words)}`
}

export function valuesForm(desktop: Desktop, page: ReviewPage, sent: SentTo): Markup {
  const { face } = desktop
  const { t } = face.words
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
    disputed: sent.isBlind ? null : typed.disputed,
    marked,
    isAimed: page.lines.length === 0,
    // Of words that no rule proposed nothing was read: every field stands there to be filled.
    blanks: spanOfKey(view.passage.key) !== null && view.record === null ? FIELDS : [],
  }
  return html`<form id="review" method="post" action="${sent.action}" autocomplete="off">${tokenField(face)}<a class="skip" href="#add">${t('review.skip.add')}</a><input type="hidden" name="seen" value="${view.seen}"><input type="hidden" name="record" value="${view.record ?? ''}">
${rowsForm(desktop, given)}${addRows(desktop, rows.length + given.blanks.length, 'review.add', typed.stray)}
${!sent.isBlind && answersForm(desktop, { typed, foresight, beside: page.beside })}
<p class="fields"><button type="submit" name="do" value="save">${sent.label}</button> ${!sent.isBlind && html`<button type="submit" name="do" value="check" class="quiet">${t('review.check')}</button>`}</p>
</form>
${pickers(desktop, view)}${blankRows(desktop, view)}`
}
