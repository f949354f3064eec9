/** The page of a thing asked for in, the view its renderer needs out, read from the public tables alone; null when there is no such page. */
import type { Organisation, Pack, Place } from '../../core/pack.ts'
import { parentOf } from '../../core/things.ts'
import type { Page } from '../../publish/links.ts'
import { PER_PAGE } from '../../publish/sections/thing-list.ts'
import type * as Views from '../../publish/views.ts'
import * as read from '../../store/queries/public.ts'
import { publicCampaigns } from '../../store/queries/public-campaigns.ts'
import { publicProceedingsFor } from '../../store/queries/public-proceedings.ts'
import { publicRecommendations } from '../../store/queries/public-recommendations.ts'
import { publicAnalyses } from '../../store/queries/public-state.ts'
import { countersOfThing, countOfThing, pageOfThing } from '../../store/queries/public-things.ts'
import { thingCounts } from '../../usecases/measure/of-thing.ts'
import { allTactics } from './act-views.ts'
import { cardsOn } from './card-views.ts'
import { pagesOf, type SiteContext } from './views.ts'

type Kind = 'law' | 'place' | 'body'

async function thing(
  context: SiteContext,
  face: Views.Face,
  pack: Pack,
  kind: Kind,
  id: string,
  page: number | undefined,
): Promise<Views.ThingView> {
  const asked = { kind, id, country: pack.id }
  const total = await countOfThing(context.store, asked)
  const where = pagesOf(total, PER_PAGE, page ?? 1)
  const slice = { limit: PER_PAGE, offset: (where.page - 1) * PER_PAGE }
  const members = await pageOfThing(context.store, asked, slice)
  const counts = thingCounts(await countersOfThing(context.store, asked))
  return { ...face, pack, counts, members, ...where }
}

export async function lawView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'law' },
): Promise<Views.LawView | null> {
  const pack = context.knowledge.packs.get(page.country)
  const provision = pack?.provisions.get(page.provision)
  if (!pack || !provision) return null
  const analyses = (await publicAnalyses(context.store, pack.id)).filter(
    ({ of }) => 'law' in of && (of.law === provision.id || of.law === provision.act),
  )
  const cards = await cardsOn(context, face, pack, provision.id)
  return { ...(await thing(context, face, pack, 'law', provision.id, page.page)), provision, analyses, cards }
}

/** The country as a whole has its own page, and no second one as a place. */
export async function placeView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'place' | 'body' },
): Promise<Views.PlaceView | null> {
  const pack = context.knowledge.packs.get(page.country)
  const place = pack?.places.get(page.id)
  if (!pack || !place || place.kind === 'country') return null
  const inside = [...pack.places.values()].filter((one) => parentOf(one, pack)?.id === place.id)
  const ids = inside.map((one) => one.id)
  const counts = await read.thingCounts(context.store, 'place', pack.id, ids)
  const children = inside
    .filter((one) => counts.has(one.id))
    .map((one): { place: Place; incidents: number } => ({ place: one, incidents: counts.get(one.id) ?? 0 }))
    .sort((a, b) => b.incidents - a.incidents || a.place.id.localeCompare(b.place.id))
  return {
    ...(await thing(context, face, pack, 'place', place.id, page.page)),
    ...{ place, parent: parentOf(place, pack), children },
  }
}

export async function bodyView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'place' | 'body' },
): Promise<Views.BodyView | null> {
  const pack = context.knowledge.packs.get(page.country)
  const body = pack?.organisations.get(page.id)
  if (!pack || !body) return null
  const before = chain(body, (one) => [pack.organisations.get(one.follows ?? '') ?? []].flat())
  const after = chain(body, (one) =>
    [...pack.organisations.values()].filter((next) => next.follows === one.id),
  )
  return { ...(await thing(context, face, pack, 'body', body.id, page.page)), body, before, after }
}

/** From one to the next until there is none, or it turns in a circle. */
function chain(
  from: Organisation,
  next: (one: Organisation) => readonly Organisation[],
): readonly Organisation[] {
  const found = new Set<Organisation>()
  const queue = [from]
  for (const one of queue)
    for (const other of next(one))
      if (other !== from && !found.has(other)) {
        found.add(other)
        queue.push(other)
      }
  return [...found]
}

export async function billView(
  context: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'bill' },
): Promise<Views.BillView | null> {
  const pack = context.knowledge.packs.get(page.country)
  const bill = pack?.bills.get(page.id)
  if (!pack || !bill) return null
  const changed = new Set(bill.clauses.flatMap((one) => one.provision ?? []))
  const cards = []
  for (const provision of changed) cards.push(...(await cardsOn(context, face, pack, provision)))
  return {
    ...face,
    pack,
    bill,
    cards,
    members: await read.publicIncidentsOf(context.store, 'bill', bill.id, pack.id),
  }
}

export function billsView(
  { knowledge }: SiteContext,
  face: Views.Face,
  page: Page & { kind: 'bills' },
): Views.BillsView | null {
  const pack = knowledge.packs.get(page.country)
  return pack ? { ...face, pack, bills: [...pack.bills.values()] } : null
}

/**
 * Who is struck by an incident that names them has a page, and so has who is tried, whatever their part in it. Who acts for
 * the state, or is quoted, is named there and gathered nowhere. An address of somebody withheld is answered like one that
 * means nothing.
 */
export async function personView(
  context: SiteContext,
  face: Views.Face,
  { id }: Page & { kind: 'person' },
): Promise<Views.PersonView | null> {
  const members = await read.publicIncidentsOf(context.store, 'person', id)
  const proceedings = await publicProceedingsFor(context.store, id)
  if (proceedings.length === 0 && !members.some((one) => one.parts.includes('struck'))) return null
  const shown = members.flatMap((one) => one.incident.fields.people.map(({ value }) => value))
  const named = shown.find((one) => one.kind === 'named' && one.id === id)
  if (named?.kind !== 'named') return null
  const demands = (await publicRecommendations(context.store)).filter((one) => one.people.includes(id))
  const tactics = await allTactics(context)
  const campaigns = (await publicCampaigns(context.store)).filter(
    ({ subject }) => subject.kind === 'person' && subject.person === id,
  )
  const packs = context.knowledge.packs
  return { ...face, id, name: named.name, packs, members, proceedings, tactics, campaigns, demands }
}
