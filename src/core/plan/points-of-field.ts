/** One field of a line in, what is open in what it says out. */
import { wordsIn } from '../readability/sentences.ts'
import { type OpenPoint, point } from './open-point.ts'
import type { Plan, PlanLine } from './plan.ts'
import type { PlanField } from './terms.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
export function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`)
  return DAY.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

export function pointsOfField(plan: Plan, line: PlanLine, field: PlanField): readonly OpenPoint[] {
  const value = line.values.get(field.id)
  if (!value || value.text === '') return value?.rivals.length ? [point('two-texts', line, field.id)] : []
  const { text } = value
  const target = field.of === null ? null : plan.lines.get(text)
  return [
    ...(value.rivals.length > 0 ? [point('two-texts', line, field.id)] : []),
    ...(field.words !== null && wordsIn(text).length > field.words
      ? [point('too-long', line, field.id)]
      : []),
    ...(field.kind === 'number' && !/^[\d\s.,\u00a0\u202f]+$/.test(text)
      ? [point('no-number', line, field.id)]
      : []),
    ...(field.kind === 'day' && !isDay(text) ? [point('no-day', line, field.id)] : []),
    ...(field.of !== null && target?.part !== field.of ? [point('lost-ref', line, field.id)] : []),
  ]
}
