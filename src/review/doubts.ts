/** What rules proposed of one passage in; what about it needs a person, in the order that monitors gave their rules, out. */
import type { Claim } from '../core/claim.ts'
import { canonical } from '../core/json.ts'
import { foldName } from '../core/names/fold.ts'
import { readPerson } from '../core/names/persons.ts'
import type { NameRules } from '../core/names/rules.ts'
import { indexOn, type Pack } from '../core/pack.ts'
import type { Doubt, FoundDoubt, QueueRule } from '../core/review-rules.ts'
import { type Field, SINGLE_FIELDS, type Values } from '../core/values.ts'

/** What a country and names are like: endings of surnames are the codebook's. */
export type DoubtData = { readonly pack: Pack | null; readonly names: NameRules }
type Found = { readonly n: number; readonly field?: Field }

export const doubtsOf = (
  claims: readonly Claim[],
  rules: readonly QueueRule[],
  { pack, names }: DoubtData,
): readonly FoundDoubt[] =>
  rules.flatMap((rule) =>
    LOOK[rule.doubt](claims, { pack, names }).map(({ n, field }) => ({
      rule: rule.id,
      doubt: rule.doubt,
      n,
      field: field ?? null,
    })),
  )

const valuesOf = <F extends Field>(claims: readonly Claim[], field: F): readonly Values[F][] =>
  claims.filter((one) => one.field === field).map((one) => one.value as Values[F])
const some = (n: number, field?: Field): readonly Found[] => (n === 0 ? [] : [{ n, ...(field && { field }) }])

const LOOK: Readonly<Record<Doubt, (claims: readonly Claim[], data: DoubtData) => readonly Found[]>> = {
  'two-values': (claims) =>
    [...SINGLE_FIELDS].flatMap((field) => {
      const n = new Set(valuesOf(claims, field).map(canonical)).size
      return n > 1 ? [{ n, field }] : []
    }),
  'shared-name': (claims, { names }) => {
    // Usenov and Усенова: a woman's ending, and another script, make no other family.
    const last = namesIn(claims).flatMap((words) =>
      words.length > 1 ? (readPerson(words.at(-1) ?? '', names).tokens[0]?.part.stem ?? []) : [],
    )
    return some(last.filter((one) => last.filter((other) => other === one).length > 1).length)
  },
  sum: (claims, { pack }) => some(pack === null ? 0 : oddSums(claims, pack)),
  'one-name': (claims) => some(namesIn(claims).filter((words) => words.length === 1).length),
  inferred: (claims) => some(claims.filter((one) => one.field === 'law' && one.basis === 'inferred').length),
  'loose-date': (claims) =>
    valuesOf(claims, 'date').some((one) => one.precision === 'day') ? [] : [{ n: 1, field: 'date' }],
  'no-act': (claims) => (valuesOf(claims, 'act').length === 0 ? [{ n: 1, field: 'act' }] : []),
  named: (claims) => some(namesIn(claims).length),
}

/** Each person once, however often the passage says the name. */
const namesIn = (claims: readonly Claim[]): readonly (readonly string[])[] => [
  ...new Map(
    valuesOf(claims, 'person').map((one) => {
      const words = foldName(one.name)
      return [words.join(' '), words] as const
    }),
  ).values(),
]

/** Fines in the country's money that are no whole number of units on the day they speak of. */
function oddSums(claims: readonly Claim[], pack: Pack): number {
  const day = valuesOf(claims, 'date')[0]?.from ?? null
  const unit = day === null ? null : indexOn(pack, day)
  if (!unit) return 0
  return valuesOf(claims, 'penalty').filter(
    ({ type, amount, currency }) =>
      type === 'fine' &&
      amount !== null &&
      (currency === null || currency === pack.currency) &&
      Math.abs(amount / unit.amount - Math.round(amount / unit.amount)) > 1e-9,
  ).length
}
