/** The four forms of a phone as controls and, printed, as a sheet of paper: each field has a label, a place to write, and no value. */
import { type Answer, YES_NO } from '../../core/cases/case.ts'
import type { CaseTerm, Question } from '../../core/cases/terms.ts'
import type { FieldKind } from '../../core/field/outbox.ts'
import { labelIn } from '../../core/language.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import type { FieldView } from './view.ts'

/** Browsers write what stands in a field to disk, to restore a page, unless they are told not to complete it. */
const NOT_KEPT = html`autocomplete="off" autocorrect="off" spellcheck="false"`

const line = (label: string, name: string, more: Piece = false): Markup =>
  html`<p><label>${label}<br><input name="${name}" maxlength="300" ${NOT_KEPT}${more}></label></p>
`
const area = (label: string, name: string, rows: number): Markup =>
  html`<p><label>${label}<br><textarea name="${name}" rows="${rows}" maxlength="20000" ${NOT_KEPT}></textarea></label></p>
`
const number = (label: string, name: string): Markup =>
  html`<p><label>${label}<br><input name="${name}" inputmode="numeric" pattern="[0-9]*" maxlength="9" ${NOT_KEPT}></label></p>
`
const choice = (label: string, name: string, options: readonly (readonly [string, string])[]): Markup =>
  html`<p><label>${label}<br><select name="${name}" ${NOT_KEPT}><option value="">—</option>${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label><span class="printed">${options.map(([, text]) => html`<span>☐ ${text}</span> `)}</span></p>
`

const where = ({ words: { t } }: FieldView): Markup =>
  html`<div class="pair">${line(t('phone.place'), 'place')}<p><label>${t('phone.at')}<br><input type="datetime-local" name="at" ${NOT_KEPT}></label></p></div>
`
const ending = ({ words: { t } }: FieldView): Markup =>
  html`<p class="finish"><button type="submit">${t('phone.finish')}</button></p>`

const named = (terms: ReadonlyMap<string, CaseTerm>, { words }: FieldView) =>
  [...terms.values()].map((one) => [one.id, labelIn(one.label, words.language).text] as const)

function asked(view: FieldView, question: Question): Markup {
  const { t, language } = view.words
  const label = labelIn(question.label, language).text
  const name = `q.${question.id}`
  const unit = question.unit ? `, ${labelIn(question.unit, language).text}` : ''
  if (question.type === 'number') return number(`${label}${unit}`, name)
  if (question.type === 'text') return area(label, name, 4)
  const answers = YES_NO.map((one: Answer['kind']) => [one, t(`case.answer.${one}`)] as const)
  return choice(label, name, answers)
}

function fields(view: FieldView, kind: FieldKind): Piece {
  const { t } = view.words
  switch (kind) {
    case 'note':
      return [area(t('phone.words'), 'words', 8), where(view)]
    case 'photo':
      return html`<p><label>${t('phone.photograph')}<br><input type="file" name="photograph" accept="image/*"></label></p>
<p class="meta">${t('phone.photograph.note')}</p>
<div id="camera" hidden><p><button type="button" class="quiet" data-open>${t('phone.camera')}</button> <button type="button" data-take hidden>${t('phone.camera.take')}</button></p><p class="meta">${t('phone.camera.note')}</p><video playsinline muted hidden aria-label="${t('phone.camera')}"></video><canvas hidden role="img" aria-label="${t('phone.camera.taken')}"></canvas></div>
<p class="tick"><label><input type="checkbox" name="bare" value="yes"> ${t('phone.bare')}</label></p><p class="meta">${t('phone.bare.note')}</p>
${area(t('phone.about-photograph'), 'words', 3)}${where(view)}`
    case 'hearing':
      return [
        line(t('phone.court'), 'court'),
        line(t('phone.case'), 'case'),
        where(view),
        ...view.questions.map((one) => asked(view, one)),
      ]
    case 'count':
      return html`${choice(t('phone.unit'), 'unit', named(view.terms.units, view))}${choice(t('phone.method'), 'method', named(view.terms.methods, view))}<div class="three-numbers">${number(t('phone.low'), 'low')}${number(t('phone.best'), 'best')}${number(t('phone.high'), 'high')}</div>${where(view)}${area(t('phone.words'), 'words', 3)}`
  }
}

export const fieldForm = (view: FieldView, kind: FieldKind): Markup =>
  html`<section id="${kind}" class="kind" aria-labelledby="${kind}-heading"><h2 id="${kind}-heading" tabindex="-1">${view.words.t(`phone.${kind}.heading`)}</h2><form data-kind="${kind}" ${NOT_KEPT}>
${fields(view, kind)}${ending(view)}</form></section>
`
