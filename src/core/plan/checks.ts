/** A plan and the sheet it answers in, what is still open in it out: what a funder or a careful colleague would ask next. */
import { type OpenPoint, point } from './open-point.ts'
import { linesOf, oneOf, type Plan, said } from './plan.ts'
import { pointsOfCare, pointsOfHarm } from './points-of-care.ts'
import { pointsOfField } from './points-of-field.ts'
import { pointsOfObjectives, pointsOfWork } from './points-of-work.ts'
import type { PlanSheet } from './terms.ts'

/** What a plan cannot do without, each a part of one line. */
const NEEDED = { problem: ['what', 'who'], goal: ['text'] } as const
/** Of these at least one line. */
const AT_LEAST_ONE = ['objective', 'audience', 'message', 'activity', 'budget', 'risk', 'prototype'] as const
/** In the order of the sheet. */
export function openPoints(plan: Plan, sheet: PlanSheet): readonly OpenPoint[] {
  const needed = Object.entries(NEEDED).flatMap(([part, fields]) =>
    fields
      .filter((field) => said(oneOf(plan, part), field) === '')
      .map((field): OpenPoint => ({ check: 'empty', part, line: part, field })),
  )
  const none = AT_LEAST_ONE.filter((part) => linesOf(plan, part).length === 0).map(
    (part): OpenPoint => ({ check: 'none', part, line: null, field: null }),
  )
  const inFields = [...sheet.values()].flatMap((part) =>
    linesOf(plan, part.id).flatMap((line) => [
      ...(line.struck.length > 0 ? [point('struck', line)] : []),
      ...part.fields.flatMap((field) => pointsOfField(plan, line, field)),
    ]),
  )
  const all = [
    ...needed,
    ...none,
    ...inFields,
    ...pointsOfObjectives(plan),
    ...pointsOfWork(plan),
    ...pointsOfCare(plan),
    ...pointsOfHarm(plan, sheet),
  ]
  const place = new Map([...sheet.keys()].map((id, at) => [id, at]))
  return all.toSorted((a, b) => (place.get(a.part) ?? 99) - (place.get(b.part) ?? 99))
}
