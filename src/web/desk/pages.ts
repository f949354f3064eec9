/** The workspace's pages as HTML: what came in and the form that takes a report in. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { html, type Markup, type Piece } from '../../publish/markup.ts'
import type { DeskRow } from '../../store/queries/desk.ts'
import { type DeskFace, frame, tokenField } from './frame.ts'

type Html = string

export function deskPage(face: DeskFace, packs: readonly Pack[], rows: readonly DeskRow[]): Html {
  const { t, language } = face.words
  const body = html`<section class="row first"><div class="lab"><b>${t('desk.title')}</b>${t('desk.private')}</div><div class="stack"><h1>${t('desk.reports')}</h1>
<div class="scroll" role="region" tabindex="0" aria-label="${t('desk.reports')}"><table><thead><tr><th scope="col">${t('desk.report')}</th><th scope="col" class="n">${t('desk.proposed')}</th><th scope="col" class="n">${t('desk.decided')}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row"><a href="/${language}/desk/documents/${row.id}" lang="${row.language}">${row.title}</a></th><td class="n">${row.drafts}</td><td class="n">${row.decided}</td></tr>`)}</tbody></table></div></div></section>
<section class="row"><div class="lab"><b>${t('desk.take-in')}</b>${t('desk.take-in-note')}</div>
<form method="post" action="/${language}/desk/documents" enctype="multipart/form-data" class="stack">${tokenField(face)}
${field(t('desk.file'), html`<input type="file" name="file" required accept=".txt,.md,.html,.htm,.docx,.pdf,.eml,.csv,.tsv,.xlsx,.json,.jsonl">`)}
${field(t('desk.country'), html`<select name="pack">${packs.map((pack) => html`<option value="${pack.id}">${labelIn(pack.name, language).text}</option>`)}</select>`)}
${field(t('desk.source-title'), html`<input name="title" maxlength="300">`)}
${field(t('desk.publisher'), html`<input name="publisher" maxlength="200">`)}
${field(t('desk.collector'), html`<input name="collector" maxlength="200">`)}
${field(t('desk.as-of'), html`<input name="as-of" placeholder="2020-03-31" pattern="\\d{4}-\\d{2}-\\d{2}">`)}
<p><button type="submit">${t('desk.take-in')}</button></p></form></section>`
  return frame(face, t('desk.reports'), 'documents', body)
}

const field = (label: string, control: Piece): Markup => html`<p><label>${label}<br>${control}</label></p>`
