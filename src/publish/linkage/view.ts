/** What the page on a linkage is made of. No value of the table is in it: levels, weights, counts, and the ids of a few pairs. */
import type { LinkModel } from '../../core/linkage/model.ts'
import type { Shares } from '../../core/linkage/pattern.ts'

export type LinkView = {
  readonly rows: number
  readonly pairs: number
  readonly model: LinkModel
  readonly grouped: {
    readonly groups: number
    readonly grouped: number
    readonly largest: number
    readonly refused: number
  }
  readonly blocking: {
    readonly recall: number | null
    readonly by: 'all' | 'sample' | 'rules'
    readonly records: number
    readonly compared: number
  }
  readonly costs: readonly { readonly pairs: number; readonly leftOut: number; readonly largest: number }[]
  readonly trained: {
    readonly lambda: number
    readonly shares: readonly Shares[]
    readonly sure: {
      readonly rules: readonly (readonly string[])[]
      readonly pairs: number
      readonly recall: number
    }
  }
  readonly tenths: readonly {
    readonly from: number
    readonly pairs: number
    readonly expected: number
    readonly seen: number
  }[]
  readonly bins: readonly { readonly from: number; readonly pairs: number }[]
  readonly examples: readonly ExampleView[]
}
export type ExampleView = {
  readonly left: string
  readonly right: string
  readonly weight: number
  readonly own: number
  /** For each comparison: its level, 0 where a value is missing, and its weight. */
  readonly steps: readonly { readonly level: number; readonly weight: number }[]
}

export const thresholdWeight = ({ threshold }: LinkModel): number => Math.log2(threshold / (1 - threshold))
export const weightOfLevel = ({ m, u }: Pick<Shares, 'm' | 'u'>, index: number): number =>
  Math.log2((m[index] ?? 1) / (u[index] ?? 1))
export const priorOf = (lambda: number): number => Math.log2(lambda / (1 - lambda))
