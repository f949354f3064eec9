/** What is to be drafted in, what it is drafted from out: read from the public tables alone; null when there is nothing of it. */
import type { PublicAnalysis } from '../../core/analysis.ts'
import { periodOf } from '../../core/measure.ts'
import type { PublicIncident, PublicProceeding } from '../../core/public-record.ts'
import type { PublicTestimony } from '../../core/testimony/testimony.ts'
import type { Asked, Material } from '../../publish/manuscript/kinds.ts'
import type { Face } from '../../publish/views.ts'
import type { Store } from '../../store/connect.ts'
import * as read from '../../store/queries/public.ts'
import { publicMeasures } from '../../store/queries/public-measures.ts'
import {
  publicProceeding,
  publicProceedingsAmong,
  publicProceedingsFor,
} from '../../store/queries/public-proceedings.ts'
import { publicAnalyses, publicRatings, publicWatch } from '../../store/queries/public-state.ts'
import type { Knowledge } from '../context.ts'

export type DraftContext = { readonly store: Pick<Store, 'selectFrom'>; readonly knowledge: Knowledge }
type Part = Pick<Material, 'pack' | 'period' | 'incidents' | 'proceedings'>

export async function materialFor(
  { store, knowledge }: DraftContext,
  face: Face,
  asked: Asked,
  quoted: readonly PublicTestimony[],
): Promise<Material | null> {
  const part =
    'of' in asked && asked.of !== undefined && asked.of !== ''
      ? await ofCase(store, knowledge, asked.of)
      : await ofCountry(store, knowledge, asked)
  if (part === null) return null
  const { id } = part.pack
  const [ratings, watch] = [await publicRatings(store, id), await publicWatch(store, id)]
  // A release of nothing would say that there is something.
  if (asked.kind === 'rating' && ratings === null) return null
  return {
    ...{ ...face, ...part, asked, ratings, watch },
    measures: await publicMeasures(store, id, part.period.id),
    analyses: (await publicAnalyses(store, id)).filter((one) => isAbout(one, part)),
    testimonies: quoted.filter((one) => isForHere(one, part)),
  }
}

/** Of a law of the country that somebody here was struck by or charged under, or of an incident that is told here. */
function isAbout({ of }: PublicAnalysis, { incidents, proceedings }: Part): boolean {
  if ('incident' in of) return incidents.some((one) => one.id === of.incident)
  const isLaw = (provision: string | null): boolean =>
    provision !== null && (provision === of.law || provision.startsWith(`${of.law}-`))
  return (
    incidents.some((one) => one.fields.laws.some(({ value }) => isLaw(value.provision))) ||
    proceedings.some((one) => one.charges.some((law) => isLaw(law.provision)))
  )
}

/** Told of an incident that is told here, or agreed to for this very publication. */
const isForHere = ({ isForThis, incidents }: PublicTestimony, part: Part): boolean =>
  isForThis || part.incidents.some((one) => incidents.includes(one.id))

/** A release needs no period: it is drafted with the year of what it announces. */
async function ofCountry(
  store: DraftContext['store'],
  knowledge: Knowledge,
  asked: Asked,
): Promise<Part | null> {
  if (!('country' in asked)) return null
  const pack = knowledge.packs.get(asked.country)
  const period = pack ? periodOf('period' in asked ? asked.period : await yearOf(store, asked)) : null
  if (!pack || !period) return null
  const incidents = await read.publicIncidents(store, pack.id, period)
  if (incidents.length === 0 && 'period' in asked) return null
  return { pack, period, incidents, proceedings: await journeysOf(store, incidents) }
}

async function yearOf(
  store: DraftContext['store'],
  { kind, country }: { readonly kind: string; readonly country: string },
): Promise<string> {
  const day =
    kind === 'rating'
      ? (await publicRatings(store, country))?.now.asOf
      : (await publicWatch(store, country))?.month
  return day?.slice(0, 4) ?? ''
}

const journeysOf = (
  store: DraftContext['store'],
  incidents: readonly PublicIncident[],
): Promise<readonly PublicProceeding[]> =>
  publicProceedingsAmong(
    store,
    incidents.map((one) => one.id),
  )

/** By the id of a person who is shown by name, of a legal journey, whoever is in it, or of one incident with the journeys through it. */
async function ofCase(store: DraftContext['store'], { packs }: Knowledge, of: string): Promise<Part | null> {
  const incident = await read.publicIncident(store, of)
  if (incident !== null) {
    const [pack, period] = [packs.get(incident.country), spanOf([incident])]
    const proceedings = await journeysOf(store, [incident])
    return pack && period ? { pack, period, incidents: [incident], proceedings } : null
  }
  const journey = await publicProceeding(store, of)
  const person = journey === null ? of : journey.person.kind === 'named' ? journey.person.id : null
  const proceedings = journey === null ? await publicProceedingsFor(store, of) : [journey]
  const told = proceedings.flatMap((one) => one.stages.flatMap((stage) => stage.incident ?? []))
  const struck = person === null ? [] : await read.publicIncidentsOf(store, 'person', person)
  const named = struck.filter((one) => one.parts.includes('struck')).map((one) => one.incident.id)
  const incidents = await read.publicIncidentsById(store, [...new Set([...named, ...told])])
  const pack = packs.get(incidents[0]?.country ?? '')
  const period = pack ? spanOf(incidents) : null
  return pack && period ? { pack, period, incidents, proceedings } : null
}

/** From the first day that is known to the last. */
function spanOf(incidents: readonly PublicIncident[]): Part['period'] | null {
  const days = incidents
    .flatMap((one) => one.fields.date.flatMap(({ value }) => [value.from ?? [], value.to ?? []].flat()))
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  return from === undefined || to === undefined ? null : { id: 'all', from, to }
}
