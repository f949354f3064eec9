/** The incidents of a period in, its country update as a manuscript out: a sentence for each, bound to its record and footnoted with its sources. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { FREEDOMS } from '../../core/values.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { quiltAlone, signsOf } from '../quilt/alone.ts'
import { countsOf, descriptionOf } from '../quilt/counts.ts'
import { patchesOf, patchOf, sewn } from '../quilt/patch.ts'
import { MOST } from '../quilt/quilt.ts'
import { detailOf } from '../telling/detail.ts'
import { sentenceOf } from '../telling/sentence.ts'
import { periodIn } from '../telling/when.ts'
import type { Face, UpdateView } from '../views.ts'
import { citing } from './cite.ts'
import type { AddressOf, Drafter } from './kinds.ts'
import { type Bond, type Figure, type Note, words as saying } from './manuscript.ts'
import { numbered } from './numbered.ts'

export const SECTIONS = [...FREEDOMS, 'positive'] as const
type SectionId = (typeof SECTIONS)[number]

/** Each incident stands once: good news apart, the rest under the first freedom it touches. */
export function sectionOf(incident: PublicIncident, view: Pick<UpdateView, 'codebook'>): SectionId {
  if (patchOf(incident, view.codebook).gravity === 'star') return 'positive'
  const own = incident.fields.freedoms.map((shown) => shown.value)
  return FREEDOMS.find((freedom) => own.includes(freedom)) ?? 'other'
}

/** `addressOf`: of a record, for the note that leads to it. */
export const updateManuscript: Drafter<Omit<UpdateView, 'typesets'>> = (view, addressOf) => {
  const { words, pack, period, incidents, codebook, tell } = view
  const finding = findingsOf(incidents, pack)[0]
  const told = sewn(incidents)
  const bySection = Map.groupBy(told, (one) => sectionOf(one, view))
  const { sections, order } = numbered(
    SECTIONS.flatMap((id) => {
      const own = bySection.get(id) ?? []
      if (own.length === 0) return []
      const points = own.map((one) => ({
        id: `told:${one.id}`,
        runs: [
          saying([sentenceOf(one, codebook, tell), detailOf(one, pack, view)].filter(Boolean).join(' ')),
        ],
        bonds: [{ kind: 'incident' as const, id: one.id }],
      }))
      return [
        {
          id,
          title: words.t(`face.section.${id}`),
          aside: words.t('face.incidents', { n: own.length }),
          blocks: [{ kind: 'points' as const, points }],
        },
      ]
    }),
  )
  return {
    language: words.language,
    kind: words.t('face.update'),
    subject: `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`,
    title: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
    summary: finding ? findingIn(finding, pack, view, 'proof') : null,
    figure: figureOf(view),
    sections,
    notes: notesOf(order, new Map(told.map((one) => [one.id, one])), view, addressOf),
    colophon: colophonOf(told, view),
  }
}

/** The same cloth as on the page of the period. */
function figureOf({
  incidents,
  codebook,
  words,
}: Pick<UpdateView, 'incidents' | 'codebook' | 'words'>): Figure | null {
  const patches = patchesOf(incidents, codebook)
  if (patches.length === 0) return null
  const shown = patches.slice(-MOST)
  const left = patches.length - shown.length
  const isTold = shown.some((one) => one.basting === null)
  const counts = countsOf(shown)
  return {
    svg: quiltAlone(shown),
    signs: signsOf(counts, words),
    alt: descriptionOf(counts, words),
    caption: [
      words.t('quilt.one-patch'),
      words.t('face.quilt.caption'),
      ...(isTold ? [] : [words.t('face.quilt.one-witness')]),
      ...(left > 0 ? [words.t('face.quilt.left-out', { n: left })] : []),
    ].join(' '),
  }
}

function notesOf(
  order: readonly Bond[],
  incidents: ReadonlyMap<string, PublicIncident>,
  { words, tell }: Face,
  addressOf: AddressOf,
): readonly Note[] {
  const cite = citing(words, tell)
  return order.map((bond, index) => ({
    number: index + 1,
    citations: [...new Set((incidents.get(bond.id)?.sources ?? []).map((source) => cite(index + 1, source)))],
    href: addressOf({ kind: 'incident', id: bond.id }),
    bond,
  }))
}

function colophonOf(incidents: readonly PublicIncident[], { words }: Face): readonly string[] {
  const isAnyHeldBack = incidents.some((one) => one.withheld.length > 0)
  return [
    words.t('manuscript.from-records'),
    ...(isAnyHeldBack ? [words.t('manuscript.held-back')] : []),
    ...(words.unreviewed ? [words.t('language.unreviewed')] : []),
    words.t('footer.licence'),
  ]
}
