/** A report in, a page on which words of it that no rule proposed become a passage out: selected, or by their first and last words. */
import { html, type Piece } from '../../../publish/markup.ts'
import type { Review, ReviewPassage } from '../../../usecases/review/read-review.ts'
import { row, wrong } from '../accounts/pieces.ts'
import type { Desktop } from '../desktop.ts'
import { frame, tokenField } from '../frame.ts'

/** As much of a long report as stands on one page. */
export const STRETCH = 20_000

export type PickPage = {
  /** Where the stretch begins. */
  readonly at: number
  readonly from: string
  readonly to: string
  readonly lines: readonly string[]
}

export function pickPage(desktop: Desktop, { document, passages }: Review, page: PickPage): string {
  const { face } = desktop
  const { t, language } = face.words
  const home = `/${language}/desk/documents/${document.id}`
  const end = Math.min(document.text.length, page.at + STRETCH)
  const link = (at: number, label: string): Piece => html`<a href="${home}/new?at=${at}">${label}</a> `
  const more =
    (page.at > 0 || end < document.text.length) &&
    html`<p class="pages">${page.at > 0 && link(Math.max(0, page.at - STRETCH), t('nav.previous'))}${end < document.text.length && link(end, t('nav.next'))}</p>`
  const top = html`<h1 lang="${document.language}"><a href="${home}">${document.title}</a></h1><p>${t('hand.pick.note')}</p>${wrong(page.lines)}
<form method="post" action="${home}/new" id="pick">${tokenField(face)}<input type="hidden" name="at" value="${page.at}"><p class="fields"><label>${t('hand.from')} *<br><input name="from" value="${page.from}" required maxlength="500" autocomplete="off" spellcheck="false"></label> <label>${t('hand.to')}<br><input name="to" value="${page.to}" maxlength="500" autocomplete="off" spellcheck="false"></label> <button type="submit">${t('hand.pick.do')}</button></p></form>`
  const body = html`${row(t('hand.pick'), t('desk.private'), top, true)}
<section class="row"><div class="lab"><b>${t('review.text')}</b>${t('hand.pick.marks')}</div><div class="stack told"><div class="passage picked" lang="${document.language}">${text(desktop, { start: page.at, end }, document.text, passages)}</div>${more}</div></section>`
  return frame(face, `${t('hand.pick')} · ${document.title}`, `documents/${document.id}/new`, body, 'pick')
}

/** Words that are in a passage lead to it; the others are free. */
function text(
  { face }: Desktop,
  { start, end }: { readonly start: number; readonly end: number },
  all: string,
  passages: readonly ReviewPassage[],
): Piece {
  let at = start
  const pieces: Piece[] = []
  for (const one of [...passages].sort((a, b) => a.span.start - b.span.start)) {
    const from = Math.max(at, one.span.start)
    const to = Math.min(end, one.span.end)
    if (from >= to) continue
    const label = face.words.t('review.passage', { key: one.key })
    pieces.push(
      all.slice(at, from),
      html`<mark>${all.slice(from, to).trimEnd()}<sup><a href="${one.key}" aria-label="${label}">#${one.key}</a></sup></mark> `,
    )
    at = to
  }
  return [...pieces, all.slice(at, end)]
}
