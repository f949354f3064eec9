/** A text without its notes in, the same with notes made of the public records of today out: numbered as they are met, titles of sources as they may be read now. */
import { periodOf } from '../../core/measure.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { bondKey } from '../../core/publication/text.ts'
import { notesOf } from '../../publish/drafts/notes.ts'
import type { AddressOf } from '../../publish/manuscript/kinds.ts'
import { type Bond, type Manuscript, sentencesIn } from '../../publish/manuscript/manuscript.ts'
import { numbered } from '../../publish/manuscript/numbered.ts'
import type { Store } from '../../store/connect.ts'
import { publicIncidents, publicIncidentsById } from '../../store/queries/public.ts'
import { publicProceedingsAmong } from '../../store/queries/public-proceedings.ts'
import { publicAnalyses, publicRatings } from '../../store/queries/public-state.ts'

/** Reads the public tables alone. */
type Reader = Pick<Store, 'selectFrom'>

const bondsOf = ({ sections }: Pick<Manuscript, 'sections'>): readonly Bond[] =>
  sentencesIn(sections).flatMap((one) => one.bonds)

/** Those that sentences rest on, and those of its period, which counts are of. */
export async function recordsUnder(
  store: Reader,
  manuscript: Manuscript,
  request: Readonly<Record<string, string>>,
): Promise<readonly PublicIncident[]> {
  const period = periodOf(request.period ?? '')
  const counted = period ? await publicIncidents(store, request.country ?? '', period) : []
  const known = new Set(counted.map((one) => one.id))
  const ids = bondsOf(manuscript).flatMap((one) =>
    one.kind === 'incident' && !known.has(one.id) ? [one.id] : [],
  )
  return [...counted, ...(await publicIncidentsById(store, [...new Set(ids)]))]
}

/** A note that would say nothing has no number. */
export async function withNotes(
  store: Reader,
  manuscript: Manuscript,
  view: Parameters<typeof notesOf>[1],
  addressOf: AddressOf,
): Promise<Manuscript> {
  const ids = view.incidents.map((one) => one.id)
  const cited = {
    ...view,
    proceedings: await publicProceedingsAmong(store, ids),
    ratings: await publicRatings(store, view.pack.id),
    analyses: await publicAnalyses(store, view.pack.id),
  }
  const bonds = [...new Map(bondsOf(manuscript).map((one) => [bondKey(one), one])).values()]
  const isSaid = new Set(
    notesOf(bonds, cited, addressOf).flatMap((note) =>
      note.citations.length > 0 || note.href !== null ? [bondKey(note.bond)] : [],
    ),
  )
  const { sections, order } = numbered(manuscript.sections, (bond) => isSaid.has(bondKey(bond)))
  return { ...manuscript, sections, notes: notesOf(order, cited, addressOf) }
}
