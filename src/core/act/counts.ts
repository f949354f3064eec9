/** Counted rows and rulings in; what counts, what waits and what was struck out, by unit and country, as staff see it and as readers do. */
import type { OnlineKind } from './actions.ts'
import { type ActionRuling, type CountedActions, standing, standingOf } from './rulings.ts'

export type KindCount = {
  readonly kind: OnlineKind
  readonly counts: number
  readonly waits: number
  readonly invalid: number
  /** What counts, by country; null: not told. The largest first. */
  readonly countries: readonly { readonly country: string | null; readonly n: number }[]
}

/** Unlike units stay apart: there is no sum over kinds. */
export function countsOf(
  campaign: string,
  rows: readonly CountedActions[],
  rulings: readonly ActionRuling[],
): readonly KindCount[] {
  const said = {
    invalid: standing(rulings, 'invalid', campaign),
    release: standing(rulings, 'release', campaign),
  }
  const own = rows.filter((one) => one.campaign === campaign)
  return [...Map.groupBy(own, (one) => one.kind)]
    .map(([kind, of]) => {
      const sums = { counts: 0, waits: 0, invalid: 0 }
      const countries = new Map<string | null, number>()
      for (const one of of) {
        const is = standingOf(one, said)
        sums[is] += one.n
        if (is === 'counts') countries.set(one.country, (countries.get(one.country) ?? 0) + one.n)
      }
      const told = [...countries].map(([country, n]) => ({ country, n }))
      return {
        kind,
        ...sums,
        countries: told.sort((a, b) => b.n - a.n || (a.country ?? '').localeCompare(b.country ?? '')),
      }
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

/**
 * What readers see until the campaign closes: under a hundred whole tens, from there two figures, always rounded down. Who
 * watches the page then cannot tell when somebody whom they know signed. Null: fewer than ten.
 */
export function roundedDown(n: number): number | null {
  if (n < 10) return null
  const step = n < 100 ? 10 : 10 ** (String(n).length - 2)
  return Math.floor(n / step) * step
}

/** Fewer of one country than this are counted with those who did not say: they could be told apart. */
export const FEWEST_OF_COUNTRY = 10

export type ShownCount = {
  readonly kind: OnlineKind
  /** Null: fewer than ten. */
  readonly shown: number | null
  /** True once the campaign is closed: not rounded any more. */
  readonly exact: boolean
  /** Rounded always: in a burst, and not looked at yet; struck out, with a reason. */
  readonly waits: number | null
  readonly invalid: number | null
  readonly countries: readonly { readonly country: string | null; readonly shown: number | null }[]
}

export const shownCounts = (counts: readonly KindCount[], isClosed: boolean): readonly ShownCount[] =>
  counts.map(({ kind, counts: n, waits, invalid, countries }) => {
    const told = countries.filter((one) => one.country !== null && one.n >= FEWEST_OF_COUNTRY)
    const rest = n - told.reduce((sum, one) => sum + one.n, 0)
    const all = [...told, ...(rest > 0 ? [{ country: null, n: rest }] : [])]
    return {
      kind,
      shown: isClosed ? n : roundedDown(n),
      ...{ exact: isClosed, waits: roundedDown(waits), invalid: roundedDown(invalid) },
      // A remainder beside exact numbers would tell of two or three people: countries stay rounded for ever.
      countries: all.map(({ country, n: of }) => ({ country, shown: roundedDown(of) })),
    }
  })
