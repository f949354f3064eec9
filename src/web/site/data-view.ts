/** Nothing asked in, the view of the page about the data out: the packs, and every file that is offered with its size. */
import type { Site } from '../../publish/links.ts'
import { servedAt } from '../../publish/links.ts'
import type { Extent } from '../../publish/open/extent.ts'
import { filesOf } from '../../publish/open/files.ts'
import { TABLE_NAMES } from '../../publish/open/tables.ts'
import type { Offered } from '../../publish/sections/take-away.ts'
import type { Face, DataView as View } from '../../publish/views.ts'
import { publicCountries, publicDays } from '../../store/queries/public.ts'
import { fileSize } from './made-files.ts'
import type { SiteContext } from './views.ts'

/** Of more records, making each file to say its size takes longer than a page may. */
const MOST_WEIGHED = 2_000

export async function dataView(context: SiteContext, face: Face): Promise<View> {
  const countries = await publicCountries(context.store)
  const packs = [...context.knowledge.packs.values()]
  if (countries.length === 0) return { ...face, packs, offers: [], tables: [] }
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
  return { ...face, packs, offers, tables: TABLE_NAMES }
}

async function weighed(context: SiteContext, of: Extent, site: Site | null): Promise<readonly Offered[]> {
  const offered = []
  for (const file of filesOf(of))
    offered.push({ file, bytes: site && (await fileSize(context, of, file.name, site)) })
  return offered
}
