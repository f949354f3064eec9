/** Public incidents in, what a copy is searched by out: parts by country and quarter, so that one new record changes one small file. */
import { LANGUAGES } from '../../core/language.ts'
import { quarterOf } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { searchWords } from '../../core/search.ts'
import type { Tell } from '../../core/tell.ts'
import { soundOf } from '../../core/withholding/sound.ts'
import { titleOf } from '../telling/title.ts'
import { dateOf } from '../telling/when.ts'
import { type SoughtIn, spellingsIn, textsOf } from './sought.ts'

/** `[id, day as far as it is known, titles in the order of LANGUAGES, indices into values]` */
export type OfflineRecord = readonly [string, string, readonly string[], readonly number[]]
/** A value is written once in a part, however many records have it; `names` are found by their sound as well. */
export type OfflinePart = {
  readonly values: readonly (readonly string[])[]
  readonly names: readonly number[]
  readonly records: readonly OfflineRecord[]
  /** Folded words of passages and of what sources are called, in order, a space between them. */
  readonly words: string
  /** Of each record the words that stand in it: steps from one index into `words` to the next. */
  readonly said: readonly (readonly number[])[]
}
/** Beginnings of words → the parts that hold one, as bits of a hexadecimal number: which parts must be read to answer. */
export type OfflineWhere = {
  readonly parts: readonly string[]
  readonly begins: Readonly<Record<string, string>>
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
  for (const one of incidents) {
    const name = partOf(one)
    const own = parts.get(name)
    if (own) own.push(one)
    else parts.set(name, [one])
  }
  return new Map(
    [...parts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, some]) => [name, offlinePart(some, given)]),
  )
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
  const spoken = incidents.flatMap((incident) =>
    given.packs.has(incident.country) ? [new Set(textsOf(incident).flatMap(searchWords))] : [],
  )
  const words = [...new Set(spoken.flatMap((one) => [...one]))].sort()
  const at = new Map(words.map((word, index) => [word, index]))
  const steps = (own: ReadonlySet<string>): readonly number[] => {
    const sorted = [...own].map((word) => at.get(word) ?? 0).sort((a, b) => a - b)
    return sorted.map((index, n) => index - (sorted[n - 1] ?? 0))
  }
  return {
    values: [...values.keys()].map((one) => JSON.parse(one) as string[]),
    names: [...names],
    records,
    words: words.join(' '),
    said: spoken.map(steps),
  }
}

/** So many letters say which parts may hold a word. Two spellings of one sound begin with the same three. */
const BEGINNING = 3

/** Every word that a part answers to, by how it begins; what is heard of names under `~`. */
export function offlineWhere(parts: ReadonlyMap<string, OfflinePart>): OfflineWhere {
  const begins = new Map<string, bigint>()
  for (const [index, part] of [...parts.values()].entries()) {
    const names = new Set(part.names)
    const heard = part.values.flatMap((one, n) => (names.has(n) ? one.flatMap(searchWords) : []))
    const read = [
      ...part.values.flatMap((one) => one.flatMap(searchWords)),
      ...part.records.flatMap(([, , titles]) => titles.flatMap(searchWords)),
      ...part.words.split(' '),
    ]
    const own = [
      ...read.map((word) => word.slice(0, BEGINNING)),
      ...heard.map((word) => `~${soundOf(word).slice(0, BEGINNING)}`),
    ]
    for (const one of new Set(own)) begins.set(one, (begins.get(one) ?? 0n) | (1n << BigInt(index)))
  }
  const sorted = [...begins].filter(([one]) => one !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    parts: [...parts.keys()],
    begins: Object.fromEntries(sorted.map(([one, bits]) => [one, bits.toString(16)])),
  }
}

/** `2020-03-18`, `2020-03`, `2020`, or nothing. */
function dayOf(incident: PublicIncident): string {
  const { from, to, precision } = dateOf(incident)
  const day = from ?? to ?? ''
  return precision === 'month' ? day.slice(0, 7) : precision === 'year' ? day.slice(0, 4) : day
}
