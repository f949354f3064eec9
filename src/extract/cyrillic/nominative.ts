/** A name as inflected, with what the words beside it say → the same name in its base form. */
import type { Inflection, NameEnding } from '../../core/reading.ts'

export type Hint = {
  /** Case of the word of role beside the name, where one stands. */
  readonly role: 'nominative' | 'oblique' | null
  readonly gender: 'm' | 'f' | null
  /** The case that the verb before asks for. */
  readonly governed?: 'acc' | 'dat' | null
  /** Another given name, or a word for several people, stands before: the surname may be that of all. */
  readonly plural: boolean
}
type Form = {
  readonly base: string
  readonly gender: NameEnding['gender']
  readonly cases: readonly string[]
  readonly weight: number
}

/** Every reading of one word by the first table that explains it; a word no table explains keeps its form in all cases. */
function formsOf(word: string, tables: readonly (readonly NameEnding[])[]): Form[] {
  for (const table of tables) {
    const found = table.flatMap((one): Form[] => {
      if (!word.endsWith(one.strip)) return []
      const stem = word.slice(0, word.length - one.strip.length)
      return stem.length > 0 && one.stem.test(stem)
        ? [{ base: stem + one.add, gender: one.gender, cases: one.cases, weight: 0 }]
        : []
    })
    if (found.length > 0) return found
  }
  return (['m', 'f'] as const).map((gender) => ({
    base: word,
    gender,
    cases: ['nom', 'gen', 'dat', 'acc', 'ins', 'loc'],
    weight: -0.5,
  }))
}

/** Turkic «son of», «daughter of»: never inflected. */
const SON_OF = /(?:ұлы|қызы|улы|кызы|оглы|заде)$/iu

const isInitial = (word: string): boolean => /^\p{Lu}\.?$/u.test(word)

export type Named = { readonly name: string; readonly gender: NameEnding['gender'] }

/** The words of one name, given name or surname first; the best reading in which all words agree. */
export function nominative(words: readonly string[], inflection: Inflection, hint: Hint): Named {
  // A surname that the first table cannot bring to agree (Ильиных) is tried with the next.
  for (const skip of inflection.surnames.keys()) {
    const found = agreeing(words, inflection, inflection.surnames.slice(skip), hint)
    if (found && (found.gender !== 'p' || hint.plural)) return found
  }
  // A surname that never changes (Ланге) beside a given name that does.
  const fixed = agreeing(words, inflection, [], hint)
  return fixed && fixed.gender !== 'p' ? fixed : { name: words.join(' '), gender: 'm' }
}

function agreeing(
  words: readonly string[],
  inflection: Inflection,
  surnames: Inflection['surnames'],
  hint: Hint,
): Named | null {
  const { given } = inflection
  const surnameAt = surnameIndex(words, surnames)
  const readings = words.map((word, index): Form[] => {
    if (isInitial(word) || SON_OF.test(word) || /^(?:ұлы|қызы|улы|кызы|оглы)$/u.test(words[index + 1] ?? ''))
      return (['m', 'f'] as const).map((gender) => ({
        base: word,
        gender,
        cases: ['nom', 'gen', 'dat', 'acc', 'ins', 'loc'],
        weight: 0,
      }))
    return formsOf(word, index === surnameAt ? surnames : given)
  })
  let best: { named: Named; score: number } | null = null
  const visit = (index: number, chosen: readonly Form[]): void => {
    if (index === readings.length) {
      const gender = chosen[surnameAt]?.gender ?? 'm'
      const shared = chosen.reduce<readonly string[]>(
        (cases, one) => cases.filter((name) => one.cases.includes(name)),
        chosen[0]?.cases ?? [],
      )
      if (shared.length === 0 || chosen.some((one) => one.gender !== gender && gender !== 'p')) return
      const score = scoreOf(chosen, words, surnameAt, shared, inflection, hint)
      if (!best || score > best.score)
        best = { named: { name: chosen.map((one) => one.base).join(' '), gender }, score }
      return
    }
    for (const one of readings[index] ?? []) visit(index + 1, [...chosen, one])
  }
  visit(0, [])
  const found = best as { named: Named; score: number } | null
  return found?.named ?? null
}

/** The surname stands last, unless the first word alone ends as surnames do. */
function surnameIndex(words: readonly string[], surnames: Inflection['surnames']): number {
  const sure = (word: string | undefined): boolean =>
    word !== undefined &&
    (surnames[0] ?? []).some(
      (one) => word.endsWith(one.strip) && one.stem.test(word.slice(0, word.length - one.strip.length)),
    )
  return words.length > 1 && sure(words[0]) && !sure(words.at(-1)) ? 0 : words.length - 1
}

function scoreOf(
  chosen: readonly Form[],
  words: readonly string[],
  surnameAt: number,
  cases: readonly string[],
  { women, men }: Inflection,
  hint: Hint,
): number {
  const first = chosen.find((_, index) => index !== surnameAt && !isInitial(words[index] ?? ''))
  const key = first?.base.toLowerCase() ?? ''
  let score = chosen.reduce((sum, one) => sum + one.weight, 0)
  const gender = chosen[surnameAt]?.gender
  const vowel = /[ая]$/u.test(key)
  if (gender === 'f' && women.has(key)) score += 3
  if (gender === 'f' && vowel && !women.has(key)) score -= 1
  // Names that never change are rare: «Арине» is a form of Арина.
  if (/[еуюи]$/u.test(key) && !women.has(key) && !men.has(key)) score -= 1.5
  if (gender === 'm' && vowel) score += men.has(key) ? 3 : -3
  if (gender === 'm' && women.has(key)) score -= 3
  if (hint.gender !== null && gender === hint.gender) score += 2
  if (gender === 'p') score += hint.plural ? 2 : -4
  const nominative = cases.includes('nom')
  if (hint.role !== null) score += nominative === (hint.role === 'nominative') ? 2 : 0
  if (hint.governed && cases.includes(hint.governed)) score += 1.5
  return score + (nominative ? 0.5 : 0)
}
