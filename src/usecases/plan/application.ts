/** A plan, an order of a funder and a language in, the application out, and the file that leaves; of links only what readers may see. */
import { refuse } from '../../core/faults.ts'
import { LANGUAGES, type Language, labelIn } from '../../core/language.ts'
import type { PlanLeaf } from '../../core/plan/application.ts'
import { moneyIn } from '../../core/plan/money-in.ts'
import { linesOf, type PlanLine, said } from '../../core/plan/plan.ts'
import type { Paper } from '../../publish/manuscript/manuscript.ts'
import { planManuscript } from '../../publish/manuscript/of-plan.ts'
import { titleOf } from '../../publish/telling/title.ts'
import { dayIn } from '../../publish/telling/when.ts'
import { publicIncident } from '../../store/queries/public.ts'
import { publicCampaign } from '../../store/queries/public-campaigns.ts'
import { publicRecommendation } from '../../store/queries/public-recommendations.ts'
import { planLeaf } from '../../teach/plan/leaf.ts'
import type { Context } from '../context.ts'
import { type Setting, setManuscript } from '../set-manuscript.ts'
import { readPlan } from './plans.ts'

/** What leaves for a funder tells of no record, campaign or demand that readers may not see. */
async function publicName(context: Context, line: PlanLine, language: Language): Promise<string | null> {
  const { house, knowledge } = context
  const id = said(line, 'of').trim()
  switch (said(line, 'kind')) {
    case 'incident': {
      const one = await publicIncident(house, id)
      return one && titleOf(one, knowledge.codebook, knowledge.tells[language])
    }
    case 'campaign': {
      const one = await publicCampaign(house, id)
      return one && (one.title[language] ?? LANGUAGES.flatMap((of) => one.title[of] ?? [])[0] ?? null)
    }
    case 'recommendation': {
      const one = await publicRecommendation(house, id)
      return one && labelIn(one.ask, language).text
    }
    case 'card': {
      const [, country, number = ''] = /^(?:([a-z]{2})\/)?(.+)$/.exec(id) ?? []
      const packs = [...knowledge.packs.values()].filter(({ id: own }) => !country || own === country)
      return packs.map((pack) => pack.cards.get(number)?.title[language]).find((one) => one) ?? null
    }
    default:
      return null
  }
}

export async function planApplication(
  context: Context,
  id: string,
  { form, language }: { readonly form: string; readonly language: Language },
): Promise<PlanLeaf> {
  const { plan, open } = await readPlan(context, id)
  const { codebook, words } = context.knowledge
  const application = codebook.applications.get(form)
  if (!application) throw refuse('record.unknown', { id: form }, form)
  const names = new Map<string, string | null>()
  for (const line of linesOf(plan, 'link')) names.set(line.id, await publicName(context, line, language))
  return planLeaf({
    ...{ plan, sheet: codebook.plan, application, words: words[language], open: open.length },
    day: (iso) => dayIn(iso, language),
    money: (hundredths, currency) => moneyIn(hundredths, currency, language),
    linked: (line) => names.get(line.id) ?? null,
  })
}

export const setApplication = (leaf: PlanLeaf, paper: Paper, setting: Setting) =>
  setManuscript(planManuscript(leaf), paper, setting)
