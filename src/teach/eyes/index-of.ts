/** Public incidents under laws in, what a reader's words are compared with out. Withheld cases are not in it: it is made of public records alone. */
import type { EyesCase, EyesIndex } from '../../core/eyes/resembling.ts'
import { type Alike, readyFor, termsOf } from '../../core/eyes/terms.ts'
import type { Labels } from '../../core/language.ts'
import type { PublicIncident, PublicLaw } from '../../core/public-record.ts'

/** A law by which cases stand together: the provision, or the act where a report names no article. */
export type EyesLaw = { readonly provision: string | null; readonly code: PublicLaw['code'] }
/** `laws` and `incidents` stand as in the index, position by position. */
export type Eyes = {
  readonly index: EyesIndex
  readonly laws: readonly EyesLaw[]
  readonly incidents: readonly PublicIncident[]
}

/** So many of the newest under one law: a phone reads all of it, and the nearest three are shown. */
const MOST_PER_LAW = 60

const lawOf = ({ provision, code }: PublicLaw): EyesLaw | null =>
  provision === null && code === 'other' ? null : { provision, code }
const keyOf = ({ provision, code }: EyesLaw): string => provision ?? code

const lawsOf = (incident: PublicIncident): readonly EyesLaw[] =>
  incident.fields.laws.flatMap(({ value }) => lawOf(value) ?? [])

/** What a report says of a case, without the words that name the law: those a reader's text would not have. */
export function textOf({ fields, sources }: PublicIncident): string {
  const marks = new Set(fields.laws.flatMap(({ origins }) => origins.map((one) => one.mark)))
  const parts = sources.flatMap((source) => source.passage)
  return parts
    .map((part) => {
      if (part.kind === 'withheld') return ' '
      return part.kind === 'mark' && part.marks.some((one) => marks.has(one)) ? ' ' : part.text
    })
    .join('')
}

/** `titleOf` the title of a law in every language that has one; null: nobody wrote one. */
export function eyesOf(
  incidents: readonly PublicIncident[],
  alike: Alike,
  titleOf: (law: EyesLaw) => Labels | null,
): Eyes {
  const ready = readyFor(alike)
  const taken = new Map<string, number>()
  const laws = new Map<string, EyesLaw>()
  const terms = new Map<string, number>()
  const at = <T>(known: Map<T, number>, key: T): number => {
    const place = known.get(key) ?? known.size
    known.set(key, place)
    return place
  }
  const termsIn = (text: string): readonly number[] =>
    [...termsOf(text, ready).keys()].map((term) => at(terms, term))
  const places = new Map<string, number>()
  const cases: EyesCase[] = []
  const kept: PublicIncident[] = []
  for (const incident of [...incidents].reverse()) {
    const own = lawsOf(incident).filter((law) => (taken.get(keyOf(law)) ?? 0) < MOST_PER_LAW)
    if (own.length === 0) continue
    for (const law of own) {
      taken.set(keyOf(law), (taken.get(keyOf(law)) ?? 0) + 1)
      laws.set(keyOf(law), law)
    }
    cases.push({
      laws: [...new Set(own.map((law) => at(places, keyOf(law))))],
      terms: termsIn(textOf(incident)),
    })
    kept.push(incident)
  }
  const told = [...laws.values()].map((law) => ({
    terms: termsIn(Object.values(titleOf(law) ?? {}).join(' ')),
  }))
  return {
    index: { alike, terms: [...terms.keys()], laws: told, cases },
    laws: [...laws.values()],
    incidents: kept,
  }
}
