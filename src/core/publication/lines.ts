/** What a person says of a publication in one go: it begins, its text, what colleagues say of it, what becomes of it. */

import type { Json } from '../json.ts'
import type { Language } from '../language.ts'
import type { PublicationMove } from './state.ts'
import type { Outline, Written } from './text.ts'

type Who = {
  readonly by: string
  readonly at: string
  readonly why?: string | undefined
}

/** A text drafted from records: what was asked for, and what the draft said. */
export type BeginPublication = Who & {
  readonly record: 'publication'
  readonly id: string
  /** As the registry of kinds is asked: `{ kind: 'update', country: 'kz', period: '2020-q1' }`. */
  readonly asked: Readonly<Record<string, string>>
  readonly language: Language
  /** The publication that this one tells in another language. */
  readonly beside?: string | undefined
  readonly outline: Outline
  readonly sentences: readonly Written[]
}

/** Sentences as they are from now on; `outline`: where the order or a heading changed. */
export type WriteText = Who & {
  readonly record: 'text'
  /** Of the publication. */
  readonly id: string
  /** The newest entry of the log on this publication that whoever writes had read. */
  readonly seen: number
  readonly outline?: Outline | undefined
  readonly sentences: readonly Written[]
}

export const REMARKS = ['comment', 'task'] as const
/** Something said of a publication or of one sentence of it; a task is for somebody, and ends. */
export type SayOfText = Who & {
  readonly record: 'remark'
  /** Of the publication. */
  readonly id: string
  readonly remark: string
  readonly kind: (typeof REMARKS)[number]
  readonly sentence?: string | undefined
  readonly to?: string | undefined
  readonly words: string
}
/** A comment or a task is over; `isOver` false: it is open again. */
export type EndRemark = Who & {
  readonly record: 'remark-end'
  readonly id: string
  readonly remark: string
  readonly isOver: boolean
}

/** Sent to review, sent back, approved, published, corrected, withdrawn. */
export type MovePublication = Who & {
  readonly record: 'issue'
  readonly id: string
  readonly move: PublicationMove
  readonly seen: number
  /** ISO instant before which nothing of it is public; of `publish` and `correct` alone. */
  readonly until?: string | undefined
  /** The manuscript as it leaves: figures and tables are what records said on this day. Of `publish` and `correct` alone. */
  readonly frozen?: Json | undefined
}

export type PublicationLine = BeginPublication | WriteText | SayOfText | EndRemark | MovePublication
