/** A place's name among its words → how it is used: scene, somebody's home, a plan's site, or a mere topic. */
import type { Span } from '../core/span.ts'

/** `abroad`: another country, a scene only when no nearer place is told. */
export type PlaceUse = 'scene' | 'base' | 'plan' | 'topic' | 'abroad'
export type PlaceMention = {
  readonly span: Span
  readonly name: string
  readonly canonical: string
  readonly place: string | null
  readonly kind: 'country' | 'region' | 'town' | 'site'
  readonly town: { readonly id: string; readonly name: string } | null
  readonly use: PlaceUse
}

/** «They hauled in the editor»: the preposition belongs to the verb. */
export const PHRASAL =
  /\b(?:haul(?:ed|ing)?|brought|bring(?:ing)?|call(?:ed|ing)?|took|tak(?:en|ing)|pull(?:ed|ing)?|rop(?:ed|ing)|reel(?:ed|ing)|rein(?:ed|ing)) in\s+$/i

const TOPIC =
  /(?:\bkm from|miles from|(?:south|north|east|west)[\w-]* of|mountains near|train to|flight to|heading (?:to|for)|arrived from [^.,]*|regions? of [^.,]*|native of|born in|graduated from[^.]*in|(?:student|studies|studied|studying) (?:at|in)[^.;]* in|extradition[^.,]*from(?: the)?|border (?:with|to)|neighbou?ring|disappeared in [^.]*|statue of|conflict in(?: [a-z]+)?|\bTV|ambassador (?:to|of)|in the Chinese|incorporation of|access to|interviewed in|\bthat|between)\s*$/i
/** «Over their coverage of the Lipova events»: what a place gave its name to. */
const EVENT = /^\s+(?:events|tragedy|massacre|uprising|affair)\b/
const PLAN = /(?:congress|rally|demonstration|protest|meeting)\b[^.;]{0,40}(?:in|near|at|on)\s+(?:the\s+)?$/i
const PLANNED =
  /(?:scheduled|planned|supposed|due|leaving|going|set|attend|ahead of|for|train|way|missing) [^.;]{0,70}$/i
/** A place of what is still to come limits the time and is no scene. */
const AHEAD = /\b(?:ahead of|on the eve of|in the run-up to)\b[^.,;]{0,60}\b(?:in|at|on)\s+(?:the\s+)?$/i
const BASE = /\b(?:from|native of|residents? of|based in)\s+(?:the\s+)?(?:(?:village|town|city)\s+of\s+)?$/i

/** The use of a name; `floor` is where its sentence starts. */
export function useOf(text: string, at: Span, floor: number): PlaceUse {
  const before = text.slice(Math.max(floor, at.start - 110), at.start)
  const after = text.slice(at.end, at.end + 80)
  if (TOPIC.test(before) || EVENT.test(after)) return 'topic'
  if (/^-based|^ based\b|^-born/i.test(after)) return 'base'
  if (BASE.test(before) && !/court of\s+$/i.test(before)) return 'base'
  if (
    AHEAD.test(before) ||
    (PLAN.test(before) && PLANNED.test(before)) ||
    /^[^.;]{0,20}(?:scheduled|set to take place|planned for)/.test(after)
  )
    return 'plan'
  return 'scene'
}

/** «From Lenger in the south region»: the region of a home is home too. */
export function withHomes(text: string, found: readonly PlaceMention[]): PlaceMention[] {
  const out: PlaceMention[] = []
  for (const one of found) {
    const last = out.at(-1)
    const home =
      last?.use === 'base' &&
      /^(?:\s+(?:village|town|city))?(?:,|\s+in)\s+(?:the\s+)?$/.test(
        text.slice(last.span.end, one.span.start),
      )
    out.push(home ? { ...one, use: 'base' } : one)
  }
  return out
}
