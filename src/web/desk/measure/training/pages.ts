/** Training as pages: passages to code and how one did, one passage to be coded blind, and what stands beside what was typed. */
import { SCALED_FIELDS } from '../../../../core/scaled-fields.ts'
import type { Field } from '../../../../core/values.ts'
import { html, type Markup, type Piece } from '../../../../publish/markup.ts'
import type { Scored, Training } from '../../../../usecases/measure/train.ts'
import { row as section } from '../../accounts/pieces.ts'
import type { Desktop } from '../../desktop.ts'
import { passageText, type ReviewPage, valuesForm } from '../../documents/review-page.ts'
import { problems } from '../../documents/review-rows.ts'
import { frame } from '../../frame.ts'
import { valueText } from '../../value-text.ts'
import { measureNav } from '../rooms.ts'

const percent = (score: number): string => `${Math.round(score * 100)} %`

export function trainingPage(desktop: Desktop, { open, done }: Training): string {
  const { t, language } = desktop.face.words
  const [next] = open
  const body = [
    section(
      t('measure.page.training'),
      t('measure.training.note'),
      html`<h1>${t('measure.training.head', { n: open.length })}</h1>${measureNav(desktop, 'training')}${next && html`<p><a class="go" href="/${language}/desk/measure/training/${next}">${t('measure.training.begin')}</a></p>`}`,
      true,
    ),
    done.length > 0 &&
      section(t('measure.training.done'), t('measure.training.done-note'), average(desktop, done)),
  ]
  return frame(desktop.face, t('measure.page.training'), 'measure/training', body)
}

/** Field by field over all that was coded, and the newest five of them: whether it grows. */
function average(desktop: Desktop, done: Training['done']): Markup {
  const { t } = desktop.face.words
  const mean = (rows: Training['done'], field: string): Piece => {
    const scores = rows.flatMap((one) =>
      one.fields.filter((each) => each.field === field).map((each) => each.score),
    )
    return scores.length === 0 ? '·' : percent(scores.reduce((a, b) => a + b, 0) / scores.length)
  }
  const rows = SCALED_FIELDS.map(
    (field) =>
      html`<tr><th scope="row">${t(`field.${field}`)}</th><td class="n">${mean(done, field)}</td><td class="n">${mean(done.slice(0, 5), field)}</td></tr>`,
  )
  return html`<h2>${t('measure.training.coded', { n: done.length })}</h2><table class="counted"><thead><tr><th scope="col">${t('measure.agreement.col.field')}</th><th scope="col" class="n">${t('measure.training.all')}</th><th scope="col" class="n">${t('measure.training.newest')}</th></tr></thead><tbody>${rows}</tbody></table>`
}

export function practicePage(desktop: Desktop, key: string, page: ReviewPage): string {
  const { t, language } = desktop.face.words
  const sent = {
    action: `/${language}/desk/measure/training/${key}`,
    label: t('measure.training.send'),
    isBlind: true,
  }
  const body = html`<section class="row first"><div class="lab"><b>${t('measure.page.training')}</b>${t('measure.training.blind')}</div><div class="stack"><h1>${t('measure.training.passage')}</h1>${problems(desktop, page)}</div></section>
<div class="review"><div class="told"><h2>${t('review.text')}</h2>${passageText(desktop, page)}<div class="pick-words" role="group" aria-label="${t('review.select')}" hidden></div></div>
<div class="values"><h2>${t('review.values')}</h2>${valuesForm(desktop, page, sent)}</div></div>`
  return frame(desktop.face, t('measure.training.passage'), 'measure/training', body, 'review')
}

/** Shown once: what was typed is not kept. */
export function scoredPage(
  desktop: Desktop,
  record: string,
  country: string,
  scores: readonly Scored[],
): string {
  const { face, told, packs } = desktop
  const { t, language } = face.words
  const pack = packs.get(country) ?? null
  const values = (coding: Scored['typed'], field: Field): Piece =>
    (coding[field] ?? []).map(
      (value) =>
        html`<div>${valueText({ field, value } as Parameters<typeof valueText>[0], told, pack)}</div>`,
    )
  const rows = scores.map(
    ({ field, score, typed, settled }) =>
      html`<tr${score < 1 && html` class="differs"`}><th scope="row">${t(`field.${field}`)}</th><td>${values(typed, field)}</td><td>${values(settled, field)}</td><td class="n">${percent(score)}</td></tr>`,
  )
  const alike = scores.filter((one) => one.score === 1).length
  const body = section(
    t('measure.page.training'),
    t('measure.training.once'),
    html`<h1>${t('measure.training.result', { n: alike, all: scores.length })}</h1><div class="scroll" role="region" tabindex="0" aria-label="${t('measure.training.compared')}"><table><thead><tr><th scope="col">${t('measure.agreement.col.field')}</th><th scope="col">${t('measure.training.yours')}</th><th scope="col">${t('measure.training.stands')}</th><th scope="col" class="n">${t('measure.training.score')}</th></tr></thead><tbody>${rows}</tbody></table></div><p><a href="/${language}/desk/records/${record}">${t('measure.training.record')}</a> · <a href="/${language}/desk/measure/training">${t('measure.training.more')}</a></p>`,
    true,
  )
  return frame(face, t('measure.training.compared'), 'measure/training', body)
}
