/** What every use case is handed: the stores, the files, the clock, who asks, and the data that monitors own. */
import type { Clock } from '../adapters/clock.ts'
import type { FileStore } from '../adapters/file-store.ts'
import type { Model } from '../adapters/language-model.ts'
import type { Knowledge } from '../adapters/load-knowledge.ts'
import { type Actor, HOME } from '../core/access.ts'
import { type Decided, objectsOf } from '../core/decided.ts'
import { refuse } from '../core/faults.ts'
import { canonical, type Json } from '../core/json.ts'
import type { Pack } from '../core/pack.ts'
import type { Happening } from '../store/append.ts'
import type { Store } from '../store/connect.ts'

export type { Knowledge }

/** Two moments (ISO, UTC) between which it is: one and the same, but for a clock that has jumped. */
export type Span = { readonly isSteady: boolean; readonly earliest: string; readonly latest: string }

export type Context = {
  /** As far as the one who asks may reach: behind the wall of their compartment, or the whole for the operator. */
  readonly store: Store
  /** The whole, for what belongs to nobody: the derived tiers and the log. */
  readonly house: Store
  /** Null: the operator, at the machine itself. */
  readonly actor: Actor | null
  readonly files: FileStore
  readonly clock: Clock
  readonly knowledge: Knowledge
  readonly maxBytes: number
  /** Left out: no language model is asked, and nothing leaves. */
  readonly model?: Model | null
  /** Left out: the clock is believed. */
  readonly span?: () => Span
  /** Key whose lists of recipients are believed; empty or left out: nothing can be sealed. */
  readonly sealingRoot?: string
}

export function packOf(knowledge: Pick<Knowledge, 'packs'>, id: string): Pack {
  const pack = knowledge.packs.get(id)
  if (!pack) throw refuse('pack.unknown', { id })
  return pack
}

type Timed = Pick<Context, 'clock' | 'span'>
/** Whether the clock can be believed: until it can, what cannot be undone by a day waits. */
export const isSteady = ({ span }: Pick<Context, 'span'>): boolean => span?.().isSteady ?? true
/** It is this moment at least: of what is let out at an hour. */
export const earliestNow = ({ clock, span }: Timed): string => span?.().earliest ?? clock.now()
/** It is this day at most: of what is shown no longer after a day. */
export const latestToday = ({ clock, span }: Timed): string => (span?.().latest ?? clock.now()).slice(0, 10)

export const organisationOf = (context: Pick<Context, 'actor'>): string => context.actor?.organisation ?? HOME

/** The entry of the log that a decision leaves. */
export const happeningOf = (context: Context, decided: Decided): Happening => ({
  actor: decided.by,
  at: context.clock.now(),
  useCase: 'decide',
  object: objectsOf(decided).join(' '),
  input: JSON.parse(canonical(decided)) as Json,
  organisation: organisationOf(context),
})
