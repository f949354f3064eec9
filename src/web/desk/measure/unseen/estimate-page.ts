/** An estimate that somebody asked for in, its page out: on its way with a way to give it up, or what it says, what it does not, and why. */

import type { Estimation } from '../../../../core/estimate/result.ts'
import type { EstimateRules } from '../../../../core/estimate/rules.ts'
import { LANGUAGES, labelIn } from '../../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import { dayIn } from '../../../../publish/telling/when.ts'
import { type EstimateJob, isEnded } from '../../../../usecases/measure/estimate-jobs.ts'
import { row as section } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { frame, tokenField } from '../../frame.ts'
import { answersTable, estimatesFigure, headlineOf, refusals, unsewnPanel } from './answers.ts'
import { addressOf } from './asked.ts'
import { leaveOneOut, models, overlaps, sensitivity } from './diagnostics.ts'

const LOOK_AGAIN_SECONDS = 2

export function estimatePage(desktop: Desktop, job: EstimateJob): string {
  const { face, codebook } = desktop
  const { t } = face.words
  const path = `measure/unseen/${job.id}`
  if (job.estimation === null) {
    const again =
      !isEnded(job) && html`<noscript><meta http-equiv="refresh" content="${LOOK_AGAIN_SECONDS}"></noscript>`
    return frame(face, t('unseen.title'), path, waiting(desktop, job), 'inbox', again)
  }
  return frame(face, t('unseen.title'), path, result(desktop, job, job.estimation, codebook.estimates))
}

const about = ({ face, packs }: Desktop, { asked }: EstimateJob): string => {
  const { t, language } = face.words
  const pack = packs.get(asked.country)
  return t('unseen.about', {
    unit: t(`unseen.unit.${asked.unit}`),
    country: pack ? labelIn(pack.name, language).text : asked.country,
    from: dayIn(asked.from, language),
    to: dayIn(asked.to, language),
  })
}

function waiting(desktop: Desktop, job: EstimateJob): Markup {
  const { face } = desktop
  const { t, language } = face.words
  const { done, all } = job.part ?? { done: 0, all: 1 }
  const cancel =
    !isEnded(job) &&
    html`<form method="post" action="/${language}/desk/measure/unseen/${job.id}/cancel" class="inline">${tokenField(face)}<button type="submit" class="plain">${t('unseen.cancel')}</button></form>`
  const bar =
    !isEnded(job) &&
    html`<p><progress max="${all}" value="${done}" aria-label="${t('unseen.state.running')}"></progress></p>`
  return section(
    t('unseen.title'),
    about(desktop, job),
    html`<h1>${t(`unseen.state.${job.state}`)}</h1><div id="job" data-over="${isEnded(job) ? 'yes' : ''}"><p role="status">${t(`unseen.state.${job.state}.note`)}</p>${bar}</div>${cancel}<p><a href="/${language}/desk/measure/unseen?${addressOf(job.asked)}">${t('unseen.back')}</a></p>`,
    true,
  )
}

function result(desktop: Desktop, job: EstimateJob, estimation: Estimation, rules: EstimateRules): Piece {
  const { t, language } = desktop.face.words
  const home = `/${language}/desk/measure/unseen`
  const query = addressOf(job.asked)
  return [
    section(
      t('unseen.title'),
      html`${about(desktop, job)}<br><a href="${home}?${query}">${t('unseen.back')}</a><br><a href="${home}.csv?${query}">${t('unseen.csv')}</a><br><a href="${home}/${job.id}.json">JSON</a>`,
      html`<h1>${headlineOf(desktop, estimation)}</h1>${unsewnPanel(desktop, estimation)}${estimatesFigure(desktop, estimation)}<p class="meta">${t('unseen.figure')}</p><details><summary>${t('unseen.answers')}</summary>${answersTable(desktop, estimation)}</details>`,
      true,
    ),
    section(t('unseen.assumes'), t('unseen.assumes.note'), assumptions(rules)),
    section(t('unseen.refused'), t('unseen.refused.note'), refusals(desktop, estimation)),
    section(t('unseen.overlap'), t('unseen.overlap.note'), overlaps(desktop, estimation)),
    section(t('unseen.models'), t('unseen.models.note'), models(desktop, estimation)),
    estimation.diagnostics.leaveOneOut.length > 0 &&
      section(t('unseen.less'), t('unseen.less.note'), leaveOneOut(desktop, estimation)),
    estimation.diagnostics.sensitivity.length > 0 &&
      section(t('unseen.prior'), t('unseen.prior.note'), sensitivity(desktop, estimation)),
  ]
}

/** In three languages beside each other: the page is shown to people who read only one of them. */
const assumptions = (rules: EstimateRules): Markup =>
  html`<div class="three">${LANGUAGES.map(
    (language) =>
      html`<ol lang="${language}">${rules.assumptions.map(({ text }) => html`<li>${labelIn(text, language).text}</li>`)}</ol>`,
  )}</div>`
