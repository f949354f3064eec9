/** A public incident in, the sums, terms and laws that its sentence leaves out: one line more for an update, or nothing. */
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident, PublicPenalty } from '../../core/public-record.ts'
import { lawIn } from '../laws.ts'
import type { Face } from '../views.ts'
import { capital } from './pattern.ts'
import { penaltyIn } from './penalty.ts'

/** A penalty of which nothing but its kind is known is in the sentence already. */
const hasMeasure = (one: PublicPenalty): boolean =>
  [one.amount, one.years, one.months, one.days, one.min].some((value) => value !== null)

/** `Fine, 132,550 tenge (50 MCI); Code of administrative offences, article 489.` What is disputed is told on the page of the record alone. */
export function detailOf(incident: PublicIncident, pack: Pack, face: Face): string | null {
  const { fields, disputed } = incident
  const penalties = disputed.includes('penalty') ? [] : fields.penalties.map((one) => one.value)
  const laws = disputed.includes('law') ? [] : fields.laws.map((one) => lawIn(one.value, face))
  const told = [
    ...new Set([...penalties.filter(hasMeasure).map((one) => penaltyIn(one, pack, face.tell)), ...laws]),
  ]
  return told.length === 0 ? null : `${capital(told.join('; '), face.tell)}.`
}
