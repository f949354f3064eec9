/** What a colleague decided while somebody typed in, both versions side by side out: the second chooses with both in view. */
import type { ReviewRow } from '../../../core/review-row.ts'
import { FIELDS } from '../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import type { Desktop } from '../desktop.ts'

export function theirs({ face }: Desktop, view: PassageView, mine: readonly ReviewRow[]): Markup {
  const { t, language } = face.words
  const home = `/${language}/desk/documents/${view.document.id}`
  const cell = (rows: readonly ReviewRow[]): Piece =>
    rows.filter((one) => one.keep).map((one) => html`<div>${said(one)}</div>`)
  const table = FIELDS.map((field) => {
    const [a, b] = [view.rows, mine].map((rows) => rows.filter((one) => one.field === field && one.keep))
    const isSame = JSON.stringify(a?.map(said)) === JSON.stringify(b?.map(said))
    if (!a || !b || a.length + b.length === 0) return false
    return html`<tr${!isSame && html` class="differs"`}><th scope="row">${t(`field.${field}`)}</th><td>${cell(a)}</td><td>${cell(b)}</td></tr>`
  })
  const choice = view.record !== null || view.passage.state === 'rejected'
  return html`<div class="wrong" role="alert"><p>${t('review.between', { who: view.passage.said?.by ?? '?' })}</p><p>${t(choice ? 'review.between.choose' : 'review.between.sealed')}</p></div>${
    view.record !== null &&
    html`<div class="scroll" role="region" tabindex="0" aria-label="${t('review.between.both')}"><table><thead><tr><th scope="col">${t('review.between.field')}</th><th scope="col">${t('review.between.theirs')}</th><th scope="col">${t('review.between.mine')}</th></tr></thead><tbody>${table}</tbody></table></div>`
  }<p><a href="${home}/${view.passage.key}">${t('review.between.keep')}</a></p>`
}

const said = (row: ReviewRow): string =>
  [row.value, row.number, row.unit, row.role, row.person].filter((one) => one !== '').join(' · ')
