/** A text on its way out of the house and back as a page: the file to edit without a network, and what became of one that came back. */
import { html } from '../../../publish/markup.ts'
import { piecesOf } from '../../../publish/writing/compare.ts'
import type { BroughtBack } from '../../../usecases/writing/bring-back.ts'
import type { PublicationRead } from '../../../usecases/writing/read-publication.ts'
import { button, row as section, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'
import { marked } from './marked.ts'
import { standing, stepsOf } from './steps.ts'

export function filePage(
  desktop: Desktop,
  read: PublicationRead,
  { back, faults }: { readonly back: BroughtBack | null; readonly faults: readonly string[] },
): string {
  const { face } = desktop
  const { t, language } = face.words
  const { row } = read
  const body = [
    section(
      t('write.place.file'),
      standing(desktop, read),
      html`<h1>${back ? t('write.file.back', { n: back.changed }) : t('write.file.heading')}</h1>${stepsOf(desktop, read, '/file')}${wrong(faults)}${back?.isOrderKept && html`<p>${t('write.file.order')}</p>`}<p>${t('write.file.how')}</p><p><a href="/${language}/desk/write/${row.id}/text.md" download>${t('write.file.take')}</a></p>`,
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
    section(
      t('write.file.bring'),
      t('write.file.bring.note'),
      html`<form method="post" action="/${language}/desk/write/${row.id}/file" enctype="multipart/form-data">${tokenField(face)}<p><label>${t('write.file.choose')}<br><input type="file" name="file" accept=".md,.txt,text/markdown,text/plain" required></label></p>${button(t('write.file.bring'))}</form>`,
    ),
  ]
  return frame(face, t('write.place.file'), `write/${row.id}/file`, body)
}
