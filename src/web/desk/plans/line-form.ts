/** One line of a part in, its form out, with the question whether it stays, striking it off and what colleagues say of it. */
import { commentsOn, MOST_COMMENT } from '../../../core/plan/beside.ts'
import type { PlanLine } from '../../../core/plan/plan.ts'
import { COMMENT_TEXT, type PlanPart } from '../../../core/plan/terms.ts'
import type { Readability } from '../../../core/readability/readability.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { PlanOnDesk } from '../../../usecases/plan/plans.ts'
import { button } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { fieldControl } from './field-control.ts'
import { byWhom } from './told.ts'

export type SentLine = { readonly line: string; readonly typed: Readonly<Record<string, string>> }

/** `line` null: one that is not there yet, to be called `id`. */
export function lineForm(
  desktop: Desktop,
  read: PlanOnDesk,
  part: PlanPart,
  { id, line }: { readonly id: string; readonly line: PlanLine | null },
  sent: SentLine | null,
  reads: ReadonlyMap<string, Readability>,
): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans/${read.id}`
  const open = read.open.filter((one) => (one.line ?? '') === id)
  const controls = part.fields.map((field) =>
    fieldControl(desktop, read, {
      ...{ line: id, field, value: line?.values.get(field.id) ?? null },
      typed: sent?.line === id ? (sent.typed[field.id] ?? null) : null,
      open: open.filter((one) => one.field === field.id),
      reads: reads.get(`${id} ${field.id}`) ?? null,
    }),
  )
  const whole = open.filter((one) => one.field === null && one.check !== 'struck')
  const saw = html`<input type="hidden" name="saw" value="${sawOf(line)}">`
  return html`${whole.map((one) => html`<p class="meta"><b>${t(`plan.check.${one.check}`)}</b></p>`)}${line && line.struck.length > 0 && struck(desktop, read, line)}
<form method="post" action="${home}/parts/${part.id}/${id}">${tokenField(face)}${saw}${controls}${button(t(line || part.isOne ? 'plans.save' : 'plans.add'))}</form>
${line && !part.isOne && html`<form method="post" action="${home}/strike">${tokenField(face)}${saw}<input type="hidden" name="line" value="${id}">${button(t('plans.strike'), true)}</form>`}
${(line || part.isOne) && comments(desktop, read, id)}`
}

/** Every entry that stands in the form, so that what is written elsewhere meanwhile is not overwritten. */
export const sawOf = (line: PlanLine | null): string =>
  [...(line?.values.values() ?? [])].flatMap((value) => value.heads.map((one) => one.id)).join(' ')

function struck({ face }: Desktop, read: PlanOnDesk, line: PlanLine): Markup {
  const { t, language } = face.words
  const by = line.struck.flatMap((id) => {
    const entry = read.entries.get(id)
    return entry ? [byWhom(entry, read, face.words)] : []
  })
  return html`<div class="apart"><p>${t('plan.check.struck')}<span class="src">${by.join(', ')}</span></p><form method="post" action="/${language}/desk/plans/${read.id}/keep">${tokenField(face)}<input type="hidden" name="line" value="${line.id}">${button(t('plans.keep-line'))}</form></div>`
}

function comments(desktop: Desktop, read: PlanOnDesk, id: string): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/plans/${read.id}`
  const said = commentsOn(read.plan, id)
  const item = (one: PlanLine): Piece => {
    const value = one.values.get(COMMENT_TEXT)
    return (
      value &&
      html`<li id="l-${one.id}"><p>${value.text}<span class="src">${byWhom(value.entry, read, face.words)}</span></p><form method="post" action="${home}/strike">${tokenField(face)}<input type="hidden" name="saw" value="${sawOf(one)}"><input type="hidden" name="line" value="${one.id}"><input type="hidden" name="at" value="${id}">${button(t('plans.comment.done'), true)}</form></li>`
    )
  }
  return html`<details${said.length > 0 && html` open`}><summary>${t('plans.comments', { n: said.length })}</summary>${said.length > 0 && html`<ul class="said">${said.map(item)}</ul>`}
<form method="post" action="${home}/comment">${tokenField(face)}<input type="hidden" name="line" value="${id}"><p><label>${t('plans.comment.words')}<br><textarea name="words" rows="2" cols="60" maxlength="${MOST_COMMENT}" required></textarea></label></p>${button(t('plans.comment.do'), true)}</form></details>`
}
