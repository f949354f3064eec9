/** Who looked where in, the page of coverage out: a figure, the table behind, what was stated, and a form to state more. */
import { LOOKED } from '../../../core/decided.ts'
import { labelIn } from '../../../core/language.ts'
import { coverageFigure, mark } from '../../../publish/figures/coverage.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { CoverageRead } from '../../../usecases/measure/read-coverage.ts'
import { row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { valueLabel } from './labels.ts'
import { measureNav } from './rooms.ts'

const SEEN = ['found', 'looked', 'partly', 'not', 'unsaid'] as const
export type CoverageForm = Readonly<Record<'collector' | 'region' | 'from' | 'to' | 'looked' | 'why', string>>
export const EMPTY_FORM: CoverageForm = {
  collector: '',
  region: '',
  from: '',
  to: '',
  looked: 'looked',
  why: '',
}

export function coveragePage(
  desktop: Desktop,
  read: CoverageRead,
  form = EMPTY_FORM,
  lines: readonly string[] = [],
): string {
  const { t } = desktop.face.words
  const unsaid = read.cells.filter((one) => one.seen === 'unsaid').length
  const body = [
    section(
      t('measure.page.coverage'),
      t('measure.coverage.note'),
      html`<h1>${read.cells.length === 0 ? t('measure.head.none') : t('measure.coverage.head', { n: unsaid, all: read.cells.length })}</h1>${measureNav(desktop, 'coverage')}${choose(desktop, read)}`,
      true,
    ),
    read.cells.length > 0 &&
      section(t('measure.coverage.where'), legend(desktop), [figure(desktop, read), table(desktop, read)]),
    section(t('measure.coverage.said'), t('measure.coverage.said-note'), statements(desktop, read)),
    section(
      t('measure.coverage.say'),
      t('measure.coverage.say-note'),
      html`${wrong(lines)}${sayForm(desktop, read, form)}`,
    ),
  ]
  return frame(desktop.face, t('measure.page.coverage'), 'measure/coverage', body)
}

const regionName = (desktop: Desktop, { question }: CoverageRead, id: string | null): string =>
  id === null
    ? desktop.face.words.t('measure.coverage.country')
    : valueLabel(desktop, question.country, 'region', id)
const spanName = (desktop: Desktop, { question, facet }: CoverageRead, span: string): string =>
  valueLabel(desktop, question.country, facet, span)

function choose(desktop: Desktop, { question, collectors }: CoverageRead): Markup {
  const { t, language } = desktop.face.words
  const day = (name: 'from' | 'to'): Markup =>
    html`<label>${t(`measure.ask.${name}`)}<br><input name="${name}" value="${question[name] ?? ''}" placeholder="2020" maxlength="10" size="10" autocomplete="off"></label> `
  return html`<form method="get" action="/${language}/desk/measure/coverage" class="broad"><input type="hidden" name="country" value="${question.country}"><p class="fields"><label>${t('measure.coverage.collector')}<br><select name="collector"><option value="">${t('measure.coverage.all')}</option>${collectors.map((one) => html`<option value="${one}"${one === question.collector && html` selected`}>${one}</option>`)}</select></label> ${day('from')}${day('to')}<button type="submit">${t('measure.ask.count')}</button></p></form>`
}

function legend(desktop: Desktop): Markup {
  const { t } = desktop.face.words
  return html`<ul class="marks">${SEEN.map((one) => html`<li><svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">${mark(one, 0.6, 12, 12)}</svg> ${t(`measure.seen.${one}`)}</li>`)}</ul>`
}

const cellsOf = (read: CoverageRead, region: string) => read.cells.filter((one) => one.region === region)

function figure(desktop: Desktop, read: CoverageRead): Markup {
  const { t } = desktop.face.words
  const names = read.spans.map((one) => spanName(desktop, read, one))
  const lines = read.regions.map((region) => ({
    label: regionName(desktop, read, region),
    cells: cellsOf(read, region),
  }))
  const told = SEEN.map(
    (seen) => `${t(`measure.seen.${seen}`)}: ${read.cells.filter((one) => one.seen === seen).length}`,
  )
  return html`<figure class="scroll" role="region" tabindex="0" aria-label="${t('measure.coverage.where')}">${coverageFigure(lines, names, `${t('measure.coverage.where')}. ${told.join('; ')}`)}</figure>${read.nowhere > 0 && html`<p class="meta">${t('measure.coverage.nowhere', { n: read.nowhere })}</p>`}`
}

function table(desktop: Desktop, read: CoverageRead): Markup {
  const { t } = desktop.face.words
  const rows = read.regions.map(
    (region) =>
      html`<tr><th scope="row">${regionName(desktop, read, region)}</th>${cellsOf(read, region).map(
        (cell) => {
          const who = [...new Set([...cell.collectors, ...cell.lookers])].join(', ')
          return html`<td>${cell.seen === 'found' ? t('measure.coverage.records', { n: cell.records }) : t(`measure.seen.${cell.seen}`)}${who !== '' && html`<br><span class="meta">${who}</span>`}</td>`
        },
      )}</tr>
`,
  )
  return html`<details><summary>${t('measure.table')}</summary><div class="scroll" role="region" tabindex="0" aria-label="${t('measure.table')}"><table><thead><tr><th scope="col">${t('measure.facet.region')}</th>${read.spans.map((one) => html`<th scope="col">${spanName(desktop, read, one)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></details>`
}

function statements(desktop: Desktop, read: CoverageRead): Piece {
  const { t, language } = desktop.face.words
  if (read.statements.length === 0) return html`<p>${t('measure.coverage.none-said')}</p>`
  const take = (id: string): Markup =>
    html`<form method="post" action="/${language}/desk/measure/coverage/${id}/withdraw" class="inline">${tokenField(desktop.face)}<button type="submit" class="plain">${t('measure.coverage.withdraw')}</button></form>`
  return html`<ul class="said">${read.statements.map((one) => html`<li>${t(`measure.coverage.line.${one.looked}`, { collector: one.collector, region: regionName(desktop, read, one.region), from: one.from, to: one.to })} ${take(one.id)}</li>`)}</ul>`
}

function sayForm(desktop: Desktop, read: CoverageRead, form: CoverageForm): Markup {
  const { t, language } = desktop.face.words
  const pack = desktop.packs.get(read.question.country)
  const text = (
    name: 'collector' | 'from' | 'to' | 'why',
    more: Piece,
    label = t(`measure.coverage.${name}`),
  ): Markup =>
    html`<label>${label}<br><input name="${name}" value="${form[name]}" autocomplete="off"${more}></label> `
  const regions = [...(pack?.regions.values() ?? [])].map(
    (one) =>
      html`<option value="${one.id}"${one.id === form.region && html` selected`}>${labelIn(one.name, language).text}</option>`,
  )
  const looked = LOOKED.filter((one) => one !== 'withdrawn').map(
    (one) =>
      html`<option value="${one}"${one === form.looked && html` selected`}>${t(`measure.coverage.looked.${one}`)}</option>`,
  )
  const day = html` required placeholder="2020-01-01" maxlength="10" size="12"`
  return html`<form method="post" action="/${language}/desk/measure/coverage" class="broad">${tokenField(desktop.face)}<input type="hidden" name="country" value="${read.question.country}"><p class="fields">${text('collector', html` required maxlength="120"`)}<label>${t('measure.facet.region')}<br><select name="region"><option value="">${t('measure.coverage.country')}</option>${regions}</select></label> ${text('from', day, t('measure.ask.from'))}${text('to', day, t('measure.ask.to'))}</p><p class="fields"><label>${t('measure.coverage.did')}<br><select name="looked">${looked}</select></label> ${text('why', html` maxlength="500"`)}<button type="submit">${t('measure.coverage.record')}</button></p></form>`
}
