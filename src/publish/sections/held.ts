/** Days in custody as far as they are known in, the words for them out: never 0 for what nobody knows. */
import type { DaysHeld } from '../../core/cases/days-held.ts'
import { numberIn } from '../telling/pattern.ts'
import { dayIn } from '../telling/when.ts'
import type { Face } from '../views.ts'

export function heldIn({ days, orMore, until, unknown }: DaysHeld, { words, tell }: Face): string {
  if (days === null) return words.t(unknown > 0 ? 'person.held.unknown' : 'person.held.none')
  const n = numberIn(tell, days)
  if (until !== null) return words.t('person.held.by', { n, day: dayIn(until, words.language) })
  if (orMore) return words.t('person.held.least', { n })
  return days === 0 ? words.t('person.held.hours') : words.t('person.held.days', { n: days })
}
