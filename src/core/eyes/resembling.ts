/** A reader's own words and public cases in, the laws under which alike cases stand out, nearest first. Runs in browsers too: nothing leaves the device. */
import { type Alike, readyFor, type Terms, termsOf } from './terms.ts'

/** A case as it is compared: positions in `laws` and in `terms`. */
export type EyesCase = { readonly laws: readonly number[]; readonly terms: readonly number[] }
/** `lawTerms`: the words of each law's own title, in every language that has it. */
export type EyesIndex = {
  readonly alike: Alike
  readonly terms: readonly string[]
  readonly laws: readonly { readonly terms: readonly number[] }[]
  readonly cases: readonly EyesCase[]
}
/** `words`: those of the reader by which it is alike. No number: a score would be read as a chance of being punished. */
export type AlikeCase = { readonly at: number; readonly words: readonly string[] }
export type AlikeLaw = { readonly law: number; readonly cases: readonly AlikeCase[] }

/** A group is worth more than a word: it is the same thing in another language. A title is worth less than a case. */
const [OF_GROUP, OF_TITLE] = [1.5, 0.6]

/** A term that few cases have says much. After Spärck Jones (1972), smoothed, squared in the product. */
function weights(index: EyesIndex, without: number): readonly number[] {
  const seen = index.terms.map(() => 0)
  index.cases.forEach((one, at) => {
    if (at !== without) for (const term of one.terms) seen[term] = (seen[term] ?? 0) + 1
  })
  return index.terms.map(
    (term, at) =>
      Math.log((index.cases.length + 1) / ((seen[at] ?? 0) + 0.5)) * (term.startsWith('=') ? OF_GROUP : 1),
  )
}

/** Cosine of two sets of weighted terms (Salton and McGill 1983), 0 to 1. */
function likeness(own: ReadonlySet<number>, other: readonly number[], weight: readonly number[]): number {
  const square = (at: number): number => (weight[at] ?? 0) ** 2
  const sum = (terms: Iterable<number>): number => [...terms].reduce((all, at) => all + square(at), 0)
  const shared = other.filter((at) => own.has(at))
  const size = Math.sqrt(sum(own) * sum(other))
  return size === 0 ? 0 : sum(shared) / size
}

/**
 * Laws with cases that share something telling with the text, nearest first, each with its nearest cases.
 * `without`: a case left out, to see whether the others would find its law; -1: none.
 */
export function resembling(index: EyesIndex, text: string, without = -1): readonly AlikeLaw[] {
  const own = termsOf(text, readyFor(index.alike))
  const weight = weights(index, without)
  const known = new Set(index.terms.flatMap((term, at) => (own.has(term) ? [at] : [])))
  const near = index.cases.map((one, at) => (at === without ? 0 : likeness(known, one.terms, weight)))
  return index.laws
    .map((law, at) => {
      const ofLaw = index.cases.flatMap((one, n) => (one.laws.includes(at) && n !== without ? [n] : []))
      const telling = ofLaw.filter((n) => tells(index, known, index.cases[n]))
      // What the law itself is called says it, though no case was told in such words: an insult, where reports tell of a trial.
      const cases = (telling.length === 0 && isCalled(index, known, law.terms) ? ofLaw : telling).sort(
        (a, b) => (near[b] ?? 0) - (near[a] ?? 0) || a - b,
      )
      // The nearest case says it: hearing the second and third as well, fewer laws were right on the corpus.
      const score = (near[cases[0] ?? -1] ?? 0) + OF_TITLE * likeness(known, law.terms, weight)
      return { law: at, cases: cases.map((n) => alike(index, own, known, n)), score }
    })
    .filter((one) => one.cases.length > 0)
    .sort((a, b) => b.score - a.score || a.law - b.law)
    .map(({ law, cases }) => ({ law, cases }))
}

/** One group of its title: other words of a title are those of offices and codes. */
const isCalled = (index: EyesIndex, known: ReadonlySet<number>, terms: readonly number[]): boolean =>
  terms.some((term) => known.has(term) && index.terms[term]?.startsWith('='))

/** One group, or two other words: a single word in common is chance. */
function tells(index: EyesIndex, known: ReadonlySet<number>, one: EyesCase | undefined): boolean {
  const shared = (one?.terms ?? []).filter((term) => known.has(term))
  return shared.length > 1 || shared.some((term) => index.terms[term]?.startsWith('='))
}

const alike = (index: EyesIndex, own: Terms, known: ReadonlySet<number>, at: number): AlikeCase => ({
  at,
  words: (index.cases[at]?.terms ?? [])
    .filter((term) => known.has(term))
    .flatMap((term) => own.get(index.terms[term] ?? '') ?? []),
})
