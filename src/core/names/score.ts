/** What a comparison of two names says: a score between 0 and 1, whether that is the same name, and why. */

/** The default threshold: from here on two names are taken for one name (not for one person: that is judged with more). */
export const SAME = 0.7

export type Reason = {
  readonly kind:
    | 'equal'
    | 'alike'
    | 'initial'
    | 'father'
    | 'doublet'
    | 'accepted'
    | 'glued'
    | 'form'
    | 'left-out'
    | 'disagree'
    | 'other-father'
    | 'other-gender'
    | 'other-number'
    | 'maybe-slip'
    | 'one-part'
  readonly left: string | null
  readonly right: string | null
  readonly like: number
}
export type NameScore = { readonly score: number; readonly same: boolean; readonly why: readonly Reason[] }

export const reason = (
  kind: Reason['kind'],
  left: string | null | undefined,
  right: string | null | undefined,
  like: number,
): Reason => ({ kind, left: left ?? null, right: right ?? null, like })

/** One line for a table: `Serikova=Серикова; A.~Aigul initial`. */
export const reasonsText = (why: readonly Reason[]): string =>
  why
    .map(({ kind, left, right, like }) => {
      const words = [left, right].filter((one) => one !== null).join(' ~ ')
      return [words, kind, kind === 'alike' ? like.toFixed(2) : ''].filter((one) => one !== '').join(' ')
    })
    .join('; ')
