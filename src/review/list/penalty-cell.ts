/** A cell of penalties and the heading above it in, the penalties it says out; null where a part of it says none. */
import type { ListWords } from '../../core/list.ts'
import type { Pack } from '../../core/pack.ts'
import { typedNumber } from '../../core/typed-number.ts'
import { barePenalty, type PenaltyType, type PenaltyValue } from '../../core/values.ts'
import { keptFor } from '../kept-for.ts'
import { escaped, foldWords, hasStem, partsOf } from './words.ts'

type Size = { readonly size: Partial<PenaltyValue>; readonly alone: PenaltyType | null }
const NUMBER = String.raw`(\d{1,3}(?:[\s\u00a0]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)`

const BARE = new RegExp(`^${NUMBER}$`)
const COUNTED = new RegExp(`${NUMBER}\\s*[-(]?\\s*(\\p{L}+)`, 'gu')

/** «15 суток ареста; штраф 50 МРП». The heading says what the cell leaves out: «Срок (сут.)» above «15». */
export function penaltiesIn(
  words: string,
  heading: string,
  lists: ListWords,
  pack: Pack,
): readonly PenaltyValue[] | null {
  const found = partsOf(words.replace(joining(lists.and), ';')).map((part) =>
    penaltyIn(foldWords(part), foldWords(heading), lists, pack),
  )
  return found.length > 0 && found.every((one) => one !== null) ? found : null
}

/** «15 суток и штраф 20 МРП»: a word for *and* before a penalty with its number. */
const joining = keptFor(
  (and: readonly string[]) =>
    new RegExp(`\\s\\+\\s|\\s(?:${and.map(escaped).join('|')})\\s(?=\\p{L}+\\s+\\d)`, 'gu'),
)

function penaltyIn(part: string, heading: string, lists: ListWords, pack: Pack): PenaltyValue | null {
  const typeIn = (text: string): PenaltyType | null =>
    lists.penalties.find((one) => hasStem(text, one.stems))?.type ?? null
  const own = sizeIn(part, lists, pack)
  const bare = own === null ? BARE.exec(part) : null
  const size = own ?? (bare ? sizeByHeading(bare[0], heading, lists, pack) : null)
  const type = typeIn(part) ?? size?.alone ?? typeIn(heading)
  // A number that counts nothing known is no size, and left out it would be a penalty that nobody gave.
  if (type === null || (size === null && /\d/.test(part))) return null
  return { ...barePenalty(type), ...size?.size }
}

function sizeIn(part: string, lists: ListWords, pack: Pack): Size | null {
  const times = new Map<'days' | 'months' | 'years', number>()
  let alone: PenaltyType | null = null
  for (const [, figures = '', word = ''] of part.matchAll(COUNTED)) {
    const unit = lists.units.find((one) => hasStem(word, one.stems))
    const number = typedNumber(figures.replace(/[\s\u00a0]/g, ''))
    if (!unit || number === null) continue
    times.set(unit.unit, number)
    alone = unit.alone
  }
  const [years, months, days] = [times.get('years'), times.get('months'), times.get('days')]
  if (years !== undefined && months !== undefined)
    return { size: { months: years * 12 + months }, alone: null }
  if (years !== undefined) return { size: { years }, alone: null }
  if (months !== undefined) return { size: { months }, alone: null }
  if (days !== undefined) return { size: { days }, alone }
  return sumIn(part, pack)
}

/** A bare number counts what some word of the heading names. */
const sizeByHeading = (figures: string, heading: string, lists: ListWords, pack: Pack): Size | null =>
  (heading.match(/\p{L}+|\p{Sc}/gu) ?? []).reduce<Size | null>(
    (found, word) => found ?? sizeIn(`${figures} ${word}`, lists, pack),
    null,
  )

function sumIn(part: string, pack: Pack): Size | null {
  const { money, units } = sumsOf(pack)
  const [inMoney, inUnits] = [money.exec(part), units?.exec(part)]
  const amount = typedNumber((inMoney ?? inUnits)?.[1]?.replace(/[\s\u00a0]/g, '') ?? '')
  if (amount === null || amount === 0) return null
  return { size: { amount, currency: inMoney ? pack.currency : pack.index.name.en }, alone: 'fine' }
}
const sumsOf = keptFor((pack: Pack) => {
  const { en, ru, kk } = pack.index.name
  const index = [en, ru, kk].filter((one) => one !== null)
  const named = (names: readonly string[]): RegExp =>
    new RegExp(
      `${NUMBER}\\s*[-(]?\\s*(?:${names.map((one) => escaped(foldWords(one))).join('|')})(?!\\p{L}{4})`,
      'u',
    )
  return { money: named(pack.currencyNames), units: index.length > 0 ? named(index) : null }
})
