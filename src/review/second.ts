/** A record as first coded in, the rules out that ask for a second reader who does not see the first coding. */
import { fnv1a } from '../core/fnv.ts'
import { heldOf, type Incident } from '../core/record.ts'
import type { ReviewRules, SecondRule, SecondWhen } from '../core/review-rules.ts'

/** `firstDecided`: day of the first decision; a rule binds nobody who could not know it. */
export const secondAsked = (
  incident: Incident,
  firstDecided: string,
  { second, secondSince }: Pick<ReviewRules, 'second' | 'secondSince'>,
): readonly SecondRule[] =>
  firstDecided.slice(0, 10) < secondSince ? [] : second.filter((rule) => fits(incident, rule.when))

function fits(incident: Incident, when: SecondWhen): boolean {
  if ('act' in when) return heldOf(incident, 'act').some((one) => when.act.includes(one.value))
  if ('penalty' in when)
    return heldOf(incident, 'penalty').some((one) => when.penalty.includes(one.value.type))
  if ('harmed' in when)
    return heldOf(incident, 'person').some((one) => when.harmed.includes(one.value.harmed))
  return drawn(incident.id, when.one_in)
}

/** FNV-1a over the id, whose end is drawn by chance: the draw is the same for everybody, and nobody chose it. */
export function drawn(id: string, oneIn: number): boolean {
  return fnv1a(id) % oneIn === 0
}
