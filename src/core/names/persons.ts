/** Two names of persons in, a score with its reasons out: which parts match how, and what speaks against. */
import { aligned, type Paired } from './align.ts'
import { likeness } from './edit.ts'
import { familyOf } from './families.ts'
import { type NamePart, partOf } from './parts.ts'
import type { NameRules } from './rules.ts'
import { type NameScore, type Reason, reason, SAME } from './score.ts'
import { type NameToken, tokensOf } from './tokens.ts'

/** Likeness below which two whole parts are two names, whatever else agrees: short names differ by a letter, long ones seldom do. */
const ONE_NAME = { short: 0.84, middling: 0.82, long: 0.78 }
const oneName = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  return length >= 9 ? ONE_NAME.long : length >= 7 ? ONE_NAME.middling : ONE_NAME.short
}
/** Evidence of an initial against a whole name, and how well it agrees. */
const INITIAL = { weight: 0.5, like: 0.85 }
const LIGHT = 0.15
/** Surnames that differ in nothing but the gender of their ending. */
const OTHER_GENDER = 0.93
const DOUBLET = 0.95
/** Tops of what is not certain: one part alone, two that disagree, a name that may be a slip. */
const CAPS = { onePart: 0.6, disagree: 0.45, maybeSlip: 0.65, otherFather: 0.4, otherGender: 0.6 }
/** Taken off for each whole part that one side has and the other leaves out. */
const LEFT_OUT = 0.06

/** Whole parts that agree beside one that may be a slip: with so many, it is one. A surname, a given name and a father's are too few: brothers share two. */
const [VOUCHERS, SLIP] = [3, 0.7]

export type Token = NameToken & {
  readonly part: NamePart
  /** Of words that are one name; null: of none. */
  readonly family: number | null
  readonly isLight: boolean
  /** Of an initial: how the name that it stands for may begin, folded. */
  readonly begins: readonly string[]
}

/**
 * Order does not count; a patronymic, a title or a particle may be missing; an initial agrees with what begins like it.
 * Two whole parts that disagree are two people, however much else agrees. Pipeline: research on linking, §2.
 */
export const scorePersons = (a: string, b: string, rules: NameRules): NameScore | null =>
  scoreRead(readPerson(a, rules), readPerson(b, rules), rules)

/** A name with its parts seen: read once where it is compared with many. */
export type PersonName = { readonly written: string; readonly tokens: readonly Token[] }
export const readPerson = (name: string, rules: NameRules): PersonName => ({
  written: name,
  tokens: tokens(name, rules),
})

/** Two tokens → how alike they are; 0 for tokens that may not be paired. */
export type Alike = (a: Token, b: Token) => number
export const alikeBy =
  (rules: NameRules): Alike =>
  (a, b) =>
    alike(a, b, rules)

/** `like`: an Alike that remembers, where thousands of names are compared and their words come again. */
export function scoreRead(
  a: PersonName,
  b: PersonName,
  rules: NameRules,
  like: Alike = alikeBy(rules),
): NameScore | null {
  const [left, right] = [a.tokens, b.tokens]
  if (left.length === 0 || right.length === 0) return null
  if (joined(left) === joined(right))
    return { score: 1, same: true, why: [reason('equal', a.written, b.written, 1)] }
  const pairs = aligned(left.length, right.length, (i, j) => {
    const [one, other] = [left[i], right[j]]
    return one && other ? like(one, other) : 0
  })
  const why = pairs.map(({ left: i, right: j, like }) =>
    reason(kindOf(left[i], right[j], like), left[i]?.written, right[j]?.written, like),
  )
  const loose = {
    left: left.filter((_, i) => !pairs.some((one) => one.left === i)),
    right: right.filter((_, j) => !pairs.some((one) => one.right === j)),
  }
  return judged(left, right, pairs, loose, why, rules)
}

type Side = readonly Token[]
type Loose = { readonly left: Side; readonly right: Side }

