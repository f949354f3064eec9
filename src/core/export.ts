/** A copy that leaves the house: asked for with a reason, agreed to where it must be, taken before its day; and what state that makes. */
import type { Audience } from './tier.ts'

export type Export = {
  readonly id: string
  readonly organisation: string
  readonly audience: Audience
  readonly ids: readonly string[]
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: string
  /** The last day on which it can be taken; the copy says that it must be destroyed by then. */
  readonly ends: string
  readonly needsTwo: boolean
  readonly agreedBy: readonly string[]
  readonly taken: number
}

/** Days a copy lasts: long enough for a briefing, short enough that nobody keeps a second archive. */
export const EXPORT_DAYS = 7

export type ExportState = 'waiting' | 'ready' | 'ended'

/** Whoever asked cannot be the second person. */
export const exportState = (one: Export, today: string): ExportState =>
  today > one.ends
    ? 'ended'
    : one.needsTwo && !one.agreedBy.some((who) => who !== one.askedBy)
      ? 'waiting'
      : 'ready'

/** What every row of the copy bears, so that a leaked page says whose copy it was. */
export const watermark = (one: Export): string => `${one.id} ${one.askedBy} ${one.ends}`
