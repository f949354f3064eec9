/** The use of laws in, its page out: how often, on whom, with what; before and after changes; the time to a verdict; how trials were seen. */
import type { CountCell } from '../../../core/count-table.ts'
import { labelIn } from '../../../core/language.ts'
import { type RangeLine, rangeFigure } from '../../../publish/figures/ranges.ts'
import { survivalFigure } from '../../../publish/figures/survival.ts'
import { provisionIn } from '../../../publish/laws.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import { asParameters } from '../../../usecases/measure/question.ts'
import type { LawsRead } from '../../../usecases/measure/read-law-use.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { home } from './count-parts.ts'
import { rangeText, valueLabel } from './labels.ts'
import { measureNav } from './rooms.ts'

type LawUse = LawsRead['uses'][number]
const MOST_LINES = 20

export function lawsPage(desktop: Desktop, read: LawsRead): string {
  const { face } = desktop
  const { t } = face.words
  const { uses, noLaw, incidents } = read
  const [most] = uses
  const heading = most
    ? t('measure.laws.head', { law: lawName(desktop, read, most.provision), n: most.incidents.incidents })
    : t('measure.laws.none')
  const body = [
    section(
      t('measure.page.laws'),
      t('measure.laws.note'),
      html`<h1>${heading}</h1>${measureNav(desktop, 'laws')}${period(desktop, read)}<p class="meta">${t('measure.laws.no-law', { n: noLaw, incidents })}</p>`,
      true,
    ),
    uses.length > 0 &&
      section(t('measure.laws.used'), t('measure.range.note'), [
        figure(desktop, read),
        uses.map((one) => lawDetails(desktop, read, one)),
      ]),
    section(t('measure.time'), t('measure.time.note'), timeOf(desktop, read)),
    section(t('measure.outcomes'), t('measure.outcomes.note'), outcomesOf(desktop, read)),
    section(t('measure.fair'), t('measure.fair.note'), fairOf(desktop, read)),
    section(
      t('measure.recompute'),
      t('measure.recompute.note'),
      html`<p><code class="long">${read.inputs}</code></p><p><a href="${home(desktop, 'laws.json')}?${asParameters(read.question)}">JSON</a></p>`,
    ),
  ]
  return frame(face, t('measure.page.laws'), 'measure/laws', body)
}

function lawName({ packs, told }: Desktop, { question }: LawsRead, id: string): string {
  const pack = packs.get(question.country)
  const provision = pack?.provisions.get(id)
  return pack && provision ? provisionIn(provision, pack, told) : id
}

function period({ face }: Desktop, { question }: LawsRead): Markup {
  const { t, language } = face.words
  const day = (name: 'from' | 'to'): Markup =>
    html`<label>${t(`measure.ask.${name}`)}<br><input name="${name}" value="${question[name] ?? ''}" placeholder="2020" maxlength="10" size="10" autocomplete="off"></label> `
  return html`<form method="get" action="/${language}/desk/measure/laws" class="broad"><input type="hidden" name="country" value="${question.country}"><p class="fields">${day('from')}${day('to')}<button type="submit">${t('measure.ask.count')}</button></p></form>`
}

function figure(desktop: Desktop, read: LawsRead): Markup {
  const { t } = desktop.face.words
  const lines = read.uses.slice(0, MOST_LINES).map((one): RangeLine => {
    const { certain, claimed } = one.incidents
    return {
      label: lawName(desktop, read, one.provision),
      certain,
      claimed,
      text: rangeText(desktop, one.incidents),
    }
  })
  const title = `${t('measure.laws.used')}: ${lines.map((one) => `${one.label}, ${one.text}`).join('; ')}`
  return html`<figure>${rangeFigure(lines, 'laws', title)}<figcaption class="meta">${t('measure.figure.how')}</figcaption></figure>`
}

function lawDetails(desktop: Desktop, read: LawsRead, use: LawUse): Markup {
  const { t, language } = desktop.face.words
  const { country } = read.question
  const title = desktop.packs.get(country)?.provisions.get(use.provision)?.title
  const list = (facet: 'role' | 'penalty' | 'year', cells: readonly CountCell[]): string =>
    [...cells]
      .sort((a, b) =>
        facet === 'year' ? (a.row ?? '').localeCompare(b.row ?? '') : b.incidents - a.incidents,
      )
      .map((one) => `${valueLabel(desktop, country, facet, one.row ?? '')} ${rangeText(desktop, one)}`)
      .join(', ')
  const asked = asParameters({
    ...read.question,
    rows: null,
    columns: null,
    only: [{ facet: 'law', value: use.provision }],
  })
  const line = (name: string, text: Piece): Piece =>
    text !== '' && html`<tr><th scope="row">${t(`measure.laws.${name}`)}</th><td>${text}</td></tr>`
  return html`<details><summary>${lawName(desktop, read, use.provision)}: ${rangeText(desktop, use.incidents)}</summary>${title && html`<p>${labelIn(title, language).text}</p>`}<table><tbody>${[
    line(
      'incidents',
      html`<a href="/${language}/desk/measure/counts/rows?${asked}">${rangeText(desktop, use.incidents)}</a>`,
    ),
    line(
      'persons',
      rangeText(desktop, use.persons) +
        (use.persons.untold > 0 ? `; ${t('measure.cell.untold', { n: use.persons.untold })}` : ''),
    ),
    line('roles', list('role', use.roles)),
    line('penalties', list('penalty', use.penalties) || t('measure.nothing')),
    line('years', list('year', use.years)),
  ]}</tbody></table>${use.changes.length > 0 ? changesOf(desktop, use) : html`<p class="meta">${t('measure.laws.no-change')}</p>`}</details>`
}

