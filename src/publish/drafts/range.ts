/** A measure in, its number with its doubt out: 12, 12–15, at least 12. */
import type { Measure } from '../../core/measure.ts'
import type { Tell } from '../../core/tell.ts'
import { said } from '../grammar/slots.ts'
import { numberIn } from '../telling/pattern.ts'

export function rangeIn({ certain, claimed }: Measure, tell: Tell): string {
  if (claimed === null) return said(tell, 'cell.at-least', { n: certain })
  return claimed === certain
    ? numberIn(tell, certain)
    : `${numberIn(tell, certain)}–${numberIn(tell, claimed)}`
}
