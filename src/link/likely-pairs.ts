/** Records in; pairs of them that perhaps tell one event, with what speaks for it, out. */
import { foldName } from '../core/names/fold.ts'
import type { NameRules } from '../core/names/rules.ts'
import { soundOf } from '../core/withholding/sound.ts'
import { byDay, daysOf, type KnownEvent, type LikelyRecord, likelyRecords } from './likely-records.ts'

export type LikelyPair = { readonly left: string; readonly right: string; readonly why: LikelyRecord['why'] }

/** Names are compared only where a word of both sounds alike from its beginning: comparing all of a busy day takes seconds. */
const SOUNDS = 3

export function likelyPairs(events: readonly KnownEvent[], rules: NameRules): readonly LikelyPair[] {
  const days = byDay(events)
  const keys = new Map(events.map((one) => [one.id, keysOf(one)]))
  const isNear = (a: string, b: string): boolean => {
    const [own, other] = [keys.get(a), keys.get(b)]
    return own !== undefined && other !== undefined && [...own].some((key) => other.has(key))
  }
  return events.flatMap((one) => {
    const near = new Set(daysOf(one.date, 1).flatMap((day) => days.get(day) ?? []))
    const others = [...near].filter((other) => one.id < other.id && isNear(one.id, other.id))
    return likelyRecords(one, byDay(others), rules).map(({ id, why }) => ({ left: one.id, right: id, why }))
  })
}

/** What two records must share one of: a place with an act, or the sound of a name. */
const keysOf = ({ places, acts, people }: KnownEvent): ReadonlySet<string> =>
  new Set([
    ...places.flatMap((place) => acts.map((act) => `${place} ${act}`)),
    ...people.flatMap((name) =>
      foldName(name).flatMap((word) => (word.length > 1 ? [`~${soundOf(word).slice(0, SOUNDS)}`] : [])),
    ),
  ])
