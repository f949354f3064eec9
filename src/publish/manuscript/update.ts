/** The incidents of a period in, its country update as a manuscript out: a sentence for each, bound to its record and footnoted with its sources. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { href } from '../links.ts'
import { patchOf, sewn } from '../quilt/patch.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { periodIn } from '../telling/when.ts'
import type { UpdateView } from '../views.ts'
import { citing } from './cite.ts'
import { type Manuscript, type Note, numbered } from './manuscript.ts'

export const SECTIONS = [...FREEDOMS, 'positive'] as const
type SectionId = (typeof SECTIONS)[number]

/** Each incident stands once: good news apart, the rest under the first freedom it touches. */
export function sectionOf(incident: PublicIncident, view: Pick<UpdateView, 'codebook'>): SectionId {
  if (patchOf(incident, view.codebook).gravity === 'star') return 'positive'
  const own = incident.fields.freedoms.map((shown) => shown.value)
  return FREEDOMS.find((freedom) => own.includes(freedom)) ?? 'other'
}

export function updateManuscript(view: UpdateView): Manuscript {
  const { words, pack, period, incidents, codebook, tell } = view
  const finding = findingsOf(incidents, pack)[0]
  const told = sewn(incidents)
  const bySection = Map.groupBy(told, (one) => sectionOf(one, view))
  const { sections, order } = numbered(
    SECTIONS.flatMap((id) => {
      const n = bySection.get(id)?.length ?? 0
      return n === 0
        ? []
        : [{ id, title: words.t(`face.section.${id}`), aside: words.t('face.incidents', { n }) }]
    }),
    (id) =>
      (bySection.get(id as SectionId) ?? []).map((one) => ({
        incident: one.id,
        text: sentenceOf(one, codebook, tell),
      })),
  )
  return {
    language: words.language,
    kind: words.t('face.update'),
    subject: `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`,
    title: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
    summary: finding ? findingIn(finding, pack, view, 'proof') : null,
    sections,
    notes: notesOf(order, new Map(told.map((one) => [one.id, one])), view),
    colophon: colophonOf(told, view),
  }
}

function notesOf(
  order: readonly string[],
  incidents: ReadonlyMap<string, PublicIncident>,
  { words, tell, site }: UpdateView,
): readonly Note[] {
  const cite = citing(words, tell)
  return order.map((incident, index) => ({
    number: index + 1,
    citations: [
      ...new Set((incidents.get(incident)?.sources ?? []).map((source) => cite(index + 1, source))),
    ],
    href: href(site, words.language, { kind: 'incident', id: incident }),
    incident,
  }))
}

function colophonOf(incidents: readonly PublicIncident[], { words }: UpdateView): readonly string[] {
  const isAnyHeldBack = incidents.some((one) => one.withheld.length > 0)
  return [
    words.t('manuscript.from-records'),
    ...(isAnyHeldBack ? [words.t('manuscript.held-back')] : []),
    ...(words.unreviewed ? [words.t('language.unreviewed')] : []),
    words.t('footer.licence'),
  ]
}
