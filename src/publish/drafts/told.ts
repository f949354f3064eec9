/** A public incident in, what a publication says of it out: running prose, its penalties with their sums, the laws named. */
import type { Pack } from '../../core/pack.ts'
import type { PublicIncident, PublicPenalty } from '../../core/public-record.ts'
import { proseOf } from '../grammar/prose.ts'
import { said } from '../grammar/slots.ts'
import { asWritten } from '../grammar/tongue.ts'
import { lawIn } from '../laws.ts'
import type { Sentence } from '../manuscript/manuscript.ts'
import { penaltyIn } from '../telling/penalty.ts'
import type { Face } from '../views.ts'
import { bondTo, sentence } from './sentences.ts'

/** A penalty of which nothing but its kind is known is in the sentence already. */
const hasMeasure = (one: PublicPenalty): boolean =>
  [one.amount, one.years, one.months, one.days, one.min].some((value) => value !== null)

const SEPARATOR = '; '

/** What is disputed is told on the page of the record alone. */
function detailOf({ fields, disputed }: PublicIncident, pack: Pack, face: Face): readonly string[] {
  const { tell } = face
  const penalties = disputed.includes('penalty')
    ? []
    : fields.penalties.map((one) => one.value).filter(hasMeasure)
  const laws = disputed.includes('law') ? [] : fields.laws
  const named = (isInferred: boolean): string =>
    [
      ...new Set(
        laws
          .filter(({ origins }) => isInferred === origins.every((one) => one.basis === 'inferred'))
          .map(({ value }) => {
            const law = lawIn(value, face)
            return value.name === null || value.article !== null ? law : asWritten(law, tell)
          }),
      ),
    ].join(SEPARATOR)
  const sums = [...new Set(penalties.map((one) => penaltyIn(one, pack, tell)))].join(SEPARATOR)
  return [
    ...(sums === '' ? [] : [said(tell, 'told.penalty', { penalties: sums })]),
    ...(named(false) === '' ? [] : [said(tell, 'told.law', { laws: named(false) })]),
    ...(named(true) === '' ? [] : [said(tell, 'told.law-inferred', { laws: named(true) })]),
  ]
}

/** `place`: where in the text it stands, so that one record told twice has two sentences. */
export const toldOf = (incident: PublicIncident, pack: Pack, face: Face, place = 'told'): Sentence =>
  sentence(
    `${place}:${incident.id}`,
    [proseOf(incident, face.codebook, face.tell), ...detailOf(incident, pack, face)].join(' '),
    bondTo('incident', incident.id),
  )
