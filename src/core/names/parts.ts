/** A folded token in, what part of a person's name it may be by its ending: a patronymic, a surname with its gender, or neither. */
import type { NameRules } from './rules.ts'

export type Gender = 'male' | 'female'
/** `root`: what a surname was made of (Жақып of Жақыпова); `longer`: the stem with the letter the ending begins with, which may belong to both (Серік + қызы). */
export type NamePart =
  | { readonly kind: 'patronymic'; readonly stem: string; readonly gender: Gender; readonly longer: string }
  | { readonly kind: 'surname'; readonly stem: string; readonly gender: Gender; readonly root: string }
  | { readonly kind: 'plain'; readonly stem: string; readonly gender: null }

/** Shorter than this nothing is left of a name once its ending is off. */
const SHORTEST = 3

export function partOf(
  folded: string,
  { patronymic, surnames }: Pick<NameRules, 'patronymic' | 'surnames'>,
): NamePart {
  for (const gender of ['male', 'female'] as const) {
    const ending = patronymic[gender].find((one) => hasEnding(folded, one))
    if (ending !== undefined) {
      const stem = folded.slice(0, -ending.length)
      return { kind: 'patronymic', stem, longer: `${stem}${ending.slice(0, 1)}`, gender }
    }
  }
  for (const [male, female] of surnames) {
    if (hasEnding(folded, female))
      return {
        ...{ kind: 'surname', stem: folded.slice(0, -female.length) + male, gender: 'female' },
        root: folded.slice(0, -female.length),
      }
    if (hasEnding(folded, male))
      return { kind: 'surname', stem: folded, gender: 'male', root: folded.slice(0, -male.length) }
  }
  return { kind: 'plain', stem: folded, gender: null }
}

const hasEnding = (folded: string, ending: string): boolean =>
  folded.endsWith(ending) && folded.length - ending.length >= SHORTEST
