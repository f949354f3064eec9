/** Moments of a plan that were kept, as a step of the planner: the way to keep one, those that are there, what differs since. */
import { MOST_VERSION } from '../../core/plan/beside.ts'
import { html, type Markup } from '../markup.ts'
import { NOT_KEPT } from './parts.ts'
import type { PlanView } from './view.ts'

export const moments = ({ words: { t } }: PlanView): Markup =>
  html`<section id="moments" class="step" aria-labelledby="moments-heading" hidden><h2 id="moments-heading" tabindex="-1">${t('plans.versions')}</h2>
<p>${t('plans.versions.note')}</p>
<form ${NOT_KEPT}><p><label>${t('plans.versions.name')}<br><input id="moment" ${NOT_KEPT} maxlength="${MOST_VERSION}"></label></p><p><button type="submit">${t('plans.versions.keep')}</button></p></form>
<p id="no-moments" class="meta">${t('plans.versions.none')}</p><ul class="plain" id="all-moments"></ul>
<div class="part" id="since" hidden><h3 id="since-heading" tabindex="-1"></h3><ul class="plain" id="all-since"></ul></div></section>
`
