/** The form on a country's civic space as a page: each question once for the law and once for practice, with what the answer rests on. */
import { labelIn } from '../../../../core/language.ts'
import { ASPECTS, type Aspect, FORM_SOURCES } from '../../../../core/rating/method.ts'
import { html, type Markup } from '../../../../publish/markup.ts'
import { button, row as section, wrong } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { frame, tokenField } from '../../frame.ts'
import { countryText, dimensionText, questionText, sourceText } from './texts.ts'
import { answerName, evidenceName } from './typed-form.ts'

export type FormView = {
  readonly country: string
  readonly today: string
  readonly typed: Readonly<Record<string, string>>
  readonly faults: readonly string[]
}

export function formPage(desktop: Desktop, view: FormView): string {
  const { face, codebook } = desktop
  const { t, language } = face.words
  const { method } = codebook.rating
  const { country, typed, today, faults } = view
  const questions = (dimension: string, asked: readonly string[]): readonly Markup[] =>
    asked.map((one) => {
      const id = `${dimension}.${one}`
      const heading = questionText(desktop, id)
      return html`<fieldset><legend>${heading}</legend><div class="answers">${ASPECTS.map((aspect) => answer(desktop, id, aspect, heading, typed))}</div></fieldset>
`
    })
  const first = html`<h1>${t('rate.form.heading', { country: countryText(desktop, country) })}</h1>${wrong(faults)}<p>${t('rate.form.how')}</p><p class="fields"><label>${t('rate.form.source')}<br><select name="source">${FORM_SOURCES.map((one) => html`<option value="${one}"${typed.source === one && html` selected`}>${sourceText(desktop, one)}</option>`)}</select></label> <label>${t('rate.form.as-of')}<br><input name="asOf" type="date" required max="${today}" value="${typed.asOf || today}"></label></p>${scale(desktop)}`
  const body = html`<form method="post" action="/${language}/desk/measure/rating/form" class="broad">${tokenField(face)}<input type="hidden" name="country" value="${country}">${section(t('rate.form'), t('rate.form.note'), first, true)}${method.dimensions.map(({ id, questions: asked }) => section(dimensionText(desktop, id), '', html`<h2 class="vh">${dimensionText(desktop, id)}</h2>${questions(id, asked)}`))}${section('', '', button(t('rate.form.save')))}</form>`
  return frame(face, t('rate.form'), 'measure/rating/form', body)
}

function answer(
  { face }: Desktop,
  question: string,
  aspect: Aspect,
  heading: string,
  typed: Readonly<Record<string, string>>,
): Markup {
  const { t } = face.words
  const [name, rests] = [answerName(question, aspect), evidenceName(question, aspect)]
  const options = ['4', '3', '2', '1', '0', 'unknown'].map((one) => [
    one,
    one === 'unknown' ? t('rate.unknown') : one,
  ])
  const about = html`<span class="vh">${heading} </span>`
  return html`<p class="fields"><label>${about}${t(`rate.aspect.${aspect}`)}<br><select name="${name}"><option value="">—</option>${options.map(([value = '', text = '']) => html`<option value="${value}"${typed[name] === value && html` selected`}>${text}</option>`)}</select></label> <label>${about}${t('rate.form.evidence', { aspect: t(`rate.aspect.${aspect}`) })}<br><input name="${rests}" value="${typed[rests] ?? ''}" maxlength="1000" autocomplete="off" autocapitalize="none" spellcheck="false"></label></p>`
}

function scale({ codebook, face }: Desktop): Markup {
  const { t, language } = face.words
  return html`<details open><summary>${t('rate.scale')}</summary><div class="scroll" role="region" tabindex="0" aria-label="${t('rate.scale')}"><table><thead><tr><th scope="col">${t('rate.col.answer')}</th>${ASPECTS.map((one) => html`<th scope="col">${t(`rate.aspect.${one}`)}</th>`)}</tr></thead><tbody>${codebook.rating.words.scale.map((one) => html`<tr><th scope="row">${one.value}</th><td>${labelIn(one.law, language).text}</td><td>${labelIn(one.practice, language).text}</td></tr>`)}</tbody></table></div></details>`
}
