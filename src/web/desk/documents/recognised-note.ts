/** How sure a machine was of the words it read in a picture → a note beside them, with the way to the picture. */
import type { surenessAt } from '../../../core/recognition.ts'
import { html, type Markup } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'

const fileLink = ({ face }: Desktop, document: string): Markup =>
  html`<a href="/${face.words.language}/desk/documents/${document}/file">${face.words.t('recognised.file')}</a>`

/** Of a whole report. */
export const recognisedNotice = (desktop: Desktop, document: string): Markup =>
  html`<p class="shown">${desktop.face.words.t('recognised.notice')} ${fileLink(desktop, document)}</p>`

/** Of one passage: which words to look up on the paper. */
export function recognisedNote(
  desktop: Desktop,
  document: string,
  { least, doubtful }: NonNullable<ReturnType<typeof surenessAt>>,
): Markup {
  const { t } = desktop.face.words
  const told =
    doubtful.length > 0
      ? t('recognised.doubtful', { n: doubtful.length, least })
      : t('recognised.sure', { least })
  return html`<p class="meta">${t('recognised.passage')} ${told} ${fileLink(desktop, document)}</p>`
}