function changesOf(desktop: Desktop, { changes }: LawUse): Markup {
  const { t } = desktop.face.words
  const rows = changes.map(
    (one) =>
      html`<tr><th scope="row">${one.date}<br><span class="meta" lang="en">${one.event}${one.certainty && ` (${one.certainty})`}</span></th><td class="n">${rangeText(desktop, one.before)}</td><td class="n">${rangeText(desktop, one.after)}</td><td class="n">${one.unclear}</td></tr>`,
  )
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('measure.laws.changes')}"><table><thead><tr><th scope="col">${t('measure.laws.changes')}</th><th scope="col" class="n">${t('measure.laws.before')}</th><th scope="col" class="n">${t('measure.laws.after')}</th><th scope="col" class="n">${t('measure.laws.unclear')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function timeOf(desktop: Desktop, { time }: LawsRead): Piece {
  const { t } = desktop.face.words
  const { known, pending, unknown, range, survival } = time
  if (known + pending + unknown === 0) return html`<p>${t('measure.time.none')}</p>`
  const [low, high] = survival.interval
  const median =
    survival.median === null
      ? t('measure.time.no-median')
      : t('measure.time.median', { n: survival.median, low: low ?? '?', high: high ?? '?' })
  const last = Math.max(1, ...time.spells.map((one) => (one.kind === 'unknown' ? 0 : one.days)))
  return html`<h2>${median}</h2><ul class="said"><li>${t('measure.time.known', { n: known })}${range && ` ${t('measure.time.range', { low: range[0], high: range[1] })}`}</li><li>${t('measure.time.pending', { n: pending })}</li><li>${t('measure.time.unknown', { n: unknown })}</li></ul>${
    survival.steps.length > 0 &&
    html`<figure>${survivalFigure(survival.steps, last, `${t('measure.time.figure')}: ${survival.steps.map((one) => `${one.days}, ${Math.round(100 * (1 - one.left))} %`).join('; ')}`, { days: t('measure.time.days') })}<figcaption class="meta">${t('measure.time.how')}</figcaption></figure>`
  }`
}

function outcomesOf(desktop: Desktop, { outcomes }: LawsRead): Piece {
  const { t } = desktop.face.words
  if (outcomes.charges === 0) return html`<p>${t('measure.outcomes.none')}</p>`
  const rows = (['convicted', 'acquitted', 'dropped', 'pending', 'unknown'] as const).map(
    (one) =>
      html`<tr><th scope="row">${t(`measure.outcome.${one}`)}</th><td class="n">${outcomes[one]}</td></tr>`,
  )
  return html`<p>${t('measure.outcomes.of', { n: outcomes.charges, cases: outcomes.cases })}</p><table class="counted"><tbody>${rows}</tbody></table>`
}

function fairOf(desktop: Desktop, { fair }: LawsRead): Piece {
  const { t, language } = desktop.face.words
  // Nobody looked: a row of noughts would say that nobody was refused counsel.
  if (fair.every((one) => one.answers.observations === 0)) return html`<p>${t('measure.fair.none')}</p>`
  const columns = ['yes', 'partly', 'no', 'unknown', 'not_asked', 'missing'] as const
  const rows = fair.map(({ sheet, question, answers }) => {
    const asked = desktop.codebook.cases.sheets.get(sheet)?.questions.get(question)
    return html`<tr><th scope="row">${asked ? labelIn(asked.label, language).text : question}</th>${columns.map((one) => html`<td class="n">${answers[one]}</td>`)}<td class="n">${answers.observations}</td></tr>`
  })
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${t('measure.fair')}"><table><thead><tr><th scope="col">${t('measure.fair.question')}</th>${columns.map((one) => html`<th scope="col" class="n">${t(`measure.answer.${one}`)}</th>`)}<th scope="col" class="n">${t('measure.fair.observations')}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
