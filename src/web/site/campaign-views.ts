/** A campaign asked for in, the views of its pages out: its person, and the records that it names, are read anew from the public tables each time. */
import { letterTo } from '../../act/letter.ts'
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import { publicDays } from '../../core/act/public-days.ts'
import type { CampaignLetterView, CampaignsView, CampaignView } from '../../publish/campaign/view.ts'
import type { Page } from '../../publish/links.ts'
import type { Face, PersonView } from '../../publish/views.ts'
import { publicIncidentsById } from '../../store/queries/public.ts'
import { publicActions } from '../../store/queries/public-actions.ts'
import { publicCampaign, publicCampaigns } from '../../store/queries/public-campaigns.ts'
import { personView } from './thing-views.ts'
import type { SiteContext } from './views.ts'

export async function campaignView(
  context: SiteContext,
  face: Face,
  { id }: { readonly id: string },
): Promise<CampaignView | null> {
  const campaign = await publicCampaign(context.store, id)
  const pack = campaign && context.knowledge.packs.get(campaign.country)
  if (!campaign || !pack) return null
  const records = await publicIncidentsById(context.store, recordsOf(campaign))
  const actions = await publicActions(context.store, id)
  const sewn = [...campaign.patches, ...(actions?.patches ?? [])]
  return {
    ...{ ...face, pack, actions, takesPart: context.takesPart, records },
    // Patches from paper and from the site lie in one quilt: nobody can tell where one came from.
    campaign: { ...campaign, patches: sewn },
    person: await personOf(context, face, campaign),
  }
}

const personOf = async (
  context: SiteContext,
  face: Face,
  { subject }: PublicCampaign,
): Promise<PersonView | null> =>
  subject.kind === 'person' ? personView(context, face, { kind: 'person', id: subject.person }) : null

const recordsOf = ({ incidents, outcomes, subject }: PublicCampaign): readonly string[] => [
  ...new Set([
    ...(subject.kind === 'incident' ? [subject.incident] : []),
    ...incidents,
    ...outcomes.flatMap(({ source }) => (source?.kind === 'incident' ? [source.incident] : [])),
  ]),
]

export async function campaignLetterView(
  context: SiteContext,
  face: Face,
  { id, to }: Page & { kind: 'campaign-letter' },
): Promise<CampaignLetterView | null> {
  const view = await campaignView(context, face, { id })
  const authority = view?.pack.authorities.get(to)
  if (!view || !authority || !view.campaign.targets.some((one) => one.authority === to)) return null
  return { ...view, authority, letter: letterTo(view.campaign, authority, face.words) }
}

export async function campaignsView(
  context: SiteContext,
  face: Face,
  { country }: { readonly country: string },
): Promise<CampaignsView | null> {
  const pack = context.knowledge.packs.get(country)
  if (!pack) return null
  const campaigns = await publicCampaigns(context.store, country)
  const people = new Map<string, PersonView>()
  for (const one of campaigns) {
    const person = await personOf(context, face, one)
    if (person) people.set(person.id, person)
  }
  return { ...face, pack, campaigns, people, hasDays: publicDays(campaigns, []).days.length > 0 }
}
