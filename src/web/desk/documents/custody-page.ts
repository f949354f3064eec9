/** The custody sheet of a file in, the same as a page out: what it is, what happened to it, what proves it, and the sheet as a file. */
import type { CustodySheet } from '../../../core/custody.ts'
import { custodyManuscript } from '../../../publish/manuscript/custody.ts'
import type { Block, Sentence } from '../../../publish/manuscript/manuscript.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import { row } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

export function custodyPage({ face }: Desktop, document: string, sheet: CustodySheet): string {
  const { words } = face
  const { t, language } = words
  const { kind, title, summary, sections, colophon } = custodyManuscript(sheet, words)
  const here = `/${language}/desk/documents/${document}`
  const files = html`<p><a href="${here}/custody.pdf">PDF</a> · <a href="${here}/custody.json">JSON</a> · <a href="${here}">${t('custody.document')}</a></p>`
  const top = html`<h1>${title}</h1><p>${sheet.name}</p><p>${summary}</p>${files}`
  const body = html`${row(kind, t('desk.private'), top, true)}
${sections.map((one) => row(one.title, '', html`${one.blocks.map(blockOf)}`))}
${row('', '', html`${colophon.map((line) => html`<p class="meta">${line}</p>`)}<p class="meta">${t('custody.copy')} <code>bin/aigaq copy ${document} --out … --for …</code></p>`)}`
  return frame(face, kind, `documents/${document}/custody`, body)
}

const told = ({ runs }: Sentence): string => runs.map((run) => (run.kind === 'text' ? run.text : '')).join('')

/** A sheet has fields, a timeline and sentences, and nothing else. */
function blockOf(block: Block): Markup | null {
  if (block.kind === 'fields')
    return html`<dl class="vals">${block.fields.map((one) => html`<div><dt>${one.label}</dt><dd>${told(one.told)}</dd></div>`)}</dl>`
  if (block.kind === 'timeline')
    return html`<ol class="work">${block.entries.map((one) => html`<li><div><p class="meta">${one.when}</p><p>${told(one.told)}</p></div></li>`)}</ol>`
  return block.kind === 'paragraph' ? html`${block.sentences.map((one) => html`<p>${told(one)}</p>`)}` : null
}
