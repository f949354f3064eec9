/**
 * What an incident adds to counts in, a short row of bytes out, and back. A hundred thousand incidents are counted in one
 * reading of the table this way; decision 0036 has the measurements.
 *
 * A row is a list of whole numbers in LEB128: seven bits a byte, the highest bit says that more follow. Null is 0, n is n + 1.
 */
import {
  type Counted,
  type CountedPenalty,
  MEMBER_FACETS,
  type Member,
  type MemberFacet,
  type Members,
  type Range,
} from '../../core/counted.ts'
import { INCIDENT_KINDS, PENALTY_TYPES } from '../../core/values.ts'
import { codeOf, type Vocabularies } from './codes.ts'

/** Index units are kept to the hundredth, as they are told. */
const HUNDREDTHS = 100
const UNITS = ['persons', 'days', 'months', 'money', 'index'] as const

/** Ranges of fewer are told apart by a number; of more each is made by itself. */
const FEW = 64
const NONE: readonly Member[] = []
const NO_PENALTIES: readonly CountedPenalty[] = []
const NOBODY: readonly number[] = []

const optional = (n: number | null): number => (n === null ? 0 : Math.round(n) + 1)
const rangeOf = (range: Range | null, times = 1): readonly number[] =>
  range === null
    ? [0]
    : [optional(range.certain * times), optional(range.claimed === null ? null : range.claimed * times)]
const timesOf = (unit: (typeof UNITS)[number]): number => (unit === 'index' ? HUNDREDTHS : 1)

export function pack(row: Counted): Uint8Array {
  const numbers = [
    ...[row.version, row.fingerprint, INCIDENT_KINDS.indexOf(row.kind), optional(row.from), optional(row.to)],
    ...rangeOf(row.persons),
    row.known.length,
    ...row.known,
    ...MEMBER_FACETS.flatMap((facet) => [
      row.members[facet].length,
      ...row.members[facet].flatMap(({ value, sure, persons }) => [
        codeOf(value) * 2 + (sure ? 1 : 0),
        ...rangeOf(persons),
      ]),
    ]),
    row.penalties.length,
    ...row.penalties.flatMap((one) => [
      PENALTY_TYPES.indexOf(one.type),
      ...UNITS.flatMap((unit) => rangeOf(one[unit], timesOf(unit))),
    ]),
  ]
  return Uint8Array.from(numbers.flatMap(leb128))
}

/** By division, not by shifting: sums of money are longer than 32 bits. */
function leb128(n: number): readonly number[] {
  const bytes: number[] = []
  let rest = n
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

/** The same, kept. */
export function unpacked(bytes: Uint8Array, vocabularies: Vocabularies): readonly Counted[] {
  const rows: Counted[] = []
  unpack(bytes, vocabularies, (row) => rows.push(row))
  return rows
}

/**
 * Rows one after another in, what each adds out, handed over one at a time: whoever counts a hundred thousand keeps none of
 * them. A value that the codebook no longer has is unknown, and stands in no slice.
 */
export function unpack(bytes: Uint8Array, vocabularies: Vocabularies, take: (row: Counted) => void): void {
  let at = 0
  const next = (): number => {
    let byte = bytes[at++] ?? 0
    if (byte < 128) return byte
    let n = byte - 128
    let weight = 128
    do {
      byte = bytes[at++] ?? 0
      n += (byte % 128) * weight
      weight *= 128
    } while (byte >= 128)
    return n
  }
  const nullable = (): number | null => {
    const n = next()
    return n === 0 ? null : n - 1
  }
  const range = (times = 1): Range | null => {
    const certain = nullable()
    if (certain === null) return null
    const claimed = nullable()
    return { certain: certain / times, claimed: claimed === null ? null : claimed / times }
  }
  // Most facets have one member, told of nobody or of a few: one list stands for all that are alike.
  const alike: (Map<number, readonly Member[]> | undefined)[] = []
  const shelfOf = (at: number): Map<number, readonly Member[]> => {
    const known = alike[at]
    if (known !== undefined) return known
    const made = new Map<number, readonly Member[]>()
    alike[at] = made
    return made
  }
  const one = (index: number): readonly Member[] => {
    const head = next()
    const low = next()
    const high = low === 0 ? 0 : next()
    const shelf = low < FEW && high < FEW ? shelfOf((index * FEW + low) * FEW + high) : null
    const found = shelf?.get(head)
    if (found !== undefined) return found
    const facet = MEMBER_FACETS[index] as MemberFacet
    const value = vocabularies[facet].get(head >> 1)
    const persons = low === 0 ? null : { certain: low - 1, claimed: high === 0 ? null : high - 1 }
    const made = value === undefined ? NONE : [{ facet, value, sure: head % 2 === 1, persons }]
    shelf?.set(head, made)
    return made
  }
  const members = (index: number): readonly Member[] => {
    const n = next()
    if (n < 2) return n === 0 ? NONE : one(index)
    const all: Member[] = []
    for (let left = n; left > 0; left -= 1) all.push(...one(index))
    return all
  }
  const penalty = (): CountedPenalty => {
    const type = PENALTY_TYPES[next()] ?? 'other'
    const persons = range() ?? { certain: 0, claimed: null }
    return { type, persons, days: range(), months: range(), money: range(), index: range(HUNDREDTHS) }
  }
  while (at < bytes.length) {
    const version = next()
    const fingerprint = next()
    const kind = INCIDENT_KINDS[next()] ?? 'event'
    const from = nullable()
    const to = nullable()
    const persons = range()
    let known = NOBODY
    for (let left = next(); left > 0; left -= 1) known = [...known, next()]
    const own: Members = {
      region: members(0),
      freedom: members(1),
      act: members(2),
      law: members(3),
      institution: members(4),
      role: members(5),
      penalty: members(6),
    }
    let penalties = NO_PENALTIES
    for (let left = next(); left > 0; left -= 1) penalties = [...penalties, penalty()]
    take({ version, fingerprint, kind, from, to, persons, known, members: own, penalties })
  }
}
