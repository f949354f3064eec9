/** Lines of a budget in, its sums out: what is known of it, and how many lines nobody has put a price to. */
import { typedNumber } from '../typed-number.ts'
import { linesOf, type Plan, type PlanLine, said } from './plan.ts'

export type BudgetLine = {
  readonly line: PlanLine
  /** In hundredths of the currency; null: not known. */
  readonly cost: number | null
  /** Of it, what the group brings itself; 0: nothing is asked of it. Null: the field holds no sum. */
  readonly own: number | null
}
export type Budget = {
  readonly lines: readonly BudgetLine[]
  /** Of the lines that have a cost, in hundredths; with `open` lines left it is "at least". */
  readonly total: number
  readonly own: number
  readonly asked: number
  /** Lines whose cost nobody knows: never counted as 0. */
  readonly open: number
}

/** Beyond it a sum is no longer whole hundredths in a double. */
const MOST = 2 ** 53 / 100

function product(units: string, price: string): number | null {
  const [many, each] = [units === '' ? 1 : typedNumber(units), typedNumber(price)]
  if (many === null || each === null || many * each >= MOST) return null
  return Math.round(many * Math.round(each * 100))
}

function lineOf(line: PlanLine): BudgetLine {
  const cost = product(said(line, 'units'), said(line, 'price'))
  const typed = said(line, 'own')
  const own = typed === '' ? 0 : product('', typed)
  return { line, cost, own }
}

/** Σ of the lines is the total, and what is asked for is the total without what the group brings itself. */
export function budgetOf(plan: Plan): Budget {
  const lines = linesOf(plan, 'budget').map(lineOf)
  const sum = (of: (one: BudgetLine) => number | null): number =>
    lines.reduce((all, one) => all + (of(one) ?? 0), 0)
  const total = sum((one) => one.cost)
  const own = sum((one) => (one.cost === null ? 0 : one.own))
  return { lines, total, own, asked: total - own, open: lines.filter((one) => one.cost === null).length }
}
