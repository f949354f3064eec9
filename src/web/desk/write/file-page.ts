/** A text on its way out of the house and back as a page: the file to edit without a network, the one for a partner, and what became of one that came back. */
import { html, type Markup } from '../../../publish/markup.ts'
import { piecesOf } from '../../../publish/writing/compare.ts'
import type { BroughtBack } from '../../../usecases/writing/bring-back.ts'
import type { PartnerBack } from '../../../usecases/writing/partner-file.ts'
import { hindrancesOf, type PublicationRead } from '../../../usecases/writing/read-publication.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { marked } from './marked.ts'
import { standing, stepsOf } from './steps.ts'

export type Back = BroughtBack & Partial<Pick<PartnerBack, 'untaken' | 'remarks'>>

export function filePage(
  desktop: Desktop,
  read: PublicationRead,
  { back, faults }: { readonly back: Back | null; readonly faults: readonly string[] },
): string {
  const { face } = desktop
  const { t, language } = face.words
  const { row } = read
  const body = [
    section(
      t('write.place.file'),
      standing(desktop, read),
      html`<h1>${back ? t('write.file.back', { n: back.changed }) : t('write.file.heading')}</h1>${stepsOf(desktop, read, '/file')}${wrong(faults)}${back?.isOrderKept && html`<p>${t('write.file.order')}</p>`}${(back?.remarks ?? 0) > 0 && html`<p>${t('write.file.remarks', { n: back?.remarks ?? 0 })}</p>`}<p>${t('write.file.how')}</p><p><a href="/${language}/desk/write/${row.id}/text.md" download>${t('write.file.take')}</a></p>`,
      true,
    ),
    back &&
      back.conflicts.length > 0 &&
      section(
        t('write.conflicts'),
        t('write.conflicts.note'),
        html`<ul class="work">${back.conflicts.map(
          (one) =>
            html`<li><div><p class="meta">${t('write.conflict.ours')}</p><p lang="${row.language}">${one.ours === '' ? t('write.conflict.out') : marked(piecesOf(one.base, one.ours))}</p><p class="meta">${t('write.conflict.theirs')}</p><p lang="${row.language}">${one.theirs === '' ? t('write.conflict.out') : marked(piecesOf(one.base, one.theirs))}</p><p><a href="/${language}/desk/write/${row.id}?at=${encodeURIComponent(one.id)}#at">${t('write.conflict.settle')}</a></p></div></li>
`,
        )}</ul>`,
      ),
    back?.untaken !== undefined && back.untaken.length > 0 && untakenSection(desktop, read, back.untaken),
    section(t('write.paper'), t('write.paper.note'), forPartner(desktop, read)),
    section(
      t('write.file.bring'),
      t('write.file.bring.note'),
      html`<form method="post" action="/${language}/desk/write/${row.id}/file" enctype="multipart/form-data">${tokenField(face)}<p><label>${t('write.file.choose')}<br><input type="file" name="file" accept=".md,.txt,.docx,text/markdown,text/plain" required></label></p>${button(t('write.file.bring'))}</form>`,
    ),
  ]
  return frame(face, t('write.place.file'), `write/${row.id}/file`, body)
}

/** Sentences over which nobody approves leave as a slip. */
function forPartner({ face }: Desktop, read: PublicationRead): Markup {
  const { t, language } = face.words
  const { blocking } = hindrancesOf(read)
  return html`<p>${t('write.paper.how')}</p>${blocking.length > 0 && html`<p class="doubt">${t('write.paper.held', { n: blocking.length })}</p>`}<p><a href="/${language}/desk/write/${read.row.id}/text.docx" download>${t('write.paper.take')}</a></p>`
}

const untakenSection = (
  { face }: Desktop,
  { row }: PublicationRead,
  untaken: NonNullable<Back['untaken']>,
): Markup => {
  const { t } = face.words
  return section(
    t('write.untaken'),
    t('write.untaken.note'),
    html`<ul class="work">${untaken.map(
      ({ before, after }) =>
        html`<li><div><p lang="${row.language}">${marked(piecesOf(before ?? '', after ?? ''))}</p></div></li>
`,
    )}</ul>`,
  )
}
