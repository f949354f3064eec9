/** The files of open data by name: what each is, and where it is offered. */
import type { Extent } from './extent.ts'

export type OpenFile = {
  readonly name: string
  /** Media type; texts are UTF-8. */
  readonly type: string
  /** The words about it: `open.file.KEY` of the locales. */
  readonly key: string
  /** Of one incident as well, where it is a citation or the record itself. */
  readonly ofOne?: true
  /** In a copy as well: the other formats hold the same records again. */
  readonly inCopy?: true
  /** Of no period, or made by an engine that takes longer to begin than a page may: for whole countries alone. */
  readonly ofWhole?: true
}

const text = (type: string): string => `${type}; charset=utf-8`

export const OPEN_FILES: readonly OpenFile[] = [
  { name: 'datapackage.zip', type: 'application/zip', key: 'package', inCopy: true },
  {
    name: 'aigaq.xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    key: 'xlsx',
  },
  { name: 'incidents.csv', type: text('text/csv'), key: 'csv', inCopy: true },
  { name: 'records.json', type: text('application/json'), key: 'json' },
  { name: 'records.jsonld', type: text('application/ld+json'), key: 'jsonld', ofOne: true },
  { name: 'places.geojson', type: text('application/geo+json'), key: 'geojson' },
  { name: 'citations.bib', type: text('application/x-bibtex'), key: 'bibtex', ofOne: true },
  {
    name: 'citations.csl.json',
    type: text('application/vnd.citationstyles.csl+json'),
    key: 'csl',
    ofOne: true,
  },
  { name: 'citations.ris', type: text('application/x-research-info-systems'), key: 'ris', ofOne: true },
  { name: 'entities.ftm.json', type: text('application/x-ndjson'), key: 'ftm' },
  { name: 'incidents.hxl.csv', type: text('text/csv'), key: 'hxl' },
  { name: 'events.acled.csv', type: text('text/csv'), key: 'acled' },
  { name: 'recommendations.csv', type: text('text/csv'), key: 'recommendations', ofWhole: true },
  { name: 'incidents.parquet', type: 'application/vnd.apache.parquet', key: 'parquet', ofWhole: true },
]

/** What is offered of an extent. */
export const filesOf = (extent: Extent): readonly OpenFile[] =>
  OPEN_FILES.filter((one) =>
    extent.kind === 'incident' ? one.ofOne : extent.kind === 'period' ? !one.ofWhole : true,
  )

/**
 * In a copy files lie with quarters alone: those of a year, of a country, of everything hold the same records again, and one
 * record that changed would change them all.
 */
export const filesInCopy = (extent: Extent): readonly OpenFile[] =>
  extent.kind === 'period' && extent.period.includes('-q') ? OPEN_FILES.filter((one) => one.inCopy) : []

/** `kz-2020-q1-incidents.csv`: what a browser saves it as. */
export const savedAs = (extentName: string, name: string): string => `aigaq-${extentName}-${name}`