function judged(
  left: Side,
  right: Side,
  pairs: readonly Paired[],
  loose: Loose,
  why: readonly Reason[],
  rules: NameRules,
): NameScore {
  const weighed = pairs.map((one) => ({ ...one, weight: weightOf(left[one.left], right[one.right]) }))
  const sum = weighed.reduce((all, one) => all + one.weight, 0)
  const mean = sum === 0 ? 0 : weighed.reduce((all, one) => all + one.weight * one.like, 0) / sum
  const needed = { left: needing(loose.left, loose.right), right: needing(loose.right, loose.left) }
  const hasBoth = needed.left.length > 0 && needed.right.length > 0
  // «Abd al-Rahman» and «Abdulrahman»: what is left on both sides may be one name cut differently.
  const glue = hasBoth
    ? Math.max(
        likeness(joined(needed.left), joined(needed.right), rules.costs),
        // «Patr ushev» beside «Platonovich Patrushev»: the father's name is no part of what was cut.
        likeness(
          joined(needed.left.filter(isNoFather)),
          joined(needed.right.filter(isNoFather)),
          rules.costs,
        ),
      )
    : 0
  const isGlued = glue >= ONE_NAME.short
  const whole = weighed.filter((one) => one.weight === 1)
  const slips = whole.filter(
    (one) => one.like < oneName(left[one.left]?.folded ?? '', right[one.right]?.folded ?? ''),
  )
  const isVouchedFor = slips.length === 1 && whole.length > VOUCHERS && slips.every((one) => one.like >= SLIP)
  const slip = isVouchedFor ? undefined : slips[0]
  const agreed = weighed.filter((one) => one.weight >= INITIAL.weight).length + (isGlued ? 1 : 0)
  const caps: readonly (false | readonly [number, Reason])[] = [
    hasBoth &&
      !isGlued && [CAPS.disagree, reason('disagree', written(needed.left), written(needed.right), 0)],
    fathersDiffer(loose) && [
      CAPS.otherFather,
      reason('other-father', written(loose.left), written(loose.right), 0),
    ],
    slip !== undefined && [
      CAPS.maybeSlip,
      reason('maybe-slip', left[slip.left]?.written, right[slip.right]?.written, slip.like),
    ],
    agreed < 2 && left.length + right.length > 2 && [CAPS.onePart, reason('one-part', null, null, 0)],
    isInitialsOnly(left, right, pairs) && [
      CAPS.disagree,
      reason('disagree', written(left), written(right), 0),
    ],
    sonAndFather(left, right, pairs) && [CAPS.otherFather, reason('other-father', null, null, 0)],
    gendersClash(left, right, whole) && [CAPS.otherGender, reason('other-gender', null, null, 0)],
  ]
  const against = caps.filter((one) => one !== false)
  const extra = isGlued ? [] : [...needed.left, ...needed.right]
  const score = Math.max(0, Math.min(mean - LEFT_OUT * extra.length, ...against.map(([cap]) => cap)))
  const more = [
    isGlued && reason('glued', written(needed.left), written(needed.right), glue),
    extra.length > 0 && against.length === 0 && reason('left-out', written(extra), null, 0),
  ].filter((one) => one !== false)
  return { score, same: score >= SAME, why: [...why, ...more, ...against.map(([, one]) => one)] }
}

const weightOf = (a: Token | undefined, b: Token | undefined): number =>
  a?.isLight || b?.isLight ? LIGHT : a?.isInitial || b?.isInitial ? INITIAL.weight : 1

const tokens = (name: string, rules: NameRules): readonly Token[] =>
  tokensOf(lettersForFigures(name), rules).map((token) => ({
    ...token,
    part: partOf(token.folded, rules),
    family: familyOf(token.folded, rules),
    isLight: rules.lightOfPerson.has(token.folded) && !token.isInitial,
    begins: token.isInitial ? beginsOf(token, rules) : [],
  }))

/** A figure within a word stands for the letter it looks like: `Ig0r`, `Sech1n`. */
const lettersForFigures = (name: string): string =>
  name.replace(/(?<=\p{L})[01](?=\p{L})/gu, (figure) => (figure === '0' ? 'o' : 'i'))

const joined = (some: readonly Token[]): string => some.map((one) => one.folded).join('')
const written = (some: readonly Token[]): string => some.map((one) => one.written).join(' ')
const isFather = (one: Token): boolean => one.part.kind === 'patronymic'
const isNoFather = (one: Token): boolean => !isFather(one)
/** What of one side needs an answer, seeing what the other side has without one. */
const needing = (side: readonly Token[], other: readonly Token[]): readonly Token[] =>
  side.filter(
    (one) => !one.isLight && (!isFather(one) || other.some((its) => !its.isLight && !isFather(its))),
  )

function alike(a: Token, b: Token, rules: NameRules): number {
  if (a.folded === b.folded) return 1
  if (a.isLight || b.isLight) return 0
  if (a.isInitial || b.isInitial) return startsAlike(a, b) ? INITIAL.like : 0
  if (a.part.kind === 'patronymic' && b.part.kind === 'patronymic') {
    const like = fathersAlike(a.part, b.part, rules)
    return like >= ONE_NAME.short ? like : 0
  }
  if (a.family !== null && a.family === b.family) return DOUBLET * (gendersDiffer(a, b) ? OTHER_GENDER : 1)
  const stems = stemLikeness(a, b, rules)
  return stems > 0.5 ? stems : 0
}

