/** How a table begins or opens a plan, and how it carries it: the words of the day, the name of the table, files, and what a seizure shows. */
import { MOST_BY } from '../../core/plan/file.ts'
import { html, type Markup } from '../markup.ts'
import { NOT_KEPT } from './parts.ts'
import type { PlanView } from './view.ts'

const words = ({ words: { t } }: PlanView): Markup =>
  html`<p><label>${t('planner.words')}<br><input name="words" ${NOT_KEPT} autocapitalize="none" maxlength="200" required></label></p>`

/** Nothing of a form leaves the device: its script reads it, and the headers of the page forbid to send it. */
export const doors = (view: PlanView): Markup => {
  const { t } = view.words
  return html`<section id="begin" class="door" aria-labelledby="begin-heading" hidden><h2 id="begin-heading" tabindex="-1">${t('planner.begin.heading')}</h2>
<p>${t('planner.begin.note')}</p>
<form ${NOT_KEPT}>${words(view)}<p><button type="button" class="quiet" id="make-words">${t('planner.words.make')}</button></p><p class="meta">${t('planner.words.note')}</p>
<p><label>${t('planner.table')}<br><input name="table" ${NOT_KEPT} maxlength="${MOST_BY}" required></label></p><p class="meta">${t('planner.table.note')}</p>
<p><label>${t('planner.file')}<br><input type="file" name="file"></label></p><p class="meta">${t('planner.file.note')}</p>
<p class="finish"><button type="submit">${t('planner.begin.do')}</button></p></form>
${seized(view)}</section>
<section id="locked" class="door" aria-labelledby="locked-heading" hidden><h2 id="locked-heading" tabindex="-1">${t('planner.locked.heading')}</h2>
<p>${t('planner.locked.note')}</p>
<form ${NOT_KEPT}>${words(view)}<p class="finish"><button type="submit">${t('planner.open')}</button></p></form></section>
<section id="not-secure" class="door" aria-labelledby="not-secure-heading" hidden><h2 id="not-secure-heading" tabindex="-1">${t('planner.not-secure.heading')}</h2>
<p>${t('planner.not-secure')}</p><p><a href="/plan/${view.words.language}/paper">${t('planner.paper')}</a></p></section>
`
}

export const carrying = (view: PlanView): Markup => {
  const { t } = view.words
  return html`<section id="carry" class="step" aria-labelledby="carry-heading" hidden><h2 id="carry-heading" tabindex="-1">${t('planner.carry.heading')}</h2>
<p class="finish"><button type="button" id="give">${t('planner.give')}</button></p><p class="meta">${t('planner.give.note')}</p>
<p><label>${t('planner.take')}<br><input type="file" id="take"></label></p><p class="meta">${t('planner.take.note')}</p>
<p class="finish"><button type="button" id="close" class="quiet">${t('planner.close')}</button></p><p class="meta">${t('planner.close.note')}</p>
<p class="meta">${t('planner.wipe.note')}</p>
${seized(view)}</section>
`
}

const seized = ({ words: { t, language } }: PlanView): Markup =>
  html`<div class="part"><h3>${t('planner.seized')}</h3><ul class="plain">${[1, 2, 3, 4, 5].map((one) => html`<li>${t(`planner.seized.${one}`)}</li>`)}</ul><p><a href="/plan/${language}/paper">${t('planner.paper')}</a></p></div>
`
