/** The states of a publication and the moves between them: what was written and moved in, where it stands out. */
import type { Rule } from '../codebook.ts'
import type { Labels } from '../language.ts'

/**
 * drafting: somebody writes · review: waits for a second pair of eyes · approved: somebody else read it and found it right ·
 * published, corrected: readers have it, or will when its embargo ends · withdrawn: taken off.
 */
export const PUBLICATION_STATES = [
  'drafting',
  'review',
  'approved',
  'published',
  'corrected',
  'withdrawn',
] as const
export type PublicationState = (typeof PUBLICATION_STATES)[number]

export const PUBLICATION_MOVES = [
  'submit',
  'return',
  'approve',
  'publish',
  'correct',
  'withdraw',
  'reopen',
] as const
export type PublicationMove = (typeof PUBLICATION_MOVES)[number]

/** One line of the table of states (codebook/access.yaml). */
export type PublicationMoveRule = Rule & {
  readonly move: PublicationMove
  readonly label: Labels
  readonly from: readonly PublicationState[]
  readonly to: PublicationState
  /** True: whoever wrote last may not make this move. */
  readonly notByWriter: boolean
  readonly needsReason: boolean
}
export type PublicationMoves = ReadonlyMap<PublicationMove, PublicationMoveRule>

/** A move as it was made. `event`: its place in the log. */
export type PublicationMoved = {
  readonly move: PublicationMove
  readonly event: number
  readonly until: string | null
}

export type PublicationStatus = {
  readonly state: PublicationState
  /** The move by which what readers have was frozen; null: they have nothing. What is written after it waits for its own approval. */
  readonly issued: { readonly event: number; readonly until: string | null } | null
}

/** Writing after the last move takes the text back to drafting; what readers have stays as it was frozen. */
export function publicationStatus(
  written: readonly number[],
  moved: readonly PublicationMoved[],
  rules: PublicationMoves,
): PublicationStatus {
  let status: PublicationStatus = { state: 'drafting', issued: null }
  const steps = [
    ...written.map((event) => ({ event, move: null, until: null })),
    ...moved.map(({ event, move, until }) => ({ event, move, until })),
  ].sort((a, b) => a.event - b.event)
  for (const { event, move, until } of steps) {
    if (move === null) {
      if (status.state !== 'withdrawn') status = { ...status, state: 'drafting' }
      continue
    }
    const state = rules.get(move)?.to ?? status.state
    const issued =
      move === 'publish' || move === 'correct'
        ? { event, until }
        : state === 'withdrawn'
          ? null
          : status.issued
    status = { state, issued }
  }
  return status
}

export type PublicationRefused = 'state' | 'writer' | 'reason'

/** Why a move cannot be made, every reason at once; empty when it can. */
export function publicationHindrances(
  rule: PublicationMoveRule,
  text: { readonly state: PublicationState; readonly lastWriter: string; readonly wasIssued: boolean },
  by: string,
  why: string | undefined,
): readonly PublicationRefused[] {
  // First publication and correction are one step under two names: which it is depends on what readers have had.
  const fits = rule.move === 'publish' ? !text.wasIssued : rule.move === 'correct' ? text.wasIssued : true
  return [
    ...(rule.from.includes(text.state) && fits ? [] : (['state'] as const)),
    ...(rule.notByWriter && text.lastWriter === by ? (['writer'] as const) : []),
    ...(rule.needsReason && !why?.trim() ? (['reason'] as const) : []),
  ]
}
