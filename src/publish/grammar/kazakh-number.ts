/** A number in, its digits with the ending that its last spoken word asks for out: 45-інде, 20-сына, 100-ден. */
import type { Case } from './cases.ts'
import { endingOf, ownedEndingOf } from './kazakh.ts'

const ONES = ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз']
const TENS = ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан']

/** The last word of a whole number as it is said. */
export function lastSaid(n: number): string {
  if (n === 0) return 'нөл'
  if (n % 10 !== 0) return ONES[n % 10] ?? ''
  if (n % 100 !== 0) return TENS[(n % 100) / 10] ?? ''
  if (n % 1000 !== 0) return 'жүз'
  return n % 1_000_000 === 0 ? 'миллион' : 'мың'
}

/** `isOwned`: so many of them; `98 оқиғаның 45-інде`. `digits`: the number as it is written. */
export function numberInKazakh(n: number, to: Case, isOwned: boolean, digits: string): string {
  const said = lastSaid(n)
  const own = isOwned ? ownedEndingOf(said) : ''
  const ending = own + endingOf(said + own, to, isOwned)
  return ending === '' ? digits : `${digits}-${ending}`
}
