/** Penalties in, from the smallest to the largest out: sums and terms are told as a span, and never added up where some are not known. */
import type { PublicPenalty } from '../../core/public-record.ts'
import { said } from '../grammar/slots.ts'
import type { Sentence } from '../manuscript/manuscript.ts'
import { fill, has, numberIn, pattern } from '../telling/pattern.ts'
import type { Counting } from './counting.ts'
import { rows, sentence } from './sentences.ts'

const penaltiesOf = ({ incidents }: Counting, type: string): readonly PublicPenalty[] =>
  incidents
    .filter((one) => one.fields.kind !== 'aggregate' && !one.disputed.includes('penalty'))
    .flatMap((one) => one.fields.penalties.map((shown) => shown.value))
    .filter((one) => one.type === type)

export function sumsSentences(view: Counting): readonly Sentence[] {
  return [...finesSentence(view), ...termsSentence(view)]
}

function finesSentence(view: Counting): readonly Sentence[] {
  const { tell, pack, period } = view
  const code = pack.currency
  const sums = penaltiesOf(view, 'fine').flatMap(({ amount, currency }) =>
    amount === null || (currency ?? code) !== code ? [] : [amount],
  )
  if (sums.length === 0) return []
  const currency = has(tell, `currency.${code}`) ? pattern(tell, `currency.${code}`) : code
  const money = (amount: number): string =>
    fill(pattern(tell, 'money'), { amount: numberIn(tell, amount), currency })
  const [min, max] = [Math.min(...sums), Math.max(...sums)]
  const text =
    min === max
      ? said(tell, 'lead.fine', { n: sums.length, min: money(min) })
      : said(tell, 'lead.fines', { n: sums.length, min: numberIn(tell, min), max: money(max) })
  return [sentence('lead:fines', text, [rows({ country: pack.id, period: period.id }, { penalty: 'fine' })])]
}

function termsSentence(view: Counting): readonly Sentence[] {
  const { tell, pack, period } = view
  const type = 'administrative_detention'
  const terms = penaltiesOf(view, type).flatMap(({ days, min, max, unit }) =>
    days !== null ? [days] : unit === 'days' ? [min ?? [], max ?? []].flat() : [],
  )
  const n = view.incidents.filter(
    (one) =>
      one.fields.kind !== 'aggregate' &&
      !one.disputed.includes('penalty') &&
      one.fields.penalties.some(({ value }) => value.type === type && (value.days ?? value.min) !== null),
  ).length
  if (terms.length === 0 || n === 0) return []
  const [least, most] = [Math.min(...terms), Math.max(...terms)]
  const text = said(tell, least === most ? 'lead.term' : 'lead.terms', { n, min: least, max: most })
  return [sentence('lead:terms', text, [rows({ country: pack.id, period: period.id }, { penalty: type })])]
}
