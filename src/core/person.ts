/** A person, and on what basis they may be shown. Absent basis means never. */
import type { Labels } from './language.ts'
import { AUDIENCES, type Audience } from './tier.ts'

export const SHOW_LEVELS = ['never', 'pseudonym', 'initials', 'name'] as const
export type ShowLevel = (typeof SHOW_LEVELS)[number]

/** consent: given by the person · already_public: named publicly before, with the reason · office: acting in office. */
export const BASIS_KINDS = ['consent', 'already_public', 'office'] as const
export type BasisKind = (typeof BASIS_KINDS)[number]

export type Basis = {
  readonly person: string
  readonly kind: BasisKind
  readonly level: ShowLevel
  /** The widest audience that `level` holds for. */
  readonly to: Audience
  /** The level for every audience wider than `to`; never above `level`. */
  readonly beyond: ShowLevel
  readonly reason: string
  /** How consent was given; null for the other kinds. */
  readonly givenHow: string | null
  /** The day consent was given; null where nobody asked for consent, or when the row is older than the question. */
  readonly givenOn: string | null
  readonly recordedOn: string
  /** After this day the basis no longer holds until somebody looks again. */
  readonly reviewBy: string
  readonly by: string
}

export type Person = {
  readonly id: string
  readonly names: Labels
  /** Other spellings in any script, each seen in a source. */
  readonly variants: readonly string[]
  readonly pseudonym: string | null
}

/** The level at which less is shown. */
export const lowerLevel = (a: ShowLevel, b: ShowLevel): ShowLevel =>
  SHOW_LEVELS.indexOf(a) < SHOW_LEVELS.indexOf(b) ? a : b

/** How far a basis lets somebody be shown to an audience: whoever agreed to be named to partners is not named to everybody. */
export const levelToward = ({ level, to, beyond }: Basis, audience: Audience): ShowLevel =>
  AUDIENCES.indexOf(audience) >= AUDIENCES.indexOf(to) ? level : lowerLevel(level, beyond)

/** The basis on which a person may be shown on a day: the newest, unless its review day has passed; null means never. */
export function basisOn(bases: readonly Basis[], today: string): Basis | null {
  const newest = bases.at(-1)
  return newest && newest.reviewBy >= today ? newest : null
}

/** Of two that bind, the one that a person is told of: the lower level, and of equals the one that ends first. */
export const stricter = (a: Basis, b: Basis): Basis =>
  a.level === b.level ? (a.reviewBy <= b.reviewBy ? a : b) : lowerLevel(a.level, b.level) === a.level ? a : b

/** Of all that bind; null: none does. */
export function strictestOf(bases: readonly Basis[]): Basis | null {
  const [first, ...others] = bases
  return first ? others.reduce(stricter, first) : null
}

/** Of each person the bases that bind on a day; of those who are one every basis binds all, and where one has none nobody has. */
export function basesThatBind(
  bases: ReadonlyMap<string, readonly Basis[]>,
  groups: readonly (readonly string[])[],
  today: string,
): ReadonlyMap<string, readonly Basis[]> {
  const own = (id: string): readonly (Basis | null)[] => [basisOn(bases.get(id) ?? [], today)]
  const together = new Map(groups.flatMap((group) => group.map((id) => [id, group.flatMap(own)] as const)))
  return new Map(
    [...bases.keys()].map((id) => {
      const all = together.get(id) ?? own(id)
      return [id, all.every((one) => one !== null) ? all : []]
    }),
  )
}
