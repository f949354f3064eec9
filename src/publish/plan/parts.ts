/** The parts of the sheet as controls: a part of one line stands there, of others the script takes a copy for each line. */
import { LANGUAGES, labelIn } from '../../core/language.ts'
import { MOST_COMMENT } from '../../core/plan/beside.ts'
import { MOST_TEXT } from '../../core/plan/file.ts'
import type { PlanField, PlanPart } from '../../core/plan/terms.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { LANGUAGE_NAMES, labelOf, type PlanView } from './view.ts'

/** Browsers write what stands in a field to disk, to restore a page, and some send it away to check its spelling, unless they are told not to. */
export const NOT_KEPT = html`autocomplete="off" autocorrect="off" spellcheck="false"`

function control(view: PlanView, { id, kind, words, options }: PlanField): Markup {
  const named = html`name="${id}" ${NOT_KEPT}`
  const choices = (of: readonly (readonly [string, string])[]): Markup =>
    html`<select ${named}><option value="">—</option>${of.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select>`
  switch (kind) {
    case 'text':
      return html`<textarea ${named} rows="${(words ?? 100) > 60 ? 7 : 3}" maxlength="${MOST_TEXT}"></textarea>`
    case 'line':
      return html`<input ${named} maxlength="${MOST_TEXT}">`
    case 'number':
      return html`<input ${named} inputmode="decimal" maxlength="40">`
    case 'day':
      return html`<input ${named} type="date">`
    case 'choice':
      return choices(options.map((one) => [one.id, labelOf(view, one)]))
    case 'language':
      return choices(LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]]))
    case 'ref':
      return choices([])
  }
}

const field = (view: PlanView, one: PlanField): Markup =>
  html`<div class="asked" data-field="${one.id}"><label>${labelOf(view, one)}<br>${control(view, one)}</label>${
    one.hint && html`<p class="meta hint">${labelIn(one.hint, view.words.language).text}</p>`
  }<p class="meta reads" hidden></p><ul class="points"></ul><div class="rivals"></div></div>
`

const struck = ({ words: { t } }: PlanView): Markup =>
  html`<div class="struck" hidden><p>${t('plan.check.struck')}</p><p><button type="button" class="quiet keep">${t('planner.keep-line')}</button></p></div>`

/** Its field has no name: it is none of the plan's own. */
const remarks = ({ words: { t } }: PlanView): Markup =>
  html`<details class="remarks"><summary></summary><ul class="plain"></ul>
<p><label>${t('plans.comment.words')}<br><textarea class="remark" ${NOT_KEPT} rows="2" maxlength="${MOST_COMMENT}"></textarea></label></p><p><button type="button" class="quiet say">${t('plans.comment.do')}</button></p></details>`

const line = (view: PlanView, part: PlanPart): Markup =>
  html`<fieldset class="line"><legend></legend>${struck(view)}<ul class="points of-line"></ul>
${part.fields.map((one) => field(view, one))}${remarks(view)}<p><button type="button" class="quiet strike">${view.words.t('planner.strike')}</button></p></fieldset>`

const body = (view: PlanView, part: PlanPart): Piece =>
  part.isOne
    ? html`<div class="line" data-line="${part.id}"><ul class="points of-line"></ul>${part.fields.map((one) => field(view, one))}${remarks(view)}</div>`
    : html`<div class="lines"></div><template>${line(view, part)}</template><p><button type="button" class="add">${view.words.t('planner.add')}</button></p>`

export const partSection = (view: PlanView, part: PlanPart): Markup =>
  html`<section id="part-${part.id}" class="step" data-part="${part.id}" aria-labelledby="part-${part.id}-heading" hidden>
<h2 id="part-${part.id}-heading" tabindex="-1">${labelOf(view, part)}</h2><p class="asking">${labelIn(part.ask, view.words.language).text}</p>
<ul class="points of-part"></ul>
${body(view, part)}</section>
`
