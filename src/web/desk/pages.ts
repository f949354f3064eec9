/** The workspace's pages as HTML: what came in, the form that takes a report in, and a text beside what the rules read in it. */
import type { LeftOut } from '../../core/document.ts'
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import { passageParts } from '../../core/withholding/passage.ts'
import { html, type Markup, type Piece } from '../../publish/markup.ts'
import type { DeskDocument, DeskRow } from '../../store/queries/desk.ts'
import type { Desktop } from './desktop.ts'
import { type DeskFace, frame, tokenField } from './frame.ts'
import { valueText } from './value-text.ts'

type Html = string

export function deskPage(face: DeskFace, packs: readonly Pack[], rows: readonly DeskRow[]): Html {
  const { t, language } = face.words
  const body = html`<section class="row first"><div class="lab"><b>${t('desk.title')}</b>${t('desk.private')}</div><div class="stack"><h1>${t('desk.reports')}</h1>
<div class="scroll" role="region" tabindex="0" aria-label="${t('desk.reports')}"><table><thead><tr><th scope="col">${t('desk.report')}</th><th scope="col" class="n">${t('desk.proposed')}</th><th scope="col" class="n">${t('desk.decided')}</th></tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row"><a href="/${language}/desk/documents/${row.id}" lang="${row.language}">${row.title}</a></th><td class="n">${row.drafts}</td><td class="n">${row.decided}</td></tr>`)}</tbody></table></div></div></section>
<section class="row"><div class="lab"><b>${t('desk.take-in')}</b>${t('desk.take-in-note')}</div>
<form method="post" action="/${language}/desk/documents" enctype="multipart/form-data" class="stack">${tokenField(face)}
${field(t('desk.file'), html`<input type="file" name="file" required accept=".txt,.md,.html,.htm,.docx,.pdf,.eml,.csv,.tsv,.xlsx">`)}
${field(t('desk.country'), html`<select name="pack">${packs.map((pack) => html`<option value="${pack.id}">${labelIn(pack.name, language).text}</option>`)}</select>`)}
${field(t('desk.source-title'), html`<input name="title" maxlength="300">`)}
${field(t('desk.publisher'), html`<input name="publisher" maxlength="200">`)}
${field(t('desk.collector'), html`<input name="collector" maxlength="200">`)}
${field(t('desk.as-of'), html`<input name="as-of" placeholder="2020-03-31" pattern="\\d{4}-\\d{2}-\\d{2}">`)}
<p><button type="submit">${t('desk.take-in')}</button></p></form></section>`
  return frame(face, t('desk.reports'), 'documents', body)
}

const field = (label: string, control: Piece): Markup => html`<p><label>${label}<br>${control}</label></p>`

/** What the page says beside the report: what its file holds and the text does not, and whether an earlier version is here. */
export type Beside = { readonly leftOut: readonly LeftOut[]; readonly hasEarlier: boolean }

export function documentPage(
  desktop: Desktop,
  document: DeskDocument,
  { leftOut, hasEarlier }: Beside,
): Html {
  const { face } = desktop
  const { words } = face
  const { t } = words
  const body = html`<section class="row first"><div class="lab"><b>${t('desk.report')}</b>${t('desk.private')}</div><div class="stack"><h1 lang="${document.language}">${document.title}</h1>
<p>${t('desk.proposals', { n: document.drafts.length })} <code>aigaq decide --accept ${document.name}#0 --id … --by …</code></p>${hasEarlier && html`<p><a href="/${words.language}/desk/documents/${document.id}/changes">${t('desk.changes')}</a></p>`}${leftOut.length > 0 && html`<h2>${t('desk.left-out')}</h2><ul>${leftOut.map(({ kind, n }) => html`<li>${t(`left-out.${kind}`, { n })}</li>`)}</ul>`}</div></section>
${document.drafts.map((draft, index) => draftSection(desktop, document, draft, index))}`
  return frame(face, document.title, `documents/${document.id}`, body)
}

function draftSection(
  { face: { words }, told, packs }: Desktop,
  document: DeskDocument,
  draft: DeskDocument['drafts'][number],
  index: number,
): Markup {
  // Until somebody decides, the only country there is rules for is as good a guess as any.
  const pack = packs.size === 1 ? ([...packs.values()][0] ?? null) : null
  const marks = draft.claims.flatMap((claim, at) =>
    claim.span ? [{ letter: String(at + 1), span: claim.span }] : [],
  )
  const parts = passageParts(document.text, [draft.span], marks, [])
  return html`<section class="row"><div class="lab"><b>#${index}</b>${draft.span.start}–${draft.span.end}</div><div class="stack">
<p class="passage" lang="${document.language}">${parts.map((part) =>
    part.kind === 'mark'
      ? html`<mark>${part.text}${part.marks.length > 0 ? html`<sup>${part.marks.join(' ')}</sup>` : ''}</mark>`
      : part.kind === 'words'
        ? part.text
        : '',
  )}</p>
<div class="scroll" role="region" tabindex="0" aria-label="#${index}"><table><tbody>${draft.claims.map(
    (claim, at) =>
      html`<tr><td class="n">${at + 1}</td><th scope="row">${words.t(`field.${claim.field}`)}</th><td>${valueText(claim, told, pack)}</td><td class="small">${claim.reader.kind === 'rule' ? claim.reader.rule : claim.reader.coder} · ${words.t(`basis.${claim.basis}`)}</td></tr>`,
  )}</tbody></table></div></div></section>`
}
