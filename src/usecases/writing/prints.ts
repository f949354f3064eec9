/** What words rest on in; the fingerprint of each record as any reader sees it today, with the names shown there, out. A record that nobody may see has none. */

import type { PublicAnalysis } from '../../core/analysis.ts'
import { canonical } from '../../core/json.ts'
import { LANGUAGES } from '../../core/language.ts'
import { periodOf } from '../../core/measure.ts'
import type { PublicIncident } from '../../core/public-record.ts'
import { type Bond, bondKey, type Prints, ROW } from '../../core/publication/text.ts'
import type { PublicTestimony } from '../../core/testimony/testimony.ts'
import { rowsOf } from '../../publish/drafts/rows.ts'
import { matching } from '../../publish/filter.ts'
import type { Store } from '../../store/connect.ts'
import { sha256 } from '../../store/leaf.ts'
import {
  mergedInto,
  publicCountries,
  publicIncidents,
  publicIncidentsById,
  publicIncidentsOf,
} from '../../store/queries/public.ts'
import { publicProceeding } from '../../store/queries/public-proceedings.ts'
import { publicAnalyses, publicRatings } from '../../store/queries/public-state.ts'
import type { Context } from '../context.ts'
import type { Quotations } from '../testimony/quoted.ts'

type Reader = Pick<Store, 'selectFrom'>

export type Seen = {
  readonly prints: Prints
  /** Names that readers may see, by key of the bond. */
  readonly shownIn: ReadonlyMap<string, readonly string[]>
  /** By id that words are bound to; a record that is shown within another is that one. */
  readonly incidents: ReadonlyMap<string, PublicIncident>
}

/** Of these records those that readers may see, by themselves or within another. */
export async function shownAmong(house: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await publicIncidentsById(house, [...new Set(ids)])
  return new Set(found.flatMap((one) => [one.id, ...(one.merged ?? [])]))
}

/** Long enough that no change is missed, and no more. */
const print = (value: unknown): string => sha256(canonical(value)).slice(0, 16)

/** `quoted`: the quotations that may stand in the text; left out, none may. */
export async function seenToday(
  { knowledge }: Pick<Context, 'knowledge'>,
  house: Reader,
  given: readonly Bond[],
  quoted: Quotations = new Map(),
): Promise<Seen> {
  const bonds = [...new Map(given.map((one) => [bondKey(one), one])).values()]
  const incidents = await incidentsUnder(
    house,
    bonds.flatMap((one) => (one.kind === 'incident' ? [one.id] : [])),
  )
  const prints: Record<string, Readonly<Record<string, string>>> = {}
  const rows = countedRows(knowledge, house)
  const shownIn = new Map<string, readonly string[]>()
  for (const bond of bonds) {
    const key = bondKey(bond)
    switch (bond.kind) {
      case 'incident': {
        const incident = incidents.get(bond.id)
        if (!incident) break
        prints[key] = partsOf(incident)
        shownIn.set(key, namesIn(incident))
        break
      }
      // The rows that it was counted of: one that is taken off takes the number with it.
      case 'measure':
        prints[key] = await rows(bond.id)
        break
      case 'proceeding': {
        const journey = await publicProceeding(house, bond.id)
        if (!journey) break
        prints[key] = { all: print(journey) }
        if (journey.person.kind === 'named') shownIn.set(key, labelsOf(journey.person.name))
        break
      }
      case 'person': {
        const [first, ...more] = await publicIncidentsOf(house, 'person', bond.id)
        if (!first) break
        const names = [first, ...more].flatMap(({ incident }) =>
          incident.fields.people.flatMap(({ value }) =>
            value.kind === 'named' && value.id === bond.id ? labelsOf(value.name) : [],
          ),
        )
        prints[key] = { name: print([...new Set(names)].sort()) }
        shownIn.set(key, names)
        break
      }
      case 'rating': {
        const country = /^[a-z]{2}$/.test(bond.id) ? bond.id : /^rating-([a-z]{2})-/.exec(bond.id)?.[1]
        const released = country === undefined ? null : await publicRatings(house, country)
        if (released) prints[key] = { band: print(released.now.band), day: print(released.now.asOf) }
        break
      }
      case 'testimony': {
        const one = quoted.get(bond.id)
        if (!one) break
        prints[key] = partsOfQuoted(one)
        const { speaker } = one
        if (speaker.kind === 'named') shownIn.set(key, labelsOf(speaker.name))
        if (speaker.kind === 'alias') shownIn.set(key, [speaker.text])
        break
      }
      case 'analysis': {
        const found = (await analysesOf(house)).find((one) => one.id === bond.id)
        if (found) prints[key] = { all: print(found) }
        break
      }
      // A law, a bill, a standard is told anew by the draft: its words are compared.
      default:
        prints[key] = {}
    }
  }
  return { prints, shownIn, incidents }
}

/** Each period is read once, however much is counted of it. */
function countedRows(
  { packs }: Context['knowledge'],
  house: Reader,
): (id: string) => Promise<Readonly<Record<string, string>>> {
  const periods = new Map<string, readonly PublicIncident[]>()
  return async (id) => {
    const { country, period: asked, filter } = rowsOf(id)
    const [pack, period] = [packs.get(country), periodOf(asked)]
    if (!pack || !period) return {}
    const all = periods.get(`${country} ${asked}`) ?? (await publicIncidents(house, country, period))
    periods.set(`${country} ${asked}`, all)
    return Object.fromEntries(matching(all, filter, pack).map((one) => [`${ROW}${one.id}`, '1']))
  }
}

async function analysesOf(house: Reader): Promise<readonly PublicAnalysis[]> {
  const all = await Promise.all((await publicCountries(house)).map((one) => publicAnalyses(house, one)))
  return all.flat()
}

/** What is shown within another record is told as that one. */
async function incidentsUnder(
  house: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PublicIncident>> {
  if (ids.length === 0) return new Map()
  const into = await mergedInto(house)
  const found = await publicIncidentsById(house, [...new Set(ids.map((id) => into.get(id) ?? id))])
  const byId = new Map(found.map((one) => [one.id, one]))
  return new Map(
    ids.flatMap((id) => {
      const incident = byId.get(into.get(id) ?? id)
      return incident ? [[id, incident] as const] : []
    }),
  )
}

/** Of every part that says anything: its values, not who read them where. */
function partsOf({ fields }: PublicIncident): Readonly<Record<string, string>> {
  const { kind, ...lists } = fields
  const parts = Object.entries(lists).flatMap(([part, shown]) => {
    // Who said it is told in the notes, which are made anew.
    if (part === 'saidBy' || shown.length === 0) return []
    return [[part, print(shown.map((one) => one.value))] as const]
  })
  return { kind: print(kind), ...Object.fromEntries(parts) }
}

/** In each language that was approved: what was said, by whom, when. */
const partsOfQuoted = ({ wording, speaker, on }: PublicTestimony): Readonly<Record<string, string>> =>
  Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const by = speaker.kind === 'described' ? speaker.as[language] : speaker
      return wording[language] === null ? [] : [[language, print([wording[language], by, on])]]
    }),
  )

const labelsOf = ({ en, ru, kk }: { en: string; ru: string | null; kk: string | null }): readonly string[] =>
  [en, ru, kk].filter((one) => one !== null)

export const namesIn = ({ fields }: Pick<PublicIncident, 'fields'>): readonly string[] =>
  fields.people.flatMap(({ value }) =>
    value.kind === 'named' ? labelsOf(value.name) : value.kind === 'alias' ? [value.text] : [],
  )
