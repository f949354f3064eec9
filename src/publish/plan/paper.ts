/** The sheet of a plan on paper, for a table without a device: each question with room to write, no place for a person's name. It needs no script. */
import { LANGUAGES, labelIn } from '../../core/language.ts'
import type { PlanField, PlanPart } from '../../core/plan/terms.ts'
import { html, type Markup } from '../markup.ts'
import { LANGUAGE_NAMES, labelOf, type PlanView, partsOf } from './view.ts'

/** As many lines as a group fills in; whoever has more takes a second sheet. */
const ROWS = 5
/** From here on a text needs lines of its own, not a cell. */
const LONG = 60
/** From one to five. */
const SCALE = 5

const boxes = (of: readonly string[]): Markup =>
  html`<span class="boxes">${of.map((one) => html`<span>☐ ${one}</span> `)}</span>`

function room(view: PlanView, { kind, words, options }: PlanField): Markup {
  if (kind === 'choice') return boxes(options.map((one) => labelOf(view, one)))
  if (kind === 'language') return boxes(LANGUAGES.map((one) => LANGUAGE_NAMES[one]))
  const lines = kind === 'text' ? Math.max(2, Math.min(8, Math.round((words ?? 100) / 25))) : 1
  return html`${Array.from({ length: lines }, () => html`<span class="ruled"></span>`)}`
}

const question = (view: PlanView, field: PlanField): Markup =>
  html`<li><span class="label">${labelOf(view, field)}${field.hint && html` <span class="meta">${labelIn(field.hint, view.words.language).text}</span>`}</span>${room(view, field)}</li>
`

const list = (view: PlanView, part: PlanPart): Markup =>
  html`<ul class="questions">${part.fields.map((field) => question(view, field))}</ul>`

/** A scale is circled, a short choice ticked, all else is written. */
const cell = (view: PlanView, { kind, options }: PlanField): Markup =>
  kind !== 'choice'
    ? html`<td></td>`
    : options.length === SCALE
      ? html`<td><span class="scale">${options.map((one) => one.id).join(' · ')}</span></td>`
      : html`<td>${boxes(options.map((one) => labelOf(view, one)))}</td>`

const table = (view: PlanView, part: PlanPart): Markup =>
  html`<table><caption class="vh">${labelOf(view, part)}</caption><thead><tr><th scope="col">№</th>${part.fields.map((field) => html`<th scope="col">${labelOf(view, field)}</th>`)}</tr></thead><tbody>${Array.from(
    { length: ROWS },
    (_, at) => html`<tr><th scope="row">${at + 1}</th>${part.fields.map((field) => cell(view, field))}</tr>`,
  )}</tbody></table>`

const section = (view: PlanView, part: PlanPart): Markup =>
  html`<section><h2>${labelOf(view, part)}</h2><p class="asking">${labelIn(part.ask, view.words.language).text}</p>
${part.isOne ? list(view, part) : part.fields.some(({ words }) => (words ?? 0) > LONG) ? html`${[1, 2].map((n) => html`<h3>№ ${n}</h3>${list(view, part)}`)}` : table(view, part)}</section>
`

export function planPaper(view: PlanView): string {
  const { t, language, unreviewed } = view.words
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${t('planner.paper')}</title><link rel="icon" href="/plan/icon.svg"><link rel="stylesheet" href="/assets/style.css"><link rel="stylesheet" href="/plan/plan.css"></head>
<body class="installed planner paper"><a class="skip" href="#main">${t('nav.skip')}</a>
<header><h1>${t('planner.paper')}</h1><nav aria-label="${t('nav.language')}"><ul>${LANGUAGES.map(
    (one) =>
      html`<li><a href="/plan/${one}/paper" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${LANGUAGE_NAMES[one]}</a></li>`,
  )}</ul></nav></header>
<main id="main">${unreviewed && html`<p class="meta screen">${t('language.unreviewed')}</p>`}<p class="screen"><a href="/plan/${language}">${t('planner.app')}</a></p>
<ul class="questions"><li><span class="label">${t('planner.table')} <span class="meta">${t('planner.table.note')}</span></span><span class="ruled"></span></li></ul>
<p class="asking">${t('planner.paper.note')}</p>
${partsOf(view).map((part) => section(view, part))}</main></body></html>
`
  return page.toString()
}
