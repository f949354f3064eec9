/** The calendar of a country asked for in, its view out: the days ahead that public campaigns and recommendations tell of; null where there are none. */
import { publicDays } from '../../core/act/public-days.ts'
import { labelIn } from '../../core/language.ts'
import { toldIn } from '../../publish/campaign/words.ts'
import type { CalendarView, Face } from '../../publish/views.ts'
import { publicCampaigns } from '../../store/queries/public-campaigns.ts'
import { publicRecommendations } from '../../store/queries/public-recommendations.ts'
import type { SiteContext } from './views.ts'

export async function calendarView(
  { store, knowledge }: SiteContext,
  face: Face,
  { country }: { readonly country: string },
): Promise<CalendarView | null> {
  const pack = knowledge.packs.get(country)
  if (!pack) return null
  const campaigns = await publicCampaigns(store, country)
  const demands = await publicRecommendations(store, country)
  const titles = new Map([
    ...campaigns.map((one) => [one.id, toldIn(one.title, face.words)] as const),
    ...demands.map((one) => [one.id, labelIn(one.ask, face.words.language).text] as const),
  ])
  const found = publicDays(campaigns, demands)
  return found.days.length === 0 ? null : { ...face, ...found, pack, titles }
}
