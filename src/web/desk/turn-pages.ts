/** A list, what was asked of it and the page of it in, the ways to the pages beside out. Words that were looked for stand in no address: they go on as a form. */
import { html, type Markup } from '../../publish/markup.ts'
import { type DeskFace, tokenField } from './frame.ts'

export type Turning = {
  /** Below `/<language>/desk/`; looked for by words, it is `seek/` and this. */
  readonly list: string
  readonly asked: Readonly<Record<string, string>>
  readonly words: string
  /** From 1. */
  readonly page: number
  readonly isFull: boolean
}

export function turnPages(face: DeskFace, turning: Turning): Markup | false {
  const { page, isFull } = turning
  const { t } = face.words
  if (page <= 1 && !isFull) return false
  return html`<div class="pages">${page > 1 && turn(face, turning, page - 1, t('nav.previous'))}${isFull && turn(face, turning, page + 1, t('nav.next'))}</div>`
}

function turn(face: DeskFace, { list, asked, words }: Turning, to: number, text: string): Markup {
  const { language } = face.words
  const fields = { ...asked, page: String(to) }
  if (words === '')
    return html`<a href="/${language}/desk/${list}?${new URLSearchParams(fields).toString()}">${text}</a> `
  return html`<form method="post" action="/${language}/desk/seek/${list}">${tokenField(face)}${Object.entries({ ...fields, q: words }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button type="submit" class="quiet">${text}</button></form> `
}
