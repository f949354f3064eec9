/** Sections that several kinds share: in brief, background, figures, what others counted. */
import { findingIn, findingsOf } from '../finding.ts'
import { said } from '../grammar/slots.ts'
import type { Block, Section } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import type { Counting } from './counting.ts'
import { billSentence, billsOf } from './law-chapter.ts'
import { leadOf } from './lead.ts'
import { paragraph, points, sentence } from './sentences.ts'
import { actsTable, freedomsTable, lawsTable } from './tables.ts'
import { toldOf } from './told.ts'

export const section = (
  id: string,
  title: string,
  blocks: readonly Block[],
  aside: string | null = null,
): Section => ({ id, title, aside, blocks })

/** Sentences of a lead are short paragraphs: what is recorded, what it comes to in people, what is known of law. */
export function brief(view: Counting, title = 'title.brief'): Section {
  const lead = leadOf(view)
  const isCount = (id: string): boolean => /^lead:(?:recorded|dated|only|freedoms)$/.test(id)
  const isPeople = (id: string): boolean => /^lead:(?:custody|persons|persons-doubt|fines|terms)$/.test(id)
  return section('brief', said(view.tell, title), [
    ...paragraph(lead.filter((one) => isCount(one.id))),
    ...paragraph(lead.filter((one) => isPeople(one.id))),
    ...paragraph(lead.filter((one) => !isCount(one.id) && !isPeople(one.id))),
  ])
}

/** What the findings of the period say, each with its rule; the first is the headline. */
export const otherFindings = (view: Counting): readonly Block[] =>
  points(
    findingsOf(view.incidents, view.pack)
      .slice(1)
      .filter((one) => one.key !== 'recorded' && one.key !== 'custody')
      .map((one) =>
        sentence(`finding:${one.key}`, findingIn(one, view.pack, view, 'proof'), [
          { kind: 'measure', id: `${view.pack.id} ${view.period.id}` },
        ]),
      ),
  )

const BEHIND: ReadonlySet<string> = new Set(['policy', 'background'])

/** True of what is told as background and in no chapter. */
export const isBackground = (one: Counting['incidents'][number]): boolean => BEHIND.has(one.fields.kind)

/** Laws and emergencies, cases that reach back, bills on their way. */
export const background = (view: Counting): Section =>
  section('background', said(view.tell, 'title.background'), [
    ...points(sewn(view.incidents.filter(isBackground)).map((one) => toldOf(one, view.pack, view))),
    ...paragraph(billsOf(view).map((one) => billSentence(one, view, 'background'))),
  ])

export const figures = (view: Counting): Section =>
  section('tables', said(view.tell, 'title.tables'), [
    ...freedomsTable(view),
    ...lawsTable(view),
    ...actsTable(view),
  ])

/** Said by others of a whole: each with its source, and never added to anything. */
export function totals(view: Counting): Section {
  const own = view.incidents.filter((one) => one.fields.kind === 'aggregate')
  return section(
    'totals',
    said(view.tell, 'title.totals'),
    own.length === 0
      ? []
      : [
          ...paragraph([sentence('totals:note', said(view.tell, 'totals.note'))]),
          ...points(own.map((one) => toldOf(one, view.pack, view))),
        ],
  )
}
