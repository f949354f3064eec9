/** A sentence and what its records say today in; everything that its editor must look at out. */

import { type Bond, bondKey, type Prints, rowsIn, type Written } from '../../core/publication/text.ts'
import { holdsContact } from '../../core/withholding/contact-details.ts'
import { factsIn, notSaid } from './claims-in-words.ts'

export type Flag =
  /** A record that no reader may see, or that is not there any more. */
  | { readonly kind: 'gone'; readonly bond: Bond }
  /** Words that may name somebody whose name is withheld. */
  | { readonly kind: 'named'; readonly words: readonly string[] }
  /** The records tell it otherwise than when these words were written; `is` null: they tell it no more. */
  | {
      readonly kind: 'changed'
      readonly was: string | null
      readonly is: string | null
      readonly parts: readonly { readonly bond: Bond; readonly part: string }[]
    }
  /** Numbers, days and names that do not stand in its records. */
  | { readonly kind: 'unsaid'; readonly words: readonly string[] }
  /** What looks like a fact and rests on no record. */
  | { readonly kind: 'unbound'; readonly words: readonly string[] }
  /** A telephone, an address, an account. */
  | { readonly kind: 'contact' }

/** Nobody approves over these, with whatever reason. */
export const isBlocking = ({ kind }: Flag): boolean => kind === 'gone' || kind === 'named'

export type Today = {
  /** As records tell this sentence today; null: they do not. */
  readonly drafted: string | null
  /** Of every bond that readers may see; one that is missing is gone. */
  readonly prints: Prints
  /** All that the records of this sentence say, in words. */
  readonly said: readonly string[]
  /** Names that must not be read, found in the words. */
  readonly held: readonly string[]
  readonly isKnown: (token: string) => boolean
  /** Whether readers may see a record. */
  readonly isShown: (incident: string) => boolean
}

export function flagsOf(one: Written, today: Today): readonly Flag[] {
  const gone = one.bonds.filter((bond) => {
    const key = bondKey(bond)
    // A number tells of each record that it was counted of.
    return today.prints[key] === undefined || !rowsIn({ [key]: one.prints[key] ?? {} }).every(today.isShown)
  })
  const parts = one.bonds.flatMap((bond) => changedParts(bond, one.prints, today.prints))
  const isOtherwise = one.told !== null && one.told !== today.drafted && gone.length === 0
  const isChanged = isOtherwise || parts.length > 0
  const isOwn = one.words !== one.told && one.words !== today.drafted
  // A reason holds for these words, not for what the records became since.
  const isDoubted = isOwn && one.why === null
  const unsaid =
    isDoubted && (one.bonds.length > 0 || one.told !== null)
      ? notSaid(one.words, today.said, today.isKnown)
      : []
  const unbound =
    isDoubted && one.bonds.length === 0 && one.told === null
      ? factsIn(one.words).filter((word) => /\d/.test(word) || !today.isKnown(word))
      : []
  return [
    ...gone.map((bond): Flag => ({ kind: 'gone', bond })),
    ...(today.held.length > 0 ? [{ kind: 'named', words: today.held } as const] : []),
    ...(isChanged ? [{ kind: 'changed', was: one.told, is: today.drafted, parts } as const] : []),
    ...(unsaid.length > 0 ? [{ kind: 'unsaid', words: unsaid } as const] : []),
    ...(unbound.length > 0 ? [{ kind: 'unbound', words: unbound } as const] : []),
    ...(isDoubted && holdsContact(one.words) ? [{ kind: 'contact' } as const] : []),
  ]
}

function changedParts(
  bond: Bond,
  before: Prints,
  now: Prints,
): readonly { readonly bond: Bond; readonly part: string }[] {
  const [was, is] = [before[bondKey(bond)], now[bondKey(bond)]]
  if (was === undefined || is === undefined) return []
  const parts = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort()
  return parts.flatMap((part) => (was[part] === is[part] ? [] : [{ bond, part }]))
}
