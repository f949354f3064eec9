/** The path of a file or a feed in, what it holds out: the inverse of publish/open/extent.ts and subject.ts. */
import { FREEDOMS } from '../../core/values.ts'
import type { Page } from '../../publish/links.ts'
import type { Extent } from '../../publish/open/extent.ts'
import type { Filter } from '../../publish/views.ts'

const ID = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,100}$/
const COUNTRY = /^[a-z]{2}$/

/** Where a form asks for one of the files, named in its query. */
const TAKE = 'take'

/** `/data/kz/2020-q1/incidents.csv`, or `take` with the name as `chosen`; null for what is no such address. */
export function fileAsked(
  path: string,
  filter: Filter,
  chosen: string | null = null,
): (Page & { kind: 'file' }) | null {
  const [, first, ...parts] = path.split('/')
  const last = parts.pop()
  const name = last === TAKE ? (chosen ?? 'incidents.csv') : last
  if (first !== 'data' || name === undefined || !ID.test(name)) return null
  const of = extentOf(parts, filter)
  return of && { kind: 'file', of, name }
}

function extentOf(parts: readonly string[], filter: Filter): Extent | null {
  const [one = '', two, ...more] = parts
  if (more.length > 0 || (two !== undefined && !ID.test(two))) return null
  if (one === 'i') return two === undefined ? null : { kind: 'incident', id: two }
  if (one === 'all') return two === undefined ? { kind: 'all' } : null
  if (!COUNTRY.test(one)) return null
  return two === undefined
    ? { kind: 'country', country: one, filter }
    : { kind: 'period', country: one, period: two, filter }
}

/** `kz`, `kz/law/kz-ak-488`, `kz/topic/assembly`, `case/…`. */
export function subjectAsked(parts: readonly string[]): (Page & { kind: 'feed' }) | null {
  const [one = '', two, three, ...more] = parts
  if (more.length > 0 || parts.some((part) => !ID.test(part))) return null
  if (one === 'case' || one === 'campaign')
    return two !== undefined && three === undefined ? { kind: 'feed', of: { kind: one, id: two } } : null
  if (!COUNTRY.test(one)) return null
  if (two === undefined) return { kind: 'feed', of: { kind: 'country', country: one } }
  if (three === undefined)
    return two === 'recommendations' ? { kind: 'feed', of: { kind: 'recommendations', country: one } } : null
  if (two === 'law') return { kind: 'feed', of: { kind: 'law', country: one, provision: three } }
  if (two === 'bill') return { kind: 'feed', of: { kind: 'bill', country: one, id: three } }
  const topic = FREEDOMS.find((freedom) => freedom === three)
  return two === 'topic' && topic ? { kind: 'feed', of: { kind: 'topic', country: one, topic } } : null
}
