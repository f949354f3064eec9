/** A penalty in, its words in one language out: kind, length or sum, index units, number of people. */
import { labelIn } from '../../core/language.ts'
import type { Pack } from '../../core/pack.ts'
import type { PublicPenalty } from '../../core/public-record.ts'
import type { Tell } from '../../core/tell.ts'
import { fill, has, numberIn, pattern } from './pattern.ts'

const LENGTHS = ['years', 'months', 'days'] as const

/** A stated range (`10 to 15 days`) in the unit the source used. */
function rangeOf(penalty: PublicPenalty, tell: Tell): readonly string[] {
  const { min, max, unit } = penalty
  if (min === null || max === null || unit === null) return []
  const word = has(tell, `span.${unit}`) ? pattern(tell, `span.${unit}`) : unit
  return [fill(pattern(tell, 'span'), { min: numberIn(tell, min), max: numberIn(tell, max), unit: word })]
}

function sumOf(penalty: PublicPenalty, pack: Pack, tell: Tell): readonly string[] {
  if (penalty.amount === null) return []
  const code = penalty.currency ?? pack.currency
  const currency = has(tell, `currency.${code}`) ? pattern(tell, `currency.${code}`) : code
  const money = fill(pattern(tell, 'money'), { amount: numberIn(tell, penalty.amount), currency })
  if (penalty.indexMultiple === null) return [money]
  const index = fill(pattern(tell, 'index'), {
    n: numberIn(tell, penalty.indexMultiple),
    index: labelIn(pack.index.name, tell.language).text,
  })
  return [`${money} (${index})`]
}

/** `fine, 132,550 tenge (50 MCI)`; what is not known is not written. */
export function penaltyIn(penalty: PublicPenalty, pack: Pack, tell: Tell): string {
  const lengths = LENGTHS.flatMap((unit) => {
    const n = penalty[unit]
    return n === null ? [] : [fill(pattern(tell, unit, n), { n: numberIn(tell, n) })]
  })
  const measures = [...lengths, ...rangeOf(penalty, tell), ...sumOf(penalty, pack, tell)]
  const name = tell.penalties[penalty.type] ?? penalty.type
  const told =
    measures.length === 0
      ? name
      : fill(pattern(tell, 'penalty'), { penalty: name, measure: measures.join(', ') })
  if (penalty.persons === null || penalty.persons === 1) return told
  const key = pattern(tell, 'penalty.persons', penalty.persons)
  return fill(key, { penalty: told, n: numberIn(tell, penalty.persons) })
}
