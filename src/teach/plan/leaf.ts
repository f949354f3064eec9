/** A plan and the order of a funder in, the application as it is told out. */
import type { PlanBlock, PlanBlockName, PlanLeaf } from '../../core/plan/application.ts'
import { budgetOf } from '../../core/plan/money.ts'
import { linesOf, oneOf, said } from '../../core/plan/plan.ts'
import { isDay } from '../../core/plan/points-of-field.ts'
import { wordsIn } from '../../core/readability/sentences.ts'
import { harm, links, partners, risks } from './care.ts'
import type { PlanGiven } from './given.ts'
import { audiences, byAudience, messages, prototypes } from './people.ts'
import { frame, goal, objectives, problem, tree } from './why.ts'
import { activities, budget, weeks } from './work.ts'

const TELL: Readonly<Record<PlanBlockName, (given: PlanGiven) => readonly PlanBlock[]>> = {
  ...{ problem, tree, goal, objectives, frame, audiences, messages, 'by-audience': byAudience },
  ...{ prototypes, activities, weeks, budget, risks, harm, partners, links },
}

/** As a funder counts: what was written, not labels, captions and drawings. */
function wordsOf(block: PlanBlock): number {
  const count = (texts: readonly string[]): number => texts.reduce((all, one) => all + wordsIn(one).length, 0)
  switch (block.kind) {
    case 'text':
      return count([block.text])
    case 'points':
      return count(block.points)
    case 'fields':
      return count(block.fields.flatMap((one) => (one.isMissing ? [] : [one.text])))
    case 'table':
      return count(block.rows.flat())
    default:
      return 0
  }
}

function subjectOf({ plan, words, day, money }: PlanGiven): string {
  const front = oneOf(plan, 'front')
  const [from, to, currency] = [said(front, 'from'), said(front, 'to'), said(front, 'currency')]
  const { asked, open } = budgetOf(plan)
  const sum = money(asked, currency)
  const isPriced = linesOf(plan, 'budget').length > open
  return [
    said(front, 'applicant'),
    said(front, 'funder'),
    isDay(from) && isDay(to) ? `${day(from)} – ${day(to)}` : '',
    isPriced ? (open === 0 ? sum : words.t('plan.leaf.at-least', { sum })) : '',
  ]
    .filter((one) => one !== '')
    .join(' · ')
}

/** The words that the funder prescribes, or the usual ones where both names are known. */
function disclaimerOf({ plan, application, words }: PlanGiven): readonly string[] {
  const front = oneOf(plan, 'front')
  const [own, funder, applicant] = ['disclaimer', 'funder', 'applicant'].map((id) => said(front, id))
  if (own) return [own]
  if (!funder || !applicant) return []
  const told = application.disclaimer[words.language]
  return [told.replaceAll('{funder}', () => funder).replaceAll('{applicant}', () => applicant)]
}

export function planLeaf(given: PlanGiven): PlanLeaf {
  const { plan, application, words, open } = given
  const { language, t } = words
  const title = said(oneOf(plan, 'front'), 'title')
  const summary = said(oneOf(plan, 'goal'), 'text')
  return {
    language,
    kind: t('plan.leaf.kind', { form: application.name[language] }),
    title: title === '' ? t('plan.leaf.untitled') : title,
    subject: subjectOf(given),
    summary: summary === '' ? null : summary,
    sections: application.sections.map(({ id, title: heading, holds, words: most }) => {
      const blocks = holds.flatMap((one) => TELL[one](given))
      const n = blocks.reduce((all, one) => all + wordsOf(one), 0)
      return {
        ...{ id, title: heading[language], blocks },
        aside: most === null ? null : t('plan.leaf.words', { n, most }),
        isTooLong: most !== null && n > most,
      }
    }),
    colophon: [...disclaimerOf(given), ...(open === 0 ? [] : [t('plan.leaf.open', { n: open })])],
  }
}
