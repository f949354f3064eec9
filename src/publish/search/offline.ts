/** Public incidents in, what a copy is searched by out: parts by country and quarter, so that one new record changes one small file. */
import { LANGUAGES } from '../../core/language.ts'
import { quarterOf } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf } from '../telling/when.ts'
import { type SoughtIn, spellingsIn } from './sought.ts'

/** `[id, day as far as it is known, titles in the order of LANGUAGES, indices into values]` */
export type OfflineRecord = readonly [string, string, readonly string[], readonly number[]]
/** A value is written once in a part, however many records have it; `names` are found by their sound as well. */
export type OfflinePart = {
  readonly values: readonly (readonly string[])[]
  readonly names: readonly number[]
  readonly records: readonly OfflineRecord[]
}

export type OfflineGiven = Omit<SoughtIn, 'pack'> & {
  readonly packs: ReadonlyMap<string, Pack>
  readonly tells: Readonly<Record<(typeof LANGUAGES)[number], Tell>>
}

/** `kz-2020-q1`; `kz-undated` where no day is known. */
export function partOf(incident: PublicIncident): string {
  const { from, to } = dateOf(incident)
  const day = from ?? to
  return `${incident.country}-${day === null ? 'undated' : quarterOf(day)}`
}

export function offlineParts(
  incidents: readonly PublicIncident[],
  given: OfflineGiven,
): ReadonlyMap<string, OfflinePart> {
  const parts = new Map<string, PublicIncident[]>()
  for (const one of incidents) parts.set(partOf(one), [...(parts.get(partOf(one)) ?? []), one])
  return new Map([...parts].map(([name, some]) => [name, offlinePart(some, given)]))
}

function offlinePart(incidents: readonly PublicIncident[], given: OfflineGiven): OfflinePart {
  const [values, names] = [new Map<string, number>(), new Set<number>()]
  const indexOf = ({ isName, spellings }: { isName: boolean; spellings: readonly string[] }): number => {
    const value = JSON.stringify([...new Set(spellings)])
    const index = values.get(value) ?? values.size
    values.set(value, index)
    if (isName) names.add(index)
    return index
  }
  const records = incidents.flatMap((incident): readonly OfflineRecord[] => {
    const pack = given.packs.get(incident.country)
    if (!pack) return []
    const titles = LANGUAGES.map((one) => titleOf(incident, given.codebook, given.tells[one]))
    const own = spellingsIn(incident, { ...given, pack }).map(indexOf)
    return [[incident.id, dayOf(incident), titles, [...new Set(own)]]]
  })
  return { values: [...values.keys()].map((one) => JSON.parse(one) as string[]), names: [...names], records }
}

/** `2020-03-18`, `2020-03`, `2020`, or nothing. */
function dayOf(incident: PublicIncident): string {
  const { from, to, precision } = dateOf(incident)
  const day = from ?? to ?? ''
  return precision === 'month' ? day.slice(0, 7) : precision === 'year' ? day.slice(0, 4) : day
}
