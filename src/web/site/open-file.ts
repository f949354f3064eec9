/** An extent and the name of a file in, the file out; null when there is none of that name. */
import { bibtex } from '../../publish/open/cite/bibtex.ts'
import { cslJson, cslOf } from '../../publish/open/cite/csl.ts'
import { ris } from '../../publish/open/cite/ris.ts'
import { csvOf, dataPackage } from '../../publish/open/data-package.ts'
import { filesOf } from '../../publish/open/files.ts'
import { followTheMoney } from '../../publish/open/follow-the-money.ts'
import { geoJson } from '../../publish/open/geojson.ts'
import { hxlCsv } from '../../publish/open/hxl.ts'
import { jsonLd } from '../../publish/open/json-ld.ts'
import { recommendationsCsv } from '../../publish/open/recommendations-csv.ts'
import { recordsJson } from '../../publish/open/records-json.ts'
import { openTables } from '../../publish/open/tables.ts'
import type { OpenView } from '../../publish/open/view.ts'
import { acledCsv } from '../../usecases/open-data/acled-csv.ts'
import { spreadsheet } from '../../usecases/open-data/spreadsheet.ts'

export type Made = { readonly type: string; readonly body: string | Uint8Array }
type Maker = (view: OpenView) => string | Uint8Array | Promise<string | Uint8Array>

const json = (value: unknown): string => `${JSON.stringify(value)}\n`
const items = (view: OpenView) => view.incidents.map((one) => cslOf(one, view))

const MAKERS: Readonly<Record<string, Maker>> = {
  'datapackage.zip': dataPackage,
  'aigaq.xlsx': spreadsheet,
  'records.json': (view) => json(recordsJson(view)),
  'records.jsonld': (view) => json(jsonLd(view)),
  'places.geojson': (view) => json(geoJson(view)),
  'citations.bib': (view) => bibtex(items(view)),
  'citations.csl.json': (view) => json(cslJson(view)),
  'citations.ris': (view) => ris(items(view)),
  'entities.ftm.json': followTheMoney,
  'incidents.hxl.csv': hxlCsv,
  'events.acled.csv': acledCsv,
  'recommendations.csv': recommendationsCsv,
  // Loaded only here: the engine is large.
  'incidents.parquet': async (view) => (await import('../../usecases/open-data/parquet.ts')).parquet(view),
}

/** Each table is a file of its own as well: `acts.csv`. */
export async function openFile(view: OpenView, name: string): Promise<Made | null> {
  const known = filesOf(view.extent).find((one) => one.name === name)
  const make = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined
  if (known && make) return { type: known.type, body: await make(view) }
  if (view.extent.kind === 'incident' || !name.endsWith('.csv')) return null
  const table = openTables(view).find((one) => `${one.name}.csv` === name)
  return table ? { type: 'text/csv; charset=utf-8', body: csvOf(table) } : null
}
