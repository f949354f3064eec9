/** The states of a record and the moves between them: what was decided and moved in, where it stands and what the public may see out. */
import type { Rule } from './codebook.ts'
import type { Labels } from './language.ts'

/**
 * inbox: came in sealed · draft: proposed by rules, nobody has decided · coded: a coder decided · verified: a second person
 * read it against the source · cleared: found safe to show · published, corrected: on public pages · withdrawn: taken off.
 */
export const STATES = [
  'inbox',
  'draft',
  'coded',
  'verified',
  'cleared',
  'published',
  'corrected',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]

export const MOVES = ['verify', 'clear', 'publish', 'correct', 'return', 'withdraw', 'reopen'] as const
export type MoveName = (typeof MOVES)[number]

/** One line of the table of states, owned by lawyers (codebook/access.yaml). */
export type MoveRule = Rule & {
  readonly move: MoveName
  readonly label: Labels
  readonly from: readonly State[]
  readonly to: State
  /** True: nobody who coded the record may make this move. */
  readonly notByCoder: boolean
  readonly needsReason: boolean
}

/** A move as it was made. `event`: its place in the log. */
export type Moved = { readonly move: MoveName; readonly event: number; readonly by: string }

export type Status = {
  readonly state: State
  /** The log entry up to which decisions are public; null: nothing is. A later decision waits for its own clearance. */
  readonly shown: number | null
}

/** States in which a record is on public pages. */
export const SHOWN: ReadonlySet<State> = new Set(['published', 'corrected'])

/**
 * Decisions and moves in the order of the log. A decision after the last move takes the record back to `coded`: what nobody
 * has read twice is not published, and what was published before stays as it was. Nothing but `reopen` leads out of `withdrawn`.
 */
export function statusOf(
  decided: readonly number[],
  moved: readonly Moved[],
  rules: ReadonlyMap<MoveName, MoveRule>,
): Status {
  let status: Status = { state: decided.length > 0 ? 'coded' : 'draft', shown: null }
  const steps = [
    ...decided.map((event) => ({ event, move: null })),
    ...moved.map(({ event, move }) => ({ event, move })),
  ].sort((a, b) => a.event - b.event)
  for (const { event, move } of steps) {
    if (move === null) {
      if (status.state !== 'withdrawn') status = { ...status, state: 'coded' }
      continue
    }
    const state = rules.get(move)?.to ?? status.state
    const shown = SHOWN.has(state) ? event : state === 'withdrawn' ? null : status.shown
    status = { state, shown }
  }
  return status
}

export type Refused = 'state' | 'coder' | 'reason' | 'reply' | 'second'

/**
 * Why a move cannot be made, every reason at once; empty when it can. `replied`: false while a needed reply is awaited;
 * `readTwice`: false while a blind second reading that the codebook asks for is awaited, or differs and is not settled.
 */
export function hindrances(
  rule: MoveRule,
  record: {
    readonly state: State
    readonly coders: readonly string[]
    readonly wasShown: boolean
    readonly replied: boolean
    readonly readTwice: boolean
  },
  by: string,
  why: string | undefined,
): readonly Refused[] {
  // First publication and correction are one step under two names: which it is depends on what was shown before.
  const fits = rule.move === 'publish' ? !record.wasShown : rule.move === 'correct' ? record.wasShown : true
  return [
    ...(rule.from.includes(record.state) && fits ? [] : (['state'] as const)),
    ...(rule.notByCoder && record.coders.includes(by) ? (['coder'] as const) : []),
    ...(rule.needsReason && !why?.trim() ? (['reason'] as const) : []),
    ...(rule.move === 'clear' && !record.replied ? (['reply'] as const) : []),
    ...(rule.move === 'verify' && !record.readTwice ? (['second'] as const) : []),
  ]
}
