/** Pairs that agree on the same levels and came by the same rules, counted together: EM looks at these, never at pairs. */

/** `levels`: one for each comparison, 0 where a value is missing. `rules`: bit j set when blocking rule j gives the pair. */
export type Pattern = { readonly levels: readonly number[]; readonly rules: number; readonly n: number }

/**
 * The share of each level among pairs of one person (m) and of two (u); index 0 is the first level, not "missing".
 * `close`: 1 / frequency of the rarer of two close values, on average over pairs of two persons.
 */
export type Shares = {
  readonly m: readonly number[]
  readonly u: readonly number[]
  readonly close: number
}
