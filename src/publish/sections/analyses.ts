/** Legal analyses of a law in, what each step of their test finds and what is asked out; without one nothing is said of it. */
import type { PublicAnalysis } from '../../core/analysis.ts'
import { said } from '../grammar/slots.ts'
import { uncapital } from '../grammar/time.ts'
import { html, type Markup, type Piece } from '../markup.ts'
import { labelled, row } from '../pages/parts.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

const passageIn = ({ passage }: PublicAnalysis['steps'][number]): Piece =>
  passage !== null && html` <span class="meta">${passage.title}, ${passage.place}</span>`

function one(analysis: PublicAnalysis, { tell, words, codebook }: Face): Markup {
  const standard = codebook.standards.get(analysis.standard)
  const when = dayIn(analysis.on, words.language)
  const finding = uncapital(said(tell, `verdict.${analysis.finding}`))
  const steps = analysis.steps.map(
    (step) =>
      html`<div><dt>${said(tell, `step.${step.step}`)}</dt><dd><b>${said(tell, `finding.${step.finding}`)}.</b> ${labelled(step.reason, words)}${passageIn(step)}</dd></div>
`,
  )
  const asks = analysis.asks.flatMap(({ to, text }) => {
    const addressee = codebook.addressees.get(to)
    return addressee ? [html`<li>${labelled(addressee.name, words)}: ${labelled(text, words)}</li>`] : []
  })
  return html`<h3 id="${analysis.id}">${standard ? labelled(standard.name, words) : analysis.standard}</h3><p>${said(tell, 'analysis.finding', { finding })}</p><dl class="vals">${steps}</dl>${asks.length > 0 && html`<ul class="told">${asks}</ul>`}<p class="meta">${analysis.author === null ? said(tell, 'analysis.by-unnamed', { when }) : said(tell, 'analysis.by', { who: analysis.author, when })}</p>`
}

export const analysesSection = (analyses: readonly PublicAnalysis[], face: Face): Piece =>
  analyses.length > 0 &&
  row(
    'a',
    said(face.tell, 'title.analyses'),
    face.words.t('law.not-advice'),
    said(face.tell, 'title.analyses'),
    analyses.map((analysis) => one(analysis, face)),
  )
