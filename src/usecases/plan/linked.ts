/** What a plan rests on in; for each line of it the page of the workspace that answers to its number out, where whoever asks may open it. */
import { Refusal } from '../../core/faults.ts'
import type { Language } from '../../core/language.ts'
import { linesOf, type Plan, said } from '../../core/plan/plan.ts'
import { readCampaign } from '../act/campaigns.ts'
import type { Context } from '../context.ts'
import { readRecord } from '../read-records.ts'
import { readRecommendation } from '../recommendations/save-recommendation.ts'
import { readCard } from '../teach/review-cards.ts'

/** Line → address below `/<language>/desk/`; null: nothing that they may open is called so, and no more is told. */
export async function linkedPages(
  context: Context,
  plan: Plan,
  language: Language,
): Promise<ReadonlyMap<string, string | null>> {
  const found = new Map<string, string | null>()
  for (const line of linesOf(plan, 'link')) {
    const number = said(line, 'of').trim()
    if (number !== '') found.set(line.id, await pageOf(context, said(line, 'kind'), number, language))
  }
  return found
}

async function pageOf(
  context: Context,
  kind: string,
  number: string,
  language: Language,
): Promise<string | null> {
  switch (kind) {
    case 'incident':
      return ifThere(readRecord(context, number), `records/${number}`)
    case 'campaign':
      return ifThere(readCampaign(context, number), `campaigns/${number}`)
    case 'recommendation':
      return ifThere(readRecommendation(context, number), `recommendations/${number}`)
    case 'card':
      return cardPage(context, number, language)
    default:
      return null
  }
}

/** `CC-274`, of whichever country has it, or `kz/CC-274`. */
async function cardPage(context: Context, number: string, language: Language): Promise<string | null> {
  const asked = number.includes('/')
    ? [number]
    : [...context.knowledge.packs.keys()].map((country) => `${country}/${number}`)
  for (const one of asked) {
    const page = await ifThere(readCard(context, `${one}/${language}`), `cards/${one}/${language}`)
    if (page !== null) return page
  }
  return null
}

async function ifThere(read: Promise<unknown>, page: string): Promise<string | null> {
  try {
    await read
    return page
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