type Father = Extract<NamePart, { readonly kind: 'patronymic' }>
const fathersAlike = (a: Father, b: Father, { costs }: NameRules): number =>
  Math.max(
    ...[a.stem, a.longer].flatMap((one) => [b.stem, b.longer].map((other) => likeness(one, other, costs))),
  )

const gendersDiffer = (a: Token, b: Token): boolean =>
  a.part.kind === 'surname' && b.part.kind === 'surname' && a.part.gender !== b.part.gender

/** Surnames by their stems, so that the ending of a wife does not count as two faults. */
function stemLikeness(a: Token, b: Token, rules: NameRules): number {
  const plain = likeness(a.folded, b.folded, rules.costs)
  if (!gendersDiffer(a, b)) return plain
  return Math.max(plain, OTHER_GENDER * likeness(a.part.stem, b.part.stem, rules.costs))
}

function startsAlike(a: Token, b: Token): boolean {
  const [initial, other] = a.isInitial ? [a, b] : [b, a]
  return initial.begins.some((one) =>
    other.isInitial
      ? other.begins.some((its) => its.startsWith(one) || one.startsWith(its))
      : other.folded.startsWith(one),
  )
}

/** Ю and Я are two letters in Latin, and an initial may be written as one. */
const beginsOf = ({ written, folded }: NameToken, { initials }: NameRules): readonly string[] => [
  folded,
  ...(folded.length === 2 ? [folded.slice(0, 1)] : []),
  ...(initials.get(written.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()) ?? []),
]

/** `K. Kenzhebaev` and `K. Karimov`: each surname agrees with the other one's initial, and no word with a word. */
const isInitialsOnly = (left: Side, right: Side, pairs: readonly Paired[]): boolean =>
  pairs.some((one) => left[one.left]?.isInitial || right[one.right]?.isInitial) &&
  !pairs.some((one) => isWhole(left[one.left]) && isWhole(right[one.right]))

/** `Salman bin Omar` and `Omar bin Salman`: who stands before the word for *son* on one side stands after it on the other. */
function sonAndFather(left: Side, right: Side, pairs: readonly Paired[]): boolean {
  const [a, b] = [left.findIndex(isSonOf), right.findIndex(isSonOf)]
  if (a < 0 || b < 0) return false
  const crossed = pairs.filter((one) => one.left < a !== one.right < b)
  return (
    crossed.some((one) => one.left < a && isWhole(left[one.left])) &&
    crossed.some((one) => one.left > a && isWhole(left[one.left]))
  )
}
const SON_OF = new Set(['bin', 'ibn', 'ben'])
const isSonOf = (one: Token): boolean => SON_OF.has(one.folded)
const isWhole = (one: Token | undefined): boolean => one !== undefined && !one.isLight && !one.isInitial

const fathersDiffer = (loose: Loose): boolean =>
  [loose.left, loose.right].every((side) => side.some((one) => one.part.kind === 'patronymic'))

/** A man's name and a woman's: a clash where the given names differ as well, which is how brother and sister are told apart. */
function gendersClash(
  left: readonly Token[],
  right: readonly Token[],
  whole: readonly { readonly left: number; readonly right: number; readonly like: number }[],
): boolean {
  // Of one word on both sides: «Lyubov» ends like a man's surname and is a woman.
  const isTold = whole.some((pair) => {
    const [one, other] = [left[pair.left]?.part.gender ?? null, right[pair.right]?.part.gender ?? null]
    return one !== null && other !== null && one !== other
  })
  if (!isTold) return false
  const given = whole.filter(
    (pair) => left[pair.left]?.part.kind === 'plain' || right[pair.right]?.part.kind === 'plain',
  )
  // An initial says too little to make a brother's name his sister's.
  return whole.length < 2 || given.some((pair) => pair.like < 1)
}

function kindOf(a: Token | undefined, b: Token | undefined, like: number): Reason['kind'] {
  if (a?.isInitial || b?.isInitial) return a?.folded === b?.folded ? 'equal' : 'initial'
  if (a?.part.kind === 'patronymic' && b?.part.kind === 'patronymic') return 'father'
  if (like === 1) return 'equal'
  if (like !== DOUBLET && like !== DOUBLET * OTHER_GENDER) return 'alike'
  return (a?.family ?? 0) < 0 ? 'accepted' : 'doublet'
}
