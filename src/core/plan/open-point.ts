/** What may still be open in a plan, and where. */
import type { PlanLine } from './plan.ts'

export const PLAN_CHECKS = [
  ...(['empty', 'none', 'too-long', 'no-number', 'no-day', 'lost-ref', 'two-texts', 'struck'] as const),
  ...(['no-indicator', 'no-baseline', 'no-audience', 'no-language', 'wrong-days', 'outside'] as const),
  ...(['no-price', 'own-above', 'no-owner', 'no-remedy', 'untested'] as const),
] as const
export type PlanCheck = (typeof PLAN_CHECKS)[number]

/** `line` null: the whole part; `field` null: the whole line. */
export type OpenPoint = {
  readonly check: PlanCheck
  readonly part: string
  readonly line: string | null
  readonly field: string | null
}

export const point = (check: PlanCheck, line: PlanLine, field: string | null = null): OpenPoint => ({
  ...{ check, part: line.part, line: line.id, field },
})
