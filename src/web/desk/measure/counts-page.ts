/** A question and its answer in, the page of counts out: the finding, its figure, the table behind, and what stands apart. */
import { COUNT_FACETS, COUNT_UNITS, type CountFacet } from '../../../core/counted.ts'
import { labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CountAnswer } from '../../../usecases/measure/count-records.ts'
import type { AggregateLine } from '../../../usecases/measure/read-aggregates.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'
import { aggregateSection } from './aggregates.ts'
import { countFigure } from './count-figure.ts'
import { countTableOf, outsideNotes, recomputable } from './count-parts.ts'
import { facetLabel, rangeText, unitLabel, valueLabel } from './labels.ts'
import { measureNav } from './rooms.ts'

export type CountsView = {
  readonly answer: CountAnswer
  /** One answer for each facet, where no rows were asked for. */
  readonly every: ReadonlyMap<CountFacet, CountAnswer> | null
  readonly aggregates: readonly AggregateLine[]
  readonly countries: readonly string[]
}

export function countsPage(desktop: Desktop, view: CountsView): string {
  const { face } = desktop
  const { t } = face.words
  const { answer, every } = view
  const body = [
    section(
      t('measure.counts'),
      t('measure.counts.note'),
      html`<h1>${headline(desktop, answer)}</h1>${asked(desktop, answer)}${what(desktop, answer)}${measureNav(desktop, 'counts')}${questionForm(desktop, view)}${outsideNotes(desktop, answer)}`,
      true,
    ),
    answer.rows !== null &&
      section(
        unitLabel(desktop, answer),
        t('measure.range.note'),
        html`<h2>${t('measure.figure.title', { unit: unitLabel(desktop, answer), facet: facetLabel(desktop, answer.rows) })}</h2>${countFigure(desktop, answer)}${countTableOf(desktop, answer)}`,
      ),
    every &&
      section(
        t('measure.every'),
        t('measure.range.note'),
        [...every].map(([facet, one]) => everyFacet(desktop, facet, one)),
      ),
    aggregateSection(desktop, view.aggregates),
    section(t('measure.recompute'), t('measure.recompute.note'), recomputable(desktop, answer)),
  ]
  return frame(face, t('measure.counts'), 'measure/counts', body)
}

/** The finding is the headline: how much, in how many incidents, and what nobody says. */
function headline(desktop: Desktop, answer: CountAnswer): string {
  const { t } = desktop.face.words
  const { total } = answer
  if (total.incidents === 0) return t('measure.head.none')
  const range = rangeText(desktop, total)
  if (answer.unit === 'incidents' || answer.unit === 'proceedings')
    return t(`measure.head.${answer.unit}`, { range })
  const told = { range, unit: unitLabel(desktop, answer), n: total.incidents }
  return total.untold > 0
    ? t('measure.head.untold', { ...told, untold: total.untold })
    : t('measure.head.told', told)
}

/** Units that could be taken for another say what they are. */
function what({ face }: Desktop, { unit }: CountAnswer): Piece {
  const isTold = unit === 'persons' || unit === 'times' || unit === 'proceedings'
  return isTold && html`<p>${face.words.t(`measure.head.${unit}.what`)}</p>`
}

function asked(desktop: Desktop, { question }: CountAnswer): Piece {
  const { t } = desktop.face.words
  const parts = [
    ...question.only.map(
      ({ facet, value }) =>
        `${facetLabel(desktop, facet)}: ${valueLabel(desktop, question.country, facet, value)}`,
    ),
    question.from !== null && t('measure.asked.from', { day: question.from }),
    question.to !== null && t('measure.asked.to', { day: question.to }),
  ].filter((one) => one !== false)
  return parts.length > 0 && html`<p class="lead">${parts.join(' · ')}</p>`
}

function everyFacet(desktop: Desktop, facet: CountFacet, answer: CountAnswer): Markup {
  return html`<details${facet === 'year' && html` open`}><summary>${facetLabel(desktop, facet)}</summary>${countTableOf(desktop, answer)}</details>`
}

function questionForm(desktop: Desktop, { answer, countries }: CountsView): Markup {
  const { face, packs } = desktop
  const { t, language } = face.words
  const { question } = answer
  const option = (value: string, label: string, chosen: string | null): Markup =>
    html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`
  const facets = (name: 'rows' | 'columns'): Markup =>
    html`<label>${t(`measure.ask.${name}`)}<br><select name="${name}"><option value="">${t('measure.ask.none')}</option>${COUNT_FACETS.map((one) => option(one, facetLabel(desktop, one), question[name]))}</select></label> `
  const day = (name: 'from' | 'to'): Markup =>
    html`<label>${t(`measure.ask.${name}`)}<br><input name="${name}" value="${question[name] ?? ''}" placeholder="2020-03" maxlength="10" size="10" autocomplete="off"></label> `
  const only = question.only.map((one) => `${one.facet}:${one.value}`).join(' ')
  return html`<form method="get" action="/${language}/desk/measure/counts" class="broad"><p class="fields"><label>${t('measure.ask.unit')}<br><select name="unit">${COUNT_UNITS.map((one) => option(one, t(`measure.unit.${one}`), question.unit))}</select></label> ${facets('rows')}${facets('columns')}<button type="submit">${t('measure.ask.count')}</button></p>
<details${(question.from || question.to || only || question.unverified) && html` open`}><summary>${t('measure.ask.more')}</summary><p class="fields">${countries.length > 1 && html`<label>${t('measure.ask.country')}<br><select name="country">${countries.map((id) => option(id, labelIn(packs.get(id)?.name ?? { en: id, ru: null, kk: null }, language).text, question.country))}</select></label> `}${day('from')}${day('to')}<label>${t('measure.ask.only')}<br><input name="only" value="${only}" placeholder="act:detention region:KZ-75" maxlength="300" size="30" autocomplete="off" spellcheck="false"></label></p><p><label><input type="checkbox" name="unverified"${question.unverified && html` checked`}> ${t('measure.ask.unverified')}</label></p></details></form>`
}
