/** The right of reply of one record: who was asked and what they said, and forms to write down an asking, an answer, or why nobody was asked. */
import type { Reply } from '../../../core/reply.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { dayIn } from '../../../publish/telling/when.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import type { RecordView } from './record-view.ts'

export function replySection(desktop: Desktop, view: RecordView): Markup {
  const { t } = desktop.face.words
  return section(
    t('work.reply'),
    t('work.reply.note'),
    html`<h2>${t(`work.reply.state.${view.reply}`)}</h2>${view.replies.map((one) => standing(desktop, view, one))}${
      view.mayDecide &&
      html`<details${view.reply === 'missing' && html` open`}><summary>${t('work.reply.ask')}</summary>${askForm(desktop, view)}</details>
${!view.replies.some((one) => one.kind === 'asked') && html`<details${view.reply === 'missing' && html` open`}><summary>${t('work.reply.nobody')}</summary>${form(desktop, view, html`${text('not-asked', t('work.reply.why'))}${send(t('work.reply.nobody.do'))}`)}</details>`}`
    }`,
  )
}

/** The reason why nobody was asked stays inside; its day and addressee are what a public page says too. */
function standing(desktop: Desktop, view: RecordView, one: Reply): Piece {
  const { t, language } = desktop.face.words
  if (one.kind === 'not-asked') return html`<p>${one.why}</p>`
  const day = (iso: string): string => dayIn(iso, language)
  const said = html`<p>${t('reply.asked', { on: day(one.on), until: day(one.until) })} ${t('reply.of', { of: one.of })} ${t('reply.how', { how: one.how })}</p>`
  if (one.answer)
    return html`${said}<p>${t('reply.answered', { on: day(one.answer.on) })}</p><blockquote class="passage"><p>${one.answer.words}</p></blockquote>`
  return html`${said}${view.mayDecide && answerForm(desktop, view, one)}`
}

const DAY = html` placeholder="2026-11-20" pattern="\\d{4}-\\d{2}-\\d{2}" inputmode="numeric"`
const input = (name: string, label: string, isRequired: boolean, isDay = false): Markup =>
  html`<label>${label}${isRequired && ' *'}<br><input name="${name}"${isRequired && html` required`} maxlength="500" autocomplete="off"${isDay && DAY}></label> `
const text = (name: string, label: string): Markup =>
  html`<p><label>${label} *<br><textarea name="${name}" required maxlength="2000" rows="3" cols="60"></textarea></label></p>`
const send = (label: string): Markup => html`<p><button type="submit">${label}</button></p>`

const form = ({ face }: Desktop, { row }: RecordView, fields: Piece): Markup =>
  html`<form method="post" action="/${face.words.language}/desk/records/${row.id}/reply">${tokenField(face)}${fields}</form>`

function askForm(desktop: Desktop, view: RecordView): Markup {
  const { t } = desktop.face.words
  return form(
    desktop,
    view,
    html`<p class="fields">${input('of', t('work.reply.of'), true)}${input('how', t('work.reply.how'), true)}${input('on', t('work.reply.on'), true, true)}${input('until', t('work.reply.until'), false, true)}</p>${send(t('work.reply.ask.do'))}`,
  )
}

/** Written under the same addressee, an answer takes the place of the asking. */
function answerForm(desktop: Desktop, view: RecordView, one: Extract<Reply, { kind: 'asked' }>): Markup {
  const { t } = desktop.face.words
  const known = { of: one.of, how: one.how, on: one.on, until: one.until }
  const hidden = Object.entries(known).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<details><summary>${t('work.reply.answer')}: ${one.of}</summary>${form(
    desktop,
    view,
    html`${hidden}<p>${input('answered', t('work.reply.answered'), true, true)}</p>${text('words', t('work.reply.words'))}${send(t('work.reply.answer.do'))}`,
  )}</details>`
}
