/** A passage in, what can be said of it besides its values out: no incident, two incidents, one with the next, or taken back. */
import { html, type Markup, type Piece } from '../../../publish/markup.ts'
import type { PassageView } from '../../../usecases/review/read-passage.ts'
import { row as section } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'

export function passageActions(desktop: Desktop, view: PassageView): Piece {
  const { t } = desktop.face.words
  const { passage, passages, begins } = view
  const isOpen = passage.state === 'open'
  const next = passages[passages.findIndex((one) => one.key === passage.key) + 1]
  const mayMerge = isOpen && next?.state === 'open' && next.said === null && passage.said === null
  const forms = [
    isOpen && said(desktop, view, 'rejected', why(desktop, true), t('review.reject')),
    isOpen && begins.length > 0 && said(desktop, view, 'split', sentences(desktop, view), t('review.split')),
    mayMerge &&
      said(
        desktop,
        view,
        'merged',
        html`<input type="hidden" name="with" value="${next.key}"><label>${t('review.merge.with', { key: next.key })}</label>`,
        t('review.merge'),
      ),
    undoForm(desktop, view),
  ].filter(Boolean)
  return forms.length > 0 && section(t('review.else'), t('review.else.note'), forms)
}

const why = ({ face }: Desktop, required: boolean): Markup =>
  html`<label>${face.words.t('work.why')}${required && ' *'}<br><input name="why" maxlength="500" autocomplete="off"${required && html` required`}></label>`

const sentences = ({ face }: Desktop, { document, begins }: PassageView): Markup =>
  html`<label>${face.words.t('review.split.where')}<br><select name="begins">${begins.map((span) => html`<option value="${span.start}">${document.text.slice(span.start, span.start + 70).replace(/\s+/g, ' ')}</option>`)}</select></label>`

function said(
  { face }: Desktop,
  { document, passage, seen }: Pick<PassageView, 'document' | 'passage' | 'seen'>,
  verdict: string,
  fields: Piece,
  label: string,
  key = passage.key,
): Markup {
  return html`<form method="post" action="/${face.words.language}/desk/documents/${document.id}/${key}/said">${tokenField(face)}<input type="hidden" name="verdict" value="${verdict}"><input type="hidden" name="seen" value="${seen}"><p class="fields">${fields} <button type="submit" class="quiet" data-said="${verdict}">${label}</button></p></form>
`
}

/** What was said of this passage, or the cut it came from while nothing was said of its pieces. */
export function undoForm(desktop: Desktop, view: Pick<PassageView, 'document' | 'passage' | 'seen'>): Piece {
  const { t } = desktop.face.words
  const { passage } = view
  if (passage.said !== null)
    return (
      (passage.said.verdict === 'rejected' || passage.said.incident !== null) &&
      said(
        desktop,
        view,
        'undone',
        passage.said.verdict === 'decided' && why(desktop, true),
        t(`review.undo.${passage.said.verdict === 'decided' ? 'decided' : 'rejected'}`),
      )
    )
  const { cut } = passage
  return (
    passage.state === 'open' &&
    cut !== null &&
    said(
      desktop,
      { ...view, seen: cut.event },
      'undone',
      false,
      t(`review.undo.${cut.verdict === 'split' ? 'split' : 'merged'}`),
      cut.key,
    )
  )
}
