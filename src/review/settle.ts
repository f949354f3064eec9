/** A coder's values and the claims that were proposed in, the values that stand out, each with the claims it stands on. */
import type { Claim } from '../core/claim.ts'
import type { Person } from '../core/person.ts'
import type { Field } from '../core/values.ts'
import { agrees } from './agreement.ts'
import type { FreeWords, Wanted, WantedFields } from './decided-values.ts'

/** `claims` empty: nothing proposed says it, so the value is the coder's own claim. */
export type Settled = { readonly wanted: Wanted; readonly claims: readonly Claim[] }

/** The value that stands: the claim’s, with the coder’s own free words (what, role, who) where they wrote any or took them out. */
export function standingValue({ wanted, claims }: Settled): Wanted['value'] {
  const said = claims[0]?.value
  if (said === undefined || typeof said !== 'object') return said ?? wanted.value
  const free = FREE_WORDS.flatMap((key) => {
    if (wanted.without?.includes(key)) return [[key, NONE[key]]]
    const own = (wanted.value as Readonly<Record<string, unknown>>)[key]
    return own === undefined || own === null || own === '' || (Array.isArray(own) && own.length === 0)
      ? []
      : [[key, own]]
  })
  return { ...said, ...Object.fromEntries(free) } as Wanted['value']
}

const FREE_WORDS = ['what', 'role', 'who'] as const satisfies readonly FreeWords[]
const NONE: Readonly<Record<FreeWords, unknown>> = { what: '', role: null, who: [] }

/** One claim upholds one value at most: two equal penalties need two claims. A second document adds its own claim. */
export function settle(
  fields: WantedFields,
  proposed: readonly Claim[],
  people: ReadonlyMap<string, Person>,
): ReadonlyMap<Field, readonly Settled[]> {
  const used = new Set<string>()
  return new Map(
    [...fields].map(([field, values]) => [
      field,
      values.map((wanted) => {
        const claims = firstOfEachDocument(
          proposed.filter((one) => !used.has(one.id) && agrees(wanted, one, people)),
        )
        for (const claim of claims) used.add(claim.id)
        return { wanted, claims }
      }),
    ]),
  )
}

const firstOfEachDocument = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter((claim, index) => claims.findIndex((one) => one.document === claim.document) === index)
