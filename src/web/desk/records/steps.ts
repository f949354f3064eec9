/** The steps somebody may take with a record as forms, and a line that says whether it waits for them. */
import { labelIn } from '../../../core/language.ts'
import type { MoveName } from '../../../core/state.ts'
import { html, type Piece } from '../../../publish/markup.ts'
import type { Desktop } from '../desktop.ts'
import { tokenField } from '../frame.ts'
import { moveLabel } from './labels.ts'
import type { RecordView } from './record-view.ts'

/** First on the page; the button itself stands below what has to be read before it is pressed. */
export function nextLine({ face }: Desktop, view: RecordView, onward: readonly MoveName[]): Piece {
  const { t } = face.words
  const [first] = onward
  if (first)
    return html`<p class="shown">${t(`work.next.${first}`)} <a href="#step">${t('work.next.go')}</a></p>`
  if (view.waitsForAnother) return html`<p class="shown">${t('work.next.another')}</p>`
  const waits = view.row.state === 'verified' && ['missing', 'asked'].includes(view.reply)
  return (
    waits &&
    html`<p class="shown">${t('work.next.reply')} <a href="#reply">${t('work.next.go-reply')}</a></p>`
  )
}

export function moveForms(desktop: Desktop, { row }: RecordView, possible: readonly MoveName[]): Piece {
  const { face, policy } = desktop
  const { t, language } = face.words
  return possible.map((name) => {
    const rule = policy.moves.get(name)
    return html`<form method="post" action="/${language}/desk/moves">${tokenField(face)}<input type="hidden" name="ids" value="${row.id}"><input type="hidden" name="move" value="${name}">
${rule && html`<p class="meta">${labelIn(rule.reason, language).text}</p>`}<p class="fields"><label>${t('work.why')}${rule?.needsReason && ' *'}<br><input name="why" maxlength="500" autocomplete="off"${rule?.needsReason && html` required`}></label> ${name === 'correct' && html`<label class="pick"><input type="checkbox" name="tellsOld" value="yes"> ${t('work.tells-old')}</label>`} <button type="submit">${moveLabel(desktop, name)}</button></p></form>`
  })
}
