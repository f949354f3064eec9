/** The incidents of a period in, its country update as a manuscript out: what they come to, then a sentence for each, bound to its record and footnoted with its sources. */
import { labelIn } from '../../core/language.ts'
import { chapterIntro, chapterOf, chaptersOf } from '../drafts/chapters.ts'
import { finished } from '../drafts/finished.ts'
import { background, brief, figures, isBackground, totals } from '../drafts/parts.ts'
import { quiltFigure } from '../drafts/quilt-figure.ts'
import { points } from '../drafts/sentences.ts'
import { toldOf } from '../drafts/told.ts'
import { findingIn, findingsOf } from '../finding.ts'
import { sewn } from '../quilt/patch.ts'
import { periodIn } from '../telling/when.ts'
import type { UpdateView } from '../views.ts'
import type { Drafter } from './kinds.ts'

/** Where an incident stands in an update. */
export const sectionOf = chapterOf

/** `addressOf`: of a page, for the note that leads to it. */
export const updateManuscript: Drafter<Omit<UpdateView, 'typesets'>> = (update, addressOf) => {
  const view = { ...update, measures: update.measures ?? [] }
  const { words, pack, period, incidents } = view
  const finding = findingsOf(incidents, pack)[0]
  const single = sewn(incidents).filter((one) => !isBackground(one))
  const begun = {
    kind: words.t('face.update'),
    subject: `${labelIn(pack.name, words.language).text}, ${periodIn(period.from, period.to, words.language)}`,
    title: finding ? findingIn(finding, pack, view, 'headline') : words.t('face.nothing'),
    summary: finding ? findingIn(finding, pack, view, 'proof') : null,
    figure: quiltFigure(view),
  }
  const chapters = chaptersOf(single, view, (id, own) => [
    ...chapterIntro(id, view),
    ...points(own.map((one) => toldOf(one, pack, view))),
  ])
  const sections = [brief(view), background(view), ...chapters, totals(view), figures(view)]
  return finished(begun, sections, view, addressOf)
}
