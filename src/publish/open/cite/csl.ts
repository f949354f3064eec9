/** A public incident in, how to cite it out, as CSL-JSON: whoever collected it is named first, and this site as where it stands. */
import { nameUuid } from '../../../core/name-uuid.ts'
import type { PublicIncident } from '../../../core/public-record.ts'
import { titleOf } from '../../telling/title.ts'
import { newestOf } from '../data-package.ts'
import { type OpenView, pageOf } from '../view.ts'

/** Names of bodies, which are not turned round. */
export type CslItem = {
  readonly id: string
  readonly type: 'webpage'
  readonly title: string
  readonly author: readonly { readonly literal: string }[]
  readonly 'container-title': string
  readonly publisher: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly URL?: string
  /** When it was read, where somebody said so. */
  readonly accessed?: { readonly 'date-parts': readonly (readonly number[])[] }
  /** Left out where there is none, as of a source that is not ours. */
  readonly version?: string
  readonly language: string
  readonly note: string
}

/** What formats without a field for it say of the version. */
export const noteOf = ({ note, version }: Pick<CslItem, 'note' | 'version'>): string =>
  [note, version === undefined ? '' : `version ${version}`].filter((part) => part !== '').join(', ')

const SITE = 'Aigaq'

/** Collectors in the order of the sources; a publisher where nobody said who collected; this site where neither is shown. */
export function authorsOf({ sources }: Pick<PublicIncident, 'sources'>): readonly string[] {
  const names = sources.flatMap((one) => one.collector ?? one.publisher ?? [])
  return names.length === 0 ? [SITE] : [...new Set(names)]
}

const partsOf = (day: string): readonly number[] => day.split('-').map(Number)

/** The year is that of the newest decision on the record: what is cited is the version that was read. */
export function cslOf(incident: PublicIncident, view: Pick<OpenView, 'faces'>): CslItem {
  const { codebook, tell } = view.faces.en
  const updated = newestOf({ incidents: [incident] })
  const page = pageOf(view, incident.id)
  return {
    id: incident.id,
    type: 'webpage',
    title: titleOf(incident, codebook, tell),
    author: authorsOf(incident).map((literal) => ({ literal })),
    'container-title': SITE,
    publisher: SITE,
    ...(updated !== null && { issued: { 'date-parts': [partsOf(updated)] } }),
    ...(/^https?:/.test(page) && { URL: page }),
    version: String(incident.version),
    language: 'en',
    note: nameUuid(`i/${incident.id}`),
  }
}

export const cslJson = (view: OpenView): unknown => view.incidents.map((one) => cslOf(one, view))
