/** Every campaign and what is withheld today in; what readers may see of each out, made anew whenever anything is withheld. */
import { today } from '../../adapters/clock.ts'
import type { PublicCampaign } from '../../core/act/public-campaign.ts'
import type { Json } from '../../core/json.ts'
import { basesThatBind } from '../../core/person.ts'
import { projectCampaign } from '../../core/withholding/project-campaign.ts'
import type { Store } from '../../store/connect.ts'
import { type CampaignOnRecord, loadCampaigns } from '../../store/queries/campaigns.ts'
import { loadBases, loadPeople } from '../../store/queries/people.ts'
import { namedPublicly, publicIncidentsById } from '../../store/queries/public.ts'
import { personsTried } from '../../store/queries/public-proceedings.ts'
import type { PublicCampaignRow } from '../../store/tables.ts'
import { type Context, latestToday } from '../context.ts'
import { peopleAsOne, shownAs } from '../link/people-as-one.ts'
import { heldNames } from '../writing/held-names.ts'
import { namesIn } from '../writing/prints.ts'

type Reader = Pick<Store, 'selectFrom'>

export async function shownCampaigns(
  context: Pick<Context, 'knowledge' | 'clock' | 'span'>,
  house: Reader,
): Promise<readonly PublicCampaignRow[]> {
  const { codebook, packs } = context.knowledge
  const all = await loadCampaigns(house, codebook.campaigns.moves)
  if (all.length === 0) return []
  const day = today(context.clock)
  const one = await peopleAsOne(house)
  const { withNamesOfAll } = await shownAs(house, one.merged)
  const given = {
    ...{ naming: codebook.naming, today: day, shownIn: namesIn, names: await heldNames(context, house) },
    people: withNamesOfAll(await loadPeople(house)),
    bases: basesThatBind(await loadBases(house), one.bound, latestToday(context)),
    open: await openIncidents(house, all),
    tried: await personsTried(house),
    named: new Set((await namedPublicly(house, all.flatMap(subjectsOf))).keys()),
  }
  return all.flatMap((campaign) => {
    const pack = packs.get(campaign.text.country)
    const shown = pack ? projectCampaign(campaign, { ...given, pack }) : null
    return shown ? [rowOf(shown, campaign)] : []
  })
}

const subjectsOf = ({ texts }: CampaignOnRecord): readonly string[] =>
  texts.flatMap(({ content: { subject } }) => (subject.kind === 'person' ? [subject.person] : []))

async function openIncidents(house: Reader, all: readonly CampaignOnRecord[]) {
  const ids = all.flatMap(({ texts, entries }) => [
    ...texts.flatMap(({ content: { incidents, subject } }) => [
      ...incidents,
      ...(subject.kind === 'incident' ? [subject.incident] : []),
    ]),
    ...entries.flatMap(({ body }) =>
      body.kind === 'outcome' && body.source.kind === 'incident' ? [body.source.incident] : [],
    ),
  ])
  const found = await publicIncidentsById(house, [...new Set(ids)])
  return new Map(found.flatMap((one) => [one.id, ...(one.merged ?? [])].map((id) => [id, one] as const)))
}

/** What was said inside changes no day that readers see: only what they are told of does. */
function rowOf(shown: PublicCampaign, { texts }: CampaignOnRecord): PublicCampaignRow {
  const days = [
    ...shown.moves.map((one) => one.on),
    ...shown.outcomes.flatMap((one) => one.on.to ?? []),
    ...shown.deliveries.flatMap((one) => [one.on, ...one.replies.map((reply) => reply.on)]),
    shown.opened,
    texts.at(-1)?.at.slice(0, 10) ?? '',
  ]
  return {
    ...{ id: shown.id, country: shown.country, state: shown.state },
    updated: days.toSorted().at(-1) ?? shown.opened,
    body: shown as unknown as Json,
  }
}
