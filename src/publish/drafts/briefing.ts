/** The records of a period in, a briefing out: summary, law, a chapter for each freedom, timeline, cases, what people said, conclusion, recommendations, register. */
import { labelIn } from '../../core/language.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { said } from '../grammar/slots.ts'
import type { Drafter, Material } from '../manuscript/kinds.ts'
import type { Block, Section } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { witnessesOf } from '../sections/collectors.ts'
import { dateOf, periodIn } from '../telling/when.ts'
import { asksOf } from './analyses.ts'
import { chapterIntro, chaptersOf } from './chapters.ts'
import { finished } from './finished.ts'
import { caseBox } from './journeys.ts'
import { lawChapter } from './law-chapter.ts'
import { doubtOf, leadOf, singles } from './lead.ts'
import { background, brief, figures, isBackground, otherFindings, section, totals } from './parts.ts'
import { quiltFigure } from './quilt-figure.ts'
import { testimoniesOf } from './quotes.ts'
import { heading, paragraph, points, rows, sentence } from './sentences.ts'
import { register } from './tables.ts'
import { timelineBox } from './timeline.ts'
import { toldOf } from './told.ts'
import { monthsTable, regionsTable } from './where-tables.ts'

const MOST_CASES = 12

export const briefingManuscript: Drafter = (view, addressOf) => {
  const { words, tell, pack, period, incidents } = view
  const finding = findingsOf(incidents, pack)[0]
  const single = sewn(incidents).filter((one) => !isBackground(one))
  const begun = {
    kind: said(tell, 'kind.briefing'),
    subject: `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`,
    title: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
    summary: finding ? findingIn(finding, pack, view, 'proof') : null,
    figure: quiltFigure(view),
  }
  const summary = brief(view, 'title.summary')
  const sections: readonly Section[] = [
    { ...summary, blocks: [...summary.blocks, ...otherFindings(view)] },
    section('about', said(tell, 'title.about'), paragraph(doubtOf(view))),
    background(view),
    section('timeline', said(tell, 'title.timeline'), timelineBox(view)),
    lawChapter(view),
    ...chaptersOf(single, view, (id, own) => [...chapterIntro(id, view), ...byMonth(own, view)]),
    section('cases', said(tell, 'title.cases'), casesOf(view)),
    section('testimonies', said(tell, 'title.testimonies'), testimoniesOf(view)),
    totals(view),
    figures(view),
    section('where', said(tell, 'title.where'), [...regionsTable(view), ...monthsTable(view)]),
    section('conclusion', said(tell, 'title.conclusion'), conclusionOf(view)),
    section('asks', said(tell, 'title.asks'), asksOf(view)),
    section('register', said(tell, 'title.register'), register(view)),
  ]
  return finished(begun, sections, view, addressOf)
}

/** Under the month in which each may have begun; what has no month stands first. */
function byMonth(own: readonly PublicIncident[], view: Material): readonly Block[] {
  const months = Map.groupBy(own, (one) => (dateOf(one).from ?? dateOf(one).to ?? '').slice(0, 7))
  return [...months].flatMap(([month, some]) => [
    heading(
      month === ''
        ? said(view.tell, 'cell.unknown')
        : periodIn(`${month}-01`, `${month}-28`, view.words.language),
    ),
    ...points(some.map((one) => toldOf(one, view.pack, view))),
  ])
}

/** Those of people who may be named first: a reader knows them. */
function casesOf(view: Material): readonly Block[] {
  const named = (one: Material['proceedings'][number]): number => (one.person.kind === 'named' ? 0 : 1)
  return view.proceedings
    .toSorted((a, b) => named(a) - named(b))
    .slice(0, MOST_CASES)
    .map((one) => caseBox(one, view.pack, view))
}

/** No new word: what the summary proved, and how much of it rests on what. */
function conclusionOf(view: Material): readonly Block[] {
  const { tell, pack, period, incidents } = view
  const own = singles(incidents)
  const found = leadOf(view).filter((one) => one.id === 'lead:custody' || one.id === 'lead:law')
  const all = rows({ country: pack.id, period: period.id })
  return paragraph([
    ...found.map((one) => ({ ...one, id: one.id.replace('lead', 'conclusion') })),
    sentence(
      'conclusion:known',
      said(tell, 'conclusion.known', { of: own.length, n: witnessesOf(own).length }),
      [all],
    ),
  ])
}
