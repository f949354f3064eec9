/** A person who may be named, or a legal journey, in, its profile out: where it stands, what happened, charges, course, days held, analysis, what is asked. */
import { daysHeld } from '../../core/cases/days-held.ts'
import { said } from '../grammar/slots.ts'
import type { Drafter, Material } from '../manuscript/kinds.ts'
import type { Block, Section } from '../manuscript/manuscript.ts'
import { sewn } from '../quilt/patch.ts'
import { heldIn } from '../sections/held.ts'
import { titleOf } from '../telling/title.ts'
import { shownName } from '../telling/who.ts'
import { analysisBox, asksOf, missing } from './analyses.ts'
import { finished } from './finished.ts'
import { chargesOf, courseOf, nameOf, nowOf, standingSentences } from './journeys.ts'
import { section } from './parts.ts'
import { quiltFigure } from './quilt-figure.ts'
import { testimoniesOf } from './quotes.ts'
import { bondTo, heading, paragraph, points, sentence } from './sentences.ts'
import { toldOf } from './told.ts'

export const caseManuscript: Drafter = (view, addressOf) => {
  const { tell, pack, incidents, proceedings, codebook } = view
  const name = caseName(view)
  const newest = sewn(incidents).at(-1)
  const now = nowOf(proceedings, pack, view) ?? (newest ? titleOf(newest, codebook, tell) : null)
  const begun = {
    kind: said(tell, 'kind.case'),
    subject: name,
    title: now === null ? name : said(tell, 'case.title', { name, now }),
    summary: said(tell, 'case.summary', {
      ...{ n: incidents.length, stages: proceedings.reduce((sum, one) => sum + one.stages.length, 0) },
    }),
    figure: quiltFigure(view),
  }
  const sections: readonly Section[] = [
    section('standing', said(tell, 'title.standing'), standingOf(view)),
    section(
      'happened',
      said(tell, 'title.happened'),
      points(sewn(incidents).map((one) => toldOf(one, pack, view))),
    ),
    section('charges', said(tell, 'title.charges'), chargesSection(view)),
    section('course', said(tell, 'title.course'), courseSection(view)),
    section('held', said(tell, 'title.held'), heldSection(view)),
    section('analyses', said(tell, 'title.analyses'), analysesSection(view)),
    section('testimonies', said(tell, 'title.testimonies'), testimoniesOf(view)),
    section(
      'asks',
      said(tell, 'title.asked'),
      ownAnalyses(view).some((one) => one.asks.length > 0)
        ? asksOf(view, ownAnalyses(view))
        : [missing(view, 'title.asked', 'asks', said(tell, 'case.no-asks'))],
    ),
  ]
  return finished(begun, sections, view, addressOf)
}

/** As shown in the incidents, or in the journey; nobody who is held back is pointed at. */
export function caseName({ asked, incidents, proceedings, words, tell }: Material): string {
  const [first] = proceedings
  if (first) return nameOf(first, { tell, words })
  const of = asked.kind === 'case' ? asked.of : ''
  const shown = incidents
    .flatMap((one) => one.fields.people.map(({ value }) => value))
    .find((one) => one.kind === 'named' && one.id === of)
  return (shown && shownName(shown, words.language)) ?? said(tell, 'case.unnamed')
}

function standingOf(view: Material): readonly Block[] {
  const told = standingSentences(view.proceedings, view.pack, view, 'standing')
  return told.length > 0
    ? paragraph(told)
    : paragraph([sentence('standing:no-end', said(view.tell, 'case.no-end'))])
}

const chargesSection = (view: Material): readonly Block[] =>
  view.proceedings.length === 0
    ? [missing(view, 'title.charges', 'charges', said(view.tell, 'case.no-charge'))]
    : points(view.proceedings.flatMap((one) => chargesOf(one, view)))

function courseSection(view: Material): readonly Block[] {
  const { proceedings, words, pack } = view
  return proceedings.flatMap((one, at) => [
    ...(proceedings.length > 1 ? [heading(words.t('person.case', { n: at + 1 }))] : []),
    courseOf(one, pack, view),
  ])
}

/** The same sum as on the page of the person, with the same doubt. */
function heldSection(view: Material): readonly Block[] {
  const { proceedings, incidents, words } = view
  if (proceedings.length === 0) return []
  const acts = new Map(incidents.map((one) => [one.id, new Set(one.fields.acts.map((act) => act.value))]))
  const held = daysHeld(
    proceedings.flatMap((one) => one.stages),
    (stage) => acts.get(stage.incident ?? '') ?? new Set(),
  )
  const bonds = bondTo('proceeding', ...proceedings.map((one) => one.id))
  return paragraph([
    sentence('held:days', `${heldIn(held, view)}.`, bonds),
    sentence('held:never-zero', words.t('person.held.never-zero')),
  ])
}

/** Of its incidents, and of the provisions under which it was charged. */
function ownAnalyses({ analyses, incidents, proceedings }: Material): Material['analyses'] {
  const laws = new Set(proceedings.flatMap((one) => one.charges.flatMap((law) => law.provision ?? [])))
  return analyses.filter(({ of }) =>
    'incident' in of ? incidents.some((one) => one.id === of.incident) : laws.has(of.law),
  )
}

function analysesSection(view: Material): readonly Block[] {
  const own = ownAnalyses(view)
  return own.length > 0
    ? own.map((one) => analysisBox(one, view))
    : paragraph([sentence('analysis:none', said(view.tell, 'analysis.none'))])
}
