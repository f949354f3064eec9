/** The incidents of a thing in, one page of them out, newest first, with the way to the others. */
import type { PublicIncident } from '../../core/public-record.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { row } from '../pages/parts.ts'
import { shapes } from '../quilt/draw.ts'
import type { Face } from '../views.ts'
import { incidentList } from './list.ts'

/** Rows on one page. */
export const PER_PAGE = 50

type Turning = { readonly page: number; readonly to: (page: number) => Page }

/** `incidents` by date. A page past the last is the last. */
export function thingList(
  incidents: readonly PublicIncident[],
  { page: asked, to }: Turning,
  label: string,
  heading: string,
  face: Face,
  note: Piece = '',
): Markup {
  const { words, site } = face
  const pages = Math.max(1, Math.ceil(incidents.length / PER_PAGE))
  const page = Math.min(asked, pages)
  const shown = incidents.toReversed().slice((page - 1) * PER_PAGE, page * PER_PAGE)
  const turn = (n: number, text: string, rel: string): Piece =>
    n >= 1 &&
    n <= pages &&
    html`<li><a rel="${rel}" href="${href(site, words.language, to(n))}">${text}</a></li>`
  return row(
    'u',
    label,
    note,
    heading,
    shown.length === 0
      ? html`<p>${words.t('face.recorded-only')}</p>`
      : html`${shapes(false)}${incidentList(shown, face)}${
          pages > 1 &&
          html`<nav class="pages" aria-label="${words.t('face.nav.pages')}"><ul>${turn(page - 1, words.t('nav.previous'), 'prev')}<li>${words.t('face.pages.here', { page, pages })}</li>${turn(page + 1, words.t('nav.next'), 'next')}</ul></nav>`
        }`,
  )
}
