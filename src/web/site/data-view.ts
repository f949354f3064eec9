/** Nothing asked in, the view of the page about the data out: the packs, and every file that is offered with its size. */
import { periodOf } from '../../core/measure.ts'
import type { Site } from '../../publish/links.ts'
import { servedAt } from '../../publish/links.ts'
import type { Extent } from '../../publish/open/extent.ts'
import { filesOf } from '../../publish/open/files.ts'
import { TABLE_NAMES } from '../../publish/open/tables.ts'
import type { Offered } from '../../publish/sections/take-away.ts'
import type { Covered, Face, DataView as View } from '../../publish/views.ts'
import { publicCountries, publicDays, regionsWithRecords } from '../../store/queries/public.ts'
import { fileSize } from './made-files.ts'
import { countByQuarter, type SiteContext } from './views.ts'

/** Of more records, making each file to say its size takes longer than a page may. */
const MOST_WEIGHED = 2_000

export async function dataView(context: SiteContext, face: Face): Promise<View> {
  const countries = await publicCountries(context.store)
  const packs = [...context.knowledge.packs.values()]
  const about = {
    ...face,
    packs,
    covered: await coveredBy(context, countries),
    contact: context.contact ?? '',
  }
  // A copy has no files of a whole country, see publish/open/files.ts.
  if (countries.length === 0 || !face.site.isServed) return { ...about, offers: [], tables: [] }
  let records = 0
  for (const country of countries) records += (await publicDays(context.store, country)).length
  const extents: readonly Extent[] = [
    { kind: 'all' },
    ...countries.map((country) => ({ kind: 'country', country, filter: {} }) as const),
  ]
  const site = context.filesAt ?? servedAt('')
  const offers = []
  for (const of of extents)
    offers.push({ of, offered: await weighed(context, of, records <= MOST_WEIGHED ? site : null) })
  return { ...about, offers, tables: TABLE_NAMES }
}

async function weighed(context: SiteContext, of: Extent, site: Site | null): Promise<readonly Offered[]> {
  const offered = []
  for (const file of filesOf(of))
    offered.push({ file, bytes: site && (await fileSize(context, of, file.name, site)) })
  return offered
}

async function coveredBy(context: SiteContext, countries: readonly string[]): Promise<readonly Covered[]> {
  const covered = []
  for (const id of countries) {
    const pack = context.knowledge.packs.get(id)
    if (!pack) continue
    const regions = new Set(await regionsWithRecords(context.store, id))
    const quarters = countByQuarter(await publicDays(context.store, id)).flatMap(
      (one) => periodOf(one.period) ?? [],
    )
    const years = quarters.map((one) => one.id.slice(0, 4))
    covered.push({
      ...{ pack, quarters, from: years[0] ?? null, to: years.at(-1) ?? null },
      without: [...pack.regions.values()].filter((one) => !regions.has(one.id)),
    })
  }
  return covered
}
