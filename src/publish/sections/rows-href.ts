/** A filter in, the address of its rows in the period out. */
import { href } from '../links.ts'
import type { Filter, PeriodView } from '../views.ts'

export const rowsHref = (view: PeriodView, filter: Filter): string =>
  href(view.site, view.words.language, {
    kind: 'incidents',
    country: view.pack.id,
    period: view.period.id,
    filter,
    page: 1,
  })
