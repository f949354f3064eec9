/** The incidents of a thing in, one page of them out, newest first, with the way to the others. */
import type { PublicIncident } from '../../core/public-record.ts'
import { href, type Page } from '../links.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { row } from '../pages/parts.ts'
import { shapes } from '../quilt/draw.ts'
import type { Face } from '../views.ts'
import { incidentList } from './list.ts'
import { turning } from './turning.ts'

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
  return row(
    'u',
    label,
    note,
    heading,
    shown.length === 0
      ? html`<p>${words.t('face.recorded-only')}</p>`
      : html`${shapes(false)}${incidentList(shown, face)}${turning({ ...face, page, pages, total: incidents.length }, (n) => href(site, words.language, to(n)))}`,
  )
}
