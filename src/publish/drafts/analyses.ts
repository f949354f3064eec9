/** Legal analyses in, a table of the test for each and recommendations by addressee out. */
import type { PublicAnalysis } from '../../core/analysis.ts'
import type { Labels } from '../../core/language.ts'
import { said } from '../grammar/slots.ts'
import { uncapital } from '../grammar/time.ts'
import { provisionIn } from '../laws.ts'
import type { Material } from '../manuscript/kinds.ts'
import type { Block } from '../manuscript/manuscript.ts'
import { titleOf } from '../telling/title.ts'
import { bondTo, heading, paragraph, points, sentence } from './sentences.ts'

type View = Pick<Material, 'analyses' | 'pack' | 'incidents' | 'codebook' | 'tell' | 'words' | 'site'>

/** Words of a lawyer in another language are shown as what they are, and not passed off as a translation. */
export const wordsOf = (labels: Labels, { tell }: Pick<View, 'tell'>): string =>
  labels[tell.language] ?? said(tell, 'told.untold', { text: labels.en })

/** What the analysis is of, in words; an incident that is not before the reader is told by its id. */
export function subjectOf({ of }: PublicAnalysis, view: View): string {
  if ('incident' in of) {
    const found = view.incidents.find((one) => one.id === of.incident)
    return found ? titleOf(found, view.codebook, view.tell) : of.incident
  }
  const provision = view.pack.provisions.get(of.law)
  if (provision) return provisionIn(provision, view.pack, view)
  const act = view.pack.acts.get(of.law)
  return act ? (act.title[view.tell.language] ?? act.title.en) : of.law
}

export function analysisBox(one: PublicAnalysis, view: View): Block {
  const { tell, codebook } = view
  const bonds = bondTo('analysis', one.id)
  const standard = codebook.standards.get(one.standard)
  const cell = (key: string, text: string) => sentence(`analysis:${one.id}:${key}`, text, bonds)
  const when = { date: one.on }
  return {
    kind: 'box',
    title: said(tell, 'analysis.title', {
      ...{ of: subjectOf(one, view), standard: standard ? wordsOf(standard.name, view) : one.standard },
    }),
    blocks: [
      {
        kind: 'table',
        caption: said(tell, 'table.step'),
        head: ['col.step', 'col.finding', 'col.reason'].map((key) => said(tell, key)),
        rows: one.steps.map(({ step, finding, reason, passage }) => [
          cell(step, said(tell, `step.${step}`)),
          cell(`${step}:finding`, said(tell, `finding.${finding}`)),
          cell(
            `${step}:reason`,
            passage === null
              ? wordsOf(reason, view)
              : `${wordsOf(reason, view)} (${passage.title}, ${passage.place})`,
          ),
        ]),
      },
      ...paragraph([
        cell(
          'finding',
          said(tell, 'analysis.finding', { finding: uncapital(said(tell, `verdict.${one.finding}`)) }),
        ),
        cell(
          'by',
          one.author === null
            ? said(tell, 'analysis.by-unnamed', { when })
            : said(tell, 'analysis.by', { who: one.author, when }),
        ),
      ]),
    ],
  }
}

/** By addressee, in the order of the codebook; what nobody asked is said to be missing. */
export function asksOf(view: View, analyses: readonly PublicAnalysis[] = view.analyses): readonly Block[] {
  const blocks = [...view.codebook.addressees.values()].flatMap(({ id, name }) => {
    const own = analyses.flatMap((one) =>
      one.asks.flatMap((ask, at) => (ask.to === id ? [{ one, ask, at }] : [])),
    )
    if (own.length === 0) return []
    return [
      heading(said(view.tell, 'asks.to', { addressee: wordsOf(name, view) })),
      ...points(
        own.map(({ one, ask, at }) =>
          sentence(`ask:${one.id}:${at + 1}`, wordsOf(ask.text, view), bondTo('analysis', one.id)),
        ),
      ),
    ]
  })
  if (blocks.length > 0) return blocks
  return [missing(view, 'title.asks', 'asks', said(view.tell, 'asks.none'))]
}

/** A place that somebody has to fill: shown, so that nobody takes silence for completeness. */
export const missing = (
  { tell }: Pick<View, 'tell'>,
  label: string,
  id: string,
  text = said(tell, 'told.missing'),
): Block => ({
  kind: 'fields',
  fields: [{ label: said(tell, label), told: sentence(`missing:${id}`, text), isMissing: true }],
})
