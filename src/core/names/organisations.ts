/** Two names of bodies or ships in, a score with its reasons out: legal forms weigh little, numbers must be the same. */
import { aligned, type Paired } from './align.ts'
import { likeness } from './edit.ts'
import type { NameRules } from './rules.ts'
import { type NameScore, type Reason, reason, SAME } from './score.ts'
import { type NameToken, tokensOf } from './tokens.ts'

const ONE_WORD = 0.75
const WEIGHT = { form: 0.1, light: 0.1, common: 0.55, whole: 1 }
/** Tops of what is not certain. */
const CAPS = { disagree: 0.5, number: 0.3, slip: 0.75 }
/** How much of what one side says and the other leaves out counts against. */
const LEFT_OUT = 0.5

type Word = NameToken & { readonly weight: number; readonly form: number | null }

export function scoreOrganisations(a: string, b: string, rules: NameRules): NameScore | null {
  const [left, right] = [words(a, rules), words(b, rules)]
  if (left.length === 0 || right.length === 0) return null
  if (joined(left) === joined(right)) return { score: 1, same: true, why: [reason('equal', a, b, 1)] }
  const pairs = aligned(left.length, right.length, (i, j) => alike(left[i], right[j], rules))
  const why = pairs.map(({ left: i, right: j, like }) =>
    reason(
      left[i]?.form != null ? 'form' : like === 1 ? 'equal' : 'alike',
      left[i]?.written,
      right[j]?.written,
      like,
    ),
  )
  const loose = [
    left.filter((_, i) => !pairs.some((one) => one.left === i)),
    right.filter((_, j) => !pairs.some((one) => one.right === j)),
  ] as const
  const weightOf = (some: readonly Word[]): number => some.reduce((sum, one) => sum + one.weight, 0)
  const weightIn = (one: Paired): number =>
    ((left[one.left]?.weight ?? 0) + (right[one.right]?.weight ?? 0)) / 2
  const agreed = pairs.reduce((sum, one) => sum + one.like * weightIn(one), 0)
  const paired = pairs.reduce((sum, one) => sum + weightIn(one), 0)
  const heavy = loose.map((side) => side.filter((one) => one.weight >= WEIGHT.common))
  const glued = heavy.every((side) => side.length > 0)
    ? likeness(spelled(loose[0]), spelled(loose[1]), rules.costs)
    : 0
  const isGlued = glued >= ONE_WORD
  const against = isGlued ? 0 : LEFT_OUT * (weightOf(loose[0]) + weightOf(loose[1]))
  const base = (agreed + (isGlued ? glued : 0)) / Math.max(paired + (isGlued ? 1 : 0) + against, 0.01)
  const caps: [number, Reason][] = []
  if (numbersDiffer(loose))
    caps.push([CAPS.number, reason('other-number', text(loose[0]), text(loose[1]), 0)])
  if (!isGlued && heavy.every((side) => side.length > 0))
    caps.push([CAPS.disagree, reason('disagree', text(loose[0]), text(loose[1]), 0)])
  else if (!isGlued && heavy.some((side) => side.length > 0))
    why.push(reason('left-out', text(heavy.flat()), null, 0))
  if (isGlued) why.push(reason('glued', text(heavy[0] ?? []), text(heavy[1] ?? []), glued))
  const score = Math.max(0, Math.min(base, ...caps.map(([cap]) => cap)))
  return { score, same: score >= SAME, why: [...why, ...caps.map(([, one]) => one)] }
}

const joined = (some: readonly Word[]): string =>
  some
    .filter((one) => one.form === null && one.weight > WEIGHT.light)
    .map((one) => one.folded)
    .join('')
const spelled = (some: readonly Word[]): string =>
  some
    .filter((one) => one.form === null)
    .map((one) => one.folded)
    .join('')
const text = (some: readonly Word[]): string => some.map((one) => one.written).join(' ')

const isNumber = (one: NameToken): boolean => /^\p{N}+$/u.test(one.written) || /^[IVX]{2,}$/.test(one.written)
const numbersDiffer = (loose: readonly (readonly Word[])[]): boolean =>
  loose.some((side) => side.some(isNumber)) && loose.every((side) => side.length > 0)

function alike(a: Word | undefined, b: Word | undefined, rules: NameRules): number {
  if (!a || !b) return 0
  if (a.form !== null || b.form !== null) return a.form === b.form ? 1 : 0
  if (a.folded === b.folded) return 1
  if (isNumber(a) || isNumber(b) || a.weight < WEIGHT.common || b.weight < WEIGHT.common) return 0
  const like = likeness(a.folded, b.folded, rules.costs)
  return like >= ONE_WORD ? like : 0
}

/** Legal forms of several words are one word of their group. */
function words(name: string, rules: NameRules): readonly Word[] {
  const plain = inFigures(tokensOf(undotted(name), rules), rules)
  const found: Word[] = []
  for (let at = 0; at < plain.length; at += 1) {
    const taken = [5, 4, 3, 2, 1].find(
      (many) => at + many <= plain.length && rules.forms.has(foldedOf(plain, at, many)),
    )
    const [token] = plain.slice(at)
    if (!token) break
    if (taken !== undefined) {
      const form = rules.forms.get(foldedOf(plain, at, taken)) ?? null
      found.push({ ...token, weight: WEIGHT.form, form })
      at += taken - 1
      continue
    }
    const isLight = rules.lightOfOrganisation.has(token.folded)
    const weight = isLight ? WEIGHT.light : rules.common.has(token.folded) ? WEIGHT.common : WEIGHT.whole
    found.push({ ...token, weight, form: null })
  }
  return found.some((one) => one.form === null)
    ? found
    : found.map((one) => ({ ...one, form: null, weight: WEIGHT.whole }))
}

/** Tens said before units in words are one number: `Forty-Four` is 44. */
function inFigures(said: readonly NameToken[], { numbers }: NameRules): readonly NameToken[] {
  const found: NameToken[] = []
  for (const [at, one] of said.entries()) {
    const figures = numbers.get(one.folded)
    const tens = numbers.has(said[at - 1]?.folded ?? '') ? found.at(-1) : undefined
    if (figures === undefined) found.push(isNumber(one) ? { ...one, folded: one.written } : one)
    else if (tens && TENS.test(tens.folded) && UNITS.test(figures)) {
      const sum = String(Number(tens.folded) + Number(figures))
      found.splice(-1, 1, { ...tens, written: sum, folded: sum })
    } else found.push({ ...one, written: figures, folded: figures })
  }
  return found
}
const [TENS, UNITS] = [/^[2-9]0$/, /^[1-9]$/]

/** `S.A.` and `p.l.c.` are SA and plc. */
const undotted = (name: string): string =>
  name.replace(/(?<![\p{L}\p{M}])(?:\p{L}\.\s?){1,}\p{L}(?:\.|(?![\p{L}\p{M}]))/gu, (letters) =>
    letters.replace(/[.\s]/g, ''),
  )

const foldedOf = (some: readonly NameToken[], at: number, many: number): string =>
  some
    .slice(at, at + many)
    .map((one) => one.folded)
    .join(' ')
