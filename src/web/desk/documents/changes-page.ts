/** What changed in a report since its earlier version, as a page: words gone and added, and the records that stood on them. */
import { html, type Markup } from '../../../publish/markup.ts'
import type { Changes } from '../../../usecases/read-changes.ts'
import { row } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame } from '../frame.ts'

type Change = Changes['changes'][number]

/** `del` and `ins` are read out by those who hear a page, and the label says it in words. */
const wordsOf = (change: Change): Markup | readonly Markup[] => {
  if (change.kind !== 'changed')
    return change.kind === 'gone' ? html`<del>${change.words}</del>` : html`<ins>${change.words}</ins>`
  return change.parts.map((part, at) => {
    const gap = at === 0 ? '' : ' '
    if (part.kind === 'kept') return html`${gap}${part.words}`
    return part.kind === 'gone' ? html`${gap}<del>${part.words}</del>` : html`${gap}<ins>${part.words}</ins>`
  })
}

export function changesPage({ face }: Desktop, found: Changes): string {
  const { t, language } = face.words
  const { document, earlier, changes, shaken } = found
  const link = (id: string, label: string): Markup =>
    html`<a href="/${language}/desk/documents/${id}">${label}</a>`
  const heading =
    earlier === null
      ? t('changes.first')
      : changes.length === 0
        ? t('changes.none')
        : t('changes.heading', { n: changes.length })
  const records =
    shaken.length === 0
      ? html`<p>${t('changes.steady')}</p>`
      : html`<h2>${t('changes.shaken', { n: shaken.length })}</h2><p>${t('changes.shaken-note')}</p><ul class="work">${shaken.map(
          (id) => html`<li><div><p><a href="/${language}/desk/records/${id}">${id}</a></p></div></li>`,
        )}</ul>`
  const top = html`<h1>${heading}</h1><p lang="${document.language}">${document.title}</p><p>${link(document.id, t('changes.later'))}${earlier && html` · ${link(earlier.id, t('changes.earlier'))}`}</p>${earlier && records}`
  const body = html`${row(t('desk.changes'), t('desk.private'), top, true)}
${changes.map((change) => row(t(`changes.${change.kind}`), '', html`<p class="passage" lang="${document.language}">${wordsOf(change)}</p>`))}`
  return frame(face, t('desk.changes'), `documents/${document.id}/changes`, body)
}
