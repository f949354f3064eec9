/** What estimators say of those whom no list has, what speaks against each, and what helps to judge them. */

export const METHODS = ['chapman', 'chao', 'loglinear-independence', 'loglinear', 'dga', 'lcmcr'] as const
export type Method = (typeof METHODS)[number]
export const isMethod = (word: string): word is Method => METHODS.some((one) => one === word)

export type Setting = string | number | boolean | readonly number[] | null

/** How one method answers. `null` is what it cannot say, never 0. Totals are persons (or other units of the table), seen and unseen. */
export type Estimate = {
  readonly method: Method
  /** With what it was computed: enough to compute it again. */
  readonly settings: Readonly<Record<string, Setting>>
  readonly estimate: number | null
  readonly mean: number | null
  readonly median: number | null
  readonly mode: number | null
  /** The total lies in it with the probability of `settings.level`; an upper end of null is open. */
  readonly interval: readonly [number, number | null] | null
  /** Standard error; null where the method has none. */
  readonly error: number | null
  /** What the total is at least, rather than what it is. */
  readonly bound: boolean
  readonly reportable: boolean
  /** Numbers of the method's own: deviance, probability of graphs and the like. */
  readonly detail: Readonly<Record<string, number | null>>
}

/** *refusal*: not to be reported. *bound*: at best a lower bound. *warning*: to be told beside the number. */
export const SEVERITIES = ['refusal', 'bound', 'warning'] as const
export type Severity = (typeof SEVERITIES)[number]

export type Refused = {
  /** A method, or `all` for what holds of the table. */
  readonly method: Method | 'all'
  /** Id of the rule in codebook/estimates.yaml. */
  readonly reason: string
  readonly severity: Severity
  /** Lists or settings that only some answers of the method have; null: all of them. */
  readonly of: string | null
  readonly params: Readonly<Record<string, string | number>>
}

export type ListShare = {
  readonly list: string
  readonly n: number
  /** Of all who were seen. */
  readonly share: number
  /** On this list and no other. */
  readonly alone: number
}
export type PairEstimate = {
  readonly lists: readonly [string, string]
  readonly both: number
  readonly estimate: number
  readonly error: number
  readonly interval: readonly [number, number]
}
export type ModelAnswer = {
  readonly method: 'dga' | 'loglinear'
  readonly model: string
  /** Of graphs; null for log-linear models. */
  readonly probability: number | null
  readonly aic: number | null
  readonly bic: number | null
  readonly estimate: number | null
  readonly error: number | null
}
export type OneLess = {
  readonly without: string
  readonly method: Method
  readonly seen: number
  readonly estimate: number | null
  readonly interval: readonly [number, number | null] | null
}
export type PriorAnswer = {
  readonly delta: number
  readonly estimate: number
  readonly median: number
  readonly interval: readonly [number, number]
}
export type Diagnostics = {
  readonly seen: number
  /** How many tables were mixed; 1: the doubt of linkage is not in the intervals. */
  readonly draws: number
  /** Seen once, twice, …; index 0 is 0. */
  readonly times: readonly number[]
  readonly lists: readonly ListShare[]
  /** Persons on both lists; on the diagonal those on the list. */
  readonly overlap: readonly (readonly number[])[]
  readonly pairs: readonly PairEstimate[]
  readonly models: readonly ModelAnswer[]
  readonly leaveOneOut: readonly OneLess[]
  readonly sensitivity: readonly PriorAnswer[]
  /** Unseen that dga tried, and how much of the peak was left at the end. */
  readonly grid: { readonly from: number; readonly to: number; readonly edge: number } | null
  /** What each table says when the doubt of linkage is carried: median of dga, or the estimate of what there is. */
  readonly perDraw: readonly { readonly seen: number; readonly estimate: number | null }[]
}

export type Estimation = {
  readonly estimators: readonly Estimate[]
  readonly diagnostics: Diagnostics
  readonly refused: readonly Refused[]
}
