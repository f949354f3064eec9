/** What would change a rating: the answers that weigh most, and a form that puts one answer in another's place without storing anything. */
import type { Change, Rated } from '../../../../core/rating/result.ts'
import { html, type Markup } from '../../../../publish/markup.ts'
import type { Desktop } from '../../desktop.ts'
import type { RatingView } from './rating-page.ts'
import { bandText, questionText, ratingFigure, sourceText, tenth } from './texts.ts'

/** The rest is in the JSON. */
const SHOWN = 8

/** Questions of one dimension weigh the same: one of each says what all of them do. */
function telling(changes: readonly Change[]): readonly Change[] {
  const seen = new Map<string, Change>()
  for (const one of changes) {
    const key = [one.source, one.coder, one.question.split('.')[0], one.aspect, one.to > one.from].join(' ')
    if (!seen.has(key)) seen.set(key, one)
  }
  return [...seen.values()].slice(0, SHOWN)
}

const answerText = (
  desktop: Desktop,
  one: Pick<Change, 'source' | 'coder' | 'question' | 'aspect'>,
): string =>
  `${sourceText(desktop, one.source)} ${one.coder}, ${desktop.face.words.t(`rate.aspect.${one.aspect}`)}: ${questionText(desktop, one.question)}`

export function changeSection(desktop: Desktop, view: RatingView, result: Rated): Markup {
  const { t, language } = desktop.face.words
  const { rating, instead } = view
  const one = (change: Change): Markup =>
    html`<tr><th scope="row">${answerText(desktop, change)}</th><td>${change.from} → ${change.to}</td><td>${t('rate.becomes', { score: tenth(change.scored.score), band: bandText(desktop, change.scored.band) })}</td></tr>
`
  const answers = rating.bundle.rows.forms.flatMap((form) =>
    form.answers.flatMap((answer) =>
      answer.value === null
        ? []
        : [
            {
              key: `${form.source} ${form.coder} ${answer.question} ${answer.aspect}`,
              text: answerText(desktop, { ...form, ...answer }),
              value: answer.value,
            },
          ],
    ),
  )
  return html`${nearest(desktop, result)}<div class="scroll" role="region" tabindex="0" aria-label="${t('rate.change')}"><table><thead><tr><th scope="col">${t('rate.col.answer')}</th><th scope="col">${t('rate.col.step')}</th><th scope="col">${t('rate.col.score')}</th></tr></thead><tbody>${telling(result.changes).map(one)}</tbody></table></div>
<form method="get" action="/${language}/desk/measure/rating/${rating.id}#change" class="broad" id="change"><p><label>${t('rate.col.answer')}<br><select name="answer">${answers.map((each) => html`<option value="${each.key}"${instead?.answer === each.key && html` selected`}>${each.value} · ${each.text}</option>`)}</select></label></p><p class="fields"><label>${t('rate.change.to')}<br><select name="to">${['0', '1', '2', '3', '4'].map((value) => html`<option${instead?.to === value && html` selected`}>${value}</option>`)}</select></label> <button type="submit" class="quiet">${t('rate.change.do')}</button></p></form>${instead?.rating?.kind === 'rated' && html`<p>${t('rate.change.then', { from: tenth(result.point.score), to: tenth(instead.rating.point.score), band: bandText(desktop, instead.rating.band) })}</p><figure>${ratingFigure(desktop, instead.rating, rating.bundle.method.bands, 'instead')}</figure>`}`
}

/** Whether any one answer by one step takes the score over an edge. */
function nearest(desktop: Desktop, result: Rated): Markup {
  const { t } = desktop.face.words
  const over = result.changes.find((one) => one.scored.band !== result.point.band)
  const edges = result.edges.map(
    ({ band, answers }) =>
      html`<li>${answers === null ? t('rate.change.far', { band: bandText(desktop, band) }) : t('rate.change.edge', { band: bandText(desktop, band), n: answers })}</li>`,
  )
  return html`<p>${over ? t('rate.change.over', { answer: answerText(desktop, over), band: bandText(desktop, over.scored.band) }) : t('rate.change.none')}</p><ul class="waits">${edges}</ul>`
}
