/** An extent in, what its files are made from out, read from the public tables alone; null where there is nothing of it. */
import { refuse } from '../../core/faults.ts'
import { LANGUAGES, type Language } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { matching } from '../../publish/filter.ts'
import type { Site } from '../../publish/links.ts'
import { type Extent, isFiltered } from '../../publish/open/extent.ts'
import type { OpenView } from '../../publish/open/view.ts'
import type { Face } from '../../publish/views.ts'
import * as read from '../../store/queries/public.ts'
import { publicMeasures } from '../../store/queries/public-measures.ts'
import { publicProceedingsAmong } from '../../store/queries/public-proceedings.ts'
import { publicRecommendations } from '../../store/queries/public-recommendations.ts'
import { isKnownFilter } from './known-filter.ts'
import { faceOf, type SiteContext } from './views.ts'

/** Of more, making a workbook holds up everybody's pages. */
const MOST = 50_000

type Found = Pick<OpenView, 'incidents' | 'measures'>

export async function openView(context: SiteContext, extent: Extent, site: Site): Promise<OpenView | null> {
  const found = await foundOf(context, extent)
  if (!found || (found.incidents.length === 0 && !isFiltered(extent))) return null
  if (found.incidents.length > MOST)
    throw refuse('open.too-large', { n: found.incidents.length, limit: MOST })
  const faces = Object.fromEntries(LANGUAGES.map((one) => [one, faceOf(context, one, site)])) as Readonly<
    Record<Language, Face>
  >
  const ids = extent.kind === 'all' ? null : found.incidents.map((one) => one.id)
  const proceedings = await publicProceedingsAmong(context.store, ids)
  const country = extent.kind === 'country' && !isFiltered(extent) ? extent.country : null
  const recommendations =
    extent.kind === 'all' || country !== null ? await publicRecommendations(context.store, country) : []
  return { extent, faces, packs: context.knowledge.packs, proceedings, recommendations, ...found }
}

async function foundOf(context: SiteContext, extent: Extent): Promise<Found | null> {
  if (extent.kind === 'incident') {
    const incident = await read.publicIncident(context.store, extent.id)
    return incident && { incidents: [incident], measures: [] }
  }
  if (extent.kind === 'all') {
    const parts = []
    for (const country of await read.publicCountries(context.store))
      parts.push(await ofCountry(context, country))
    return {
      incidents: parts.flatMap((one) => one.incidents),
      measures: parts.flatMap((one) => one.measures),
    }
  }
  const pack = context.knowledge.packs.get(extent.country)
  if (!pack || !isKnownFilter(extent.filter, pack, context.knowledge.codebook)) return null
  const period = extent.kind === 'period' ? periodOf(extent.period) : undefined
  if (period === null) return null
  const { incidents, measures } = await ofCountry(context, extent.country, period)
  return isFiltered(extent)
    ? { incidents: matching(incidents, extent.filter, pack), measures: [] }
    : { incidents, measures }
}

async function ofCountry(
  context: SiteContext,
  country: Pack['id'],
  period?: { readonly id: string; readonly from: string; readonly to: string },
): Promise<Found> {
  const incidents: readonly PublicIncident[] = await read.publicIncidents(context.store, country, period)
  const measures = await publicMeasures(context.store, country, period?.id)
  return { incidents, measures: measures.map((one) => ({ ...one, country })) }
}
