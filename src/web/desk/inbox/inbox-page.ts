/** What came in, what is being read, and the form that takes a report in, as one page; what was typed stands in it again. */
import { RELIABILITIES } from '../../../core/document.ts'
import type { Fault } from '../../../core/faults.ts'
import { LANGUAGES, labelIn } from '../../../core/language.ts'
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { DeskRow } from '../../../store/queries/desk.ts'
import type { Standing } from '../../../store/queries/publishers.ts'
import type { Job } from '../../../usecases/inbox/job.ts'
import { faultLines } from '../../errors.ts'
import { row, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { type DeskFace, frame, tokenField } from '../frame.ts'
import type { Typed } from './inbox-form.ts'
import { jobLine } from './job-page.ts'

export type InboxView = {
  readonly rows: readonly DeskRow[]
  readonly jobs: readonly Job[]
  readonly standing: readonly Standing[]
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

export function inboxPage(desktop: Desktop, view: InboxView): string {
  const { face } = desktop
  const { t, language } = face.words
  const reports = html`<div class="scroll" role="region" tabindex="0" aria-label="${t('desk.reports')}"><table><thead><tr><th scope="col">${t('desk.report')}</th><th scope="col" class="n">${t('desk.proposed')}</th><th scope="col" class="n">${t('desk.decided')}</th></tr></thead>
<tbody>${view.rows.map((one) => html`<tr><th scope="row"><a href="/${language}/desk/documents/${one.id}" lang="${one.language}">${one.title}</a></th><td class="n">${one.drafts}</td><td class="n">${one.decided}</td></tr>`)}</tbody></table></div>`
  const jobs = html`<ul class="work">${view.jobs.map((one) => html`<li><div>${jobLine(face, one)}</div></li>`)}</ul>`
  const isWrong = view.faults.length > 0
  const list = [
    row(
      t('desk.title'),
      t('desk.private'),
      html`<h1>${t('desk.reports')}</h1><p><a href="/${language}/desk/records/new">${t('hand.new')}</a></p>${reports}`,
      !isWrong,
    ),
    // There while it is empty too, for lines that come.
    html`<div id="jobs">${view.jobs.length > 0 && row(t('inbox.jobs'), t('inbox.jobs.note'), jobs)}</div>`,
  ]
  const form = row(
    t('desk.take-in'),
    t('desk.take-in-note'),
    html`${isWrong && html`<h1>${t('inbox.refused')}</h1>`}${already(face, view.faults)}${wrong(faultLines(view.faults, face.words))}${takeIn(desktop, view)}`,
    isWrong,
  )
  return frame(face, t('desk.reports'), 'documents', isWrong ? [form, ...list] : [...list, form], 'inbox')
}

/** The same bytes are no fault of anybody: the page leads to the report that is here. */
export function already({ words }: DeskFace, faults: readonly Fault[]): Piece {
  const here = faults.find((one) => one.code === 'input.duplicate')
  return (
    here?.params.id !== undefined &&
    html`<p><a class="go" href="/${words.language}/desk/documents/${here.params.id}">${words.t('inbox.already', { name: here.params.name ?? '' })}</a></p>`
  )
}

const field = (label: string, control: Piece): Markup => html`<p><label>${label}<br>${control}</label></p>`

function takeIn({ face, packs }: Desktop, { typed, standing }: InboxView): Markup {
  const { t, language } = face.words
  const text = (name: keyof Typed, max: number, more: Piece = ''): Markup =>
    html`<input name="${name}" value="${typed[name]}" maxlength="${max}" autocomplete="off"${more}>`
  const day = (name: 'published' | 'accessed' | 'as-of'): Markup =>
    text(name, 10, html` placeholder="2020-03-31" pattern="\\d{4}-\\d{2}-\\d{2}" inputmode="numeric"`)
  const choice = (name: keyof Typed, options: readonly (readonly [string, string])[]): Markup =>
    html`<select name="${name}">${options.map(([id, label]) => html`<option value="${id}"${typed[name] === id && html` selected`}>${label}</option>`)}</select>`
  const scale = ['', ...RELIABILITIES.filter((one) => one !== 'unknown')].map(
    (one) => [one, t(`reliability.${one === '' ? 'unknown' : one}`)] as const,
  )
  return html`<form id="take-in" method="post" action="/${language}/desk/documents" enctype="multipart/form-data" class="stack" data-done="${t('inbox.sent')}" data-waits="${t('inbox.job')}" data-failed="${t('inbox.not-sent')}">${tokenField(face)}
<fieldset><legend>${t('inbox.report')}</legend>${field(t('desk.file'), html`<input type="file" name="file" accept=".txt,.md,.html,.htm,.docx,.pdf,.eml,.csv,.tsv,.xlsx,.json,.jsonl,.png,.jpg,.jpeg,.tif,.tiff">`)}
<p class="drop" hidden>${t('inbox.drop')}</p><div role="status"><ul class="sent" hidden></ul></div>
${field(t('inbox.paste'), html`<textarea name="text" rows="6" cols="60">${typed.text}</textarea>`)}</fieldset>
<fieldset><legend>${t('inbox.source')}</legend>
${field(
  t('desk.country'),
  choice(
    'pack',
    [...packs.values()].map((pack) => [pack.id, labelIn(pack.name, language).text]),
  ),
)}
${field(t('desk.source-title'), text('title', 300))}
<details><summary>${t('inbox.title-in')}</summary><p class="meta">${t('inbox.title-in.note')}</p>${LANGUAGES.map((one) => field(t(`language.${one}`), text(`title-${one}`, 300, html` lang="${one}"`)))}</details>
${field(t('desk.publisher'), text('publisher', 200, html` list="publishers"`))}<datalist id="publishers">${standing.map((one) => html`<option value="${one.publisher}" data-collector="${one.collector ?? ''}" data-licence="${one.licence ?? ''}" data-reliability="${one.reliability === 'unknown' ? '' : one.reliability}"></option>`)}</datalist>
${standing.length > 0 && html`<details><summary>${t('inbox.standing')}</summary><ul class="links">${standing.map((one) => html`<li><a href="/${language}/desk/documents?like=${one.id}">${one.publisher}</a></li>`)}</ul></details>`}
${field(t('desk.collector'), text('collector', 200))}
${field(t('inbox.url'), text('url', 1000, html` inputmode="url" placeholder="https://…"`))}
${field(t('inbox.published'), day('published'))}${field(t('inbox.accessed'), day('accessed'))}${field(t('desk.as-of'), day('as-of'))}
${field(t('inbox.licence'), text('licence', 200))}
${field(t('inbox.of-source'), choice('reliability', scale))}${field(t('inbox.of-information'), choice('information', scale))}
${field(t('inbox.language'), choice('language', [['', t('inbox.language.found')], ...LANGUAGES.map((one) => [one, t(`language.${one}`)] as const)]))}</fieldset>
<p><button type="submit">${t('desk.take-in')}</button></p></form>`
}
