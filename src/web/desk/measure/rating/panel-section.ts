/** What the panel says of a rating: comments and dissent as they were written, the decision with its reason, and the forms for both. */
import { html, type Markup } from '../../../../publish/markup.ts'
import { button } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { tokenField } from '../../frame.ts'
import { momentIn } from '../../moment.ts'
import type { RatingView } from './rating-page.ts'
import { bandText } from './texts.ts'

export function panelSection(desktop: Desktop, { rating, words, mayDecide, typed }: RatingView): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const action = `/${language}/desk/measure/rating/${rating.id}/panel`
  const said = words.map(
    (one) =>
      html`<li><div><p><b>${t(`rate.panel.${one.kind}`)}${one.band !== null && html`: ${bandText(desktop, one.band)}`}</b></p><p>${one.words}</p><p class="meta">${one.by}, ${momentIn(one.at, language)}</p></div></li>
`,
  )
  const area = (kind: string): Markup =>
    html`<p><label>${t('rate.panel.words')}<br><textarea name="words" rows="3" cols="60" maxlength="2000" required>${typed.form === kind ? (typed.words ?? '') : ''}</textarea></label></p>`
  const choose = (name: string, options: readonly (readonly [string, string])[]): Markup =>
    html`<select name="${name}">${options.map(([value, text]) => html`<option value="${value}"${typed[name] === value && html` selected`}>${text}</option>`)}</select>`
  const kinds = (['comment', 'dissent'] as const).map((one) => [one, t(`rate.panel.${one}`)] as const)
  const bands = rating.bundle.method.bands.map((one) => [one.id, bandText(desktop, one.id)] as const)
  return html`${said.length === 0 ? html`<p>${t('rate.panel.none')}</p>` : html`<ul class="work">${said}</ul>`}
<form method="post" action="${action}" class="broad">${tokenField(face)}<p class="fields"><label>${t('rate.panel.kind')}<br>${choose('kind', kinds)}</label></p>${area('word')}${button(t('rate.panel.say'), true)}</form>
${mayDecide && html`<form method="post" action="${action}" class="broad">${tokenField(face)}<input type="hidden" name="kind" value="decision"><h2>${t('rate.panel.decide')}</h2><p class="meta">${t('rate.panel.decide.note')}</p><p class="fields"><label>${t('rate.col.band')}<br>${choose('band', bands)}</label></p>${area('decision')}${button(t('rate.panel.decide.do'))}</form>`}`
}
