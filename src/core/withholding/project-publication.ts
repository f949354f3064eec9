/** A publication as it was frozen in, what readers may see of it today out: without a sentence whose record is gone, without a name that is withheld by now. */

import type { Public } from '../public-record.ts'
import { type Bond, bondKey, type Prints, rowsIn } from '../publication/text.ts'
import type { NamesInWords } from './names-in-words.ts'
import { asPublic } from './project.ts'

/** Which of its words may be read. `ids`: of the sentence, where it is one. */
export type MayRead = (words: string, bonds: readonly Bond[], id?: string) => boolean

export type PublicationWithholding = {
  /** Of everything that readers may see today; a bond without one is gone. */
  readonly today: Prints
  /** The names that readers may see in a record, by its bond. */
  readonly shownIn: ReadonlyMap<string, readonly string[]>
  readonly names: NamesInWords
  /** Whether readers may see a record today. */
  readonly isShown: (incident: string) => boolean
}

/** Part by part: a database keeps the parts of a fingerprint in an order of its own. */
const isSame = (was: Readonly<Record<string, string>>, is: Readonly<Record<string, string>>): boolean =>
  Object.keys(was).length === Object.keys(is).length &&
  Object.entries(was).every(([part, print]) => is[part] === print)

/**
 * Asked anew whenever anything is withheld. What was drafted of a record that says the same today may be read as it is: the
 * record went through withholding itself. All other words are searched for names, whoever wrote them and whenever.
 */
export function mayReadOf(
  frozen: { readonly prints: Prints; readonly drafted: ReadonlySet<string> },
  { today, shownIn, names, isShown }: PublicationWithholding,
): MayRead {
  // A number tells of each record that it was counted of: the sum of one fine is that fine.
  const isOpen = (bond: Bond): boolean => {
    const key = bondKey(bond)
    return today[key] !== undefined && rowsIn({ [key]: frozen.prints[key] ?? {} }).every(isShown)
  }
  const isAsItWas = (bond: Bond): boolean => {
    const [was, is] = [frozen.prints[bondKey(bond)], today[bondKey(bond)]]
    return was !== undefined && is !== undefined && isSame(was, is)
  }
  const isAgreedStill = (bond: Bond): boolean => {
    const [was, is] = [frozen.prints[bondKey(bond)], today[bondKey(bond)]]
    return was !== undefined && Object.entries(was).every(([part, print]) => is?.[part] === print)
  }
  return (words, bonds, id) => {
    if (!bonds.every(isOpen)) return false
    // Who agreed to other words, or to be called otherwise, since is not quoted in the old ones.
    if (bonds.some((bond) => bond.kind === 'testimony' && !isAgreedStill(bond))) return false
    if (id !== undefined && bonds.length > 0 && frozen.drafted.has(id) && bonds.every(isAsItWas)) return true
    const shown = bonds.flatMap((bond) => shownIn.get(bondKey(bond)) ?? [])
    return names.heldIn(words, shown).length === 0
  }
}

/** `pruned` takes out what may not be read; the brand is put on what it leaves. */
export const projectPublication = <T>(
  frozen: Parameters<typeof mayReadOf>[0],
  given: PublicationWithholding,
  pruned: (mayRead: MayRead) => T,
): Public<T> => asPublic(pruned(mayReadOf(frozen, given)))
