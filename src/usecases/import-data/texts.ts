/** Sources of records in, one text for each source out: its passages as they were published, one under the other. */
import type { Source } from '../../core/document.ts'
import { type Elsewhere, SLIP } from '../../core/elsewhere.ts'
import { canonical } from '../../core/json.ts'
import type { CarriedRow } from './columns.ts'
import type { PackageRecord } from './records.ts'

export type TextFromElsewhere = {
  readonly country: string
  readonly language: CarriedRow<'sources'>['language']
  readonly source: Source
  readonly name: string
  readonly text: string
  /** `record source` → where its passage begins and ends, offsets into `text`. */
  readonly passages: ReadonlyMap<string, { readonly start: number; readonly end: number }>
}

/** What a source of a record is found by. */
export const placeOf = (record: string, index: number): string => `${record} ${index}`

type Told = { readonly record: PackageRecord; readonly index: number; readonly row: CarriedRow<'sources'> }

/** A title that was held back there stays unknown here; the first line says where the words come from. */
export function textsOf(
  records: readonly PackageRecord[],
  from: Elsewhere,
  licence: string,
): readonly TextFromElsewhere[] {
  const told = records.flatMap((record) => record.sources.map((row, index): Told => ({ record, index, row })))
  return [...Map.groupBy(told, keyOf).values()].flatMap((group, at): readonly TextFromElsewhere[] => {
    const [first] = group
    if (!first) return []
    const { row, record } = first
    const parts = [`Published by ${from.node}, package ${from.package.slice(0, 12)}, source ${at + 1}.`]
    const passages = new Map<string, { start: number; end: number }>()
    let length = parts[0]?.length ?? 0
    for (const one of group) {
      const words = one.row.passage ?? SLIP
      const start = length + 2
      passages.set(placeOf(one.record.id, one.index), { start, end: start + words.length })
      parts.push(words)
      length = start + words.length
    }
    const source: Source = {
      ...{ title: row.title ?? '', publisher: row.publisher, collector: row.collector, url: row.url },
      ...{ published: row.published, accessed: null, licence, elsewhere: from },
      reliabilityOfSource: row.reliability_of_source,
      reliabilityOfInformation: row.reliability_of_information,
    }
    const name = `${from.node}-${from.package.slice(0, 12)}-${at + 1}.txt`
    return [
      { country: record.country, language: row.language, source, name, text: parts.join('\n\n'), passages },
    ]
  })
}

const keyOf = ({ row, record }: Told): string => {
  const { incident: _, source: __, passage: ___, ...source } = row
  return canonical({ ...source, country: record.country })
}
