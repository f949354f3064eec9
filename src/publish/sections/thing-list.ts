/** The incidents of a thing in, one page of them out, newest first, with the way to the others. */
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { row } from '../pages/parts.ts'
import { shapes } from '../quilt/draw.ts'
import type { Face, Paged, ThingView } from '../views.ts'
import { incidentList } from './list.ts'
import { turning } from './turning.ts'

/** Rows on one page. */
export const PER_PAGE = 50

type Listed = Face & Paged & Pick<ThingView, 'members'>

export function thingList(
  view: Listed,
  to: (page: number) => Page,
  label: string,
  heading: string,
  note: Piece = '',
): Markup {
  const { words, site } = view
  const shown = view.members.map((one) => one.incident)
  return row(
    'u',
    label,
    note,
    heading,
    shown.length === 0
      ? html`<p>${words.t('face.recorded-only')}</p>`
      : html`${shapes(false)}${incidentList(shown, view)}${turning(view, (n) => href(site, words.language, to(n)))}`,
  )
}
