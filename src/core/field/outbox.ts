/**
 * What two phones hold in, what one holds after they met out. An outbox only grows by what was sealed or carried in, and only
 * loses what the house acknowledged: joined in any order, any number of times, it comes out the same.
 */
import type { ItemHead, Vouched } from './item.ts'

export const FIELD_KINDS = ['note', 'photo', 'hearing', 'count'] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** `kind`: null of what somebody else carried in: that it is a hearing is told to nobody. `day`: when it was finished, or came in here. */
export type Waiting = {
  readonly head: ItemHead
  readonly vouched: Vouched | null
  readonly kind: FieldKind | null
  readonly day: string
}
export type Outbox = ReadonlyMap<string, Waiting>

/** Of one item the one that knows more stands: its own kind, and who vouched first by the order of their keys. */
export function joined(a: Outbox, b: Iterable<Waiting>): Outbox {
  const all = new Map(a)
  for (const one of b) {
    const known = all.get(one.head.id)
    all.set(one.head.id, known ? fuller(known, one) : one)
  }
  return all
}

function fuller(a: Waiting, b: Waiting): Waiting {
  return {
    head: a.head,
    vouched: firstOf(a.vouched, b.vouched, ({ key, signature }) => `${key} ${signature}`),
    kind: firstOf(a.kind, b.kind, String),
    day: a.day < b.day ? a.day : b.day,
  }
}

function firstOf<T>(a: T | null, b: T | null, text: (one: T) => string): T | null {
  if (a === null || b === null) return a ?? b
  return text(a) <= text(b) ? a : b
}

/** Those alone that the house said it has go. */
export const without = (outbox: Outbox, acknowledged: ReadonlySet<string>): Outbox =>
  new Map([...outbox].filter(([id]) => !acknowledged.has(id)))
