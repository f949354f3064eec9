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
  type Range,
} from '../../core/counted.ts'
import { INCIDENT_KINDS, PENALTY_TYPES } from '../../core/values.ts'
import { codeOf, type Vocabularies } from './codes.ts'

/** Index units are kept to the hundredth, as they are told. */
const HUNDREDTHS = 100
const UNITS = ['persons', 'days', 'months', 'money', 'index'] as const

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
    row.members.length,
    ...row.members.flatMap(({ facet, value, sure, persons }) => [
      MEMBER_FACETS.indexOf(facet) * 2 + (sure ? 1 : 0),
      codeOf(value),
      ...rangeOf(persons),
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

/** Rows one after another in, what each adds out. A value that the codebook no longer has is unknown, and stands in no slice. */
export function unpack(bytes: Uint8Array, vocabularies: Vocabularies): readonly Counted[] {
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
  // Most members say nothing of persons: one object stands for all that are alike.
  const alike: Map<number, Member | null>[] = MEMBER_FACETS.flatMap(() => [new Map(), new Map()])
  const member = (): Member | null => {
    const head = next()
    const code = next()
    const persons = range()
    const own = alike[head]
    let known = own?.get(code)
    if (known === undefined) {
      const facet = MEMBER_FACETS[head >> 1] as MemberFacet
      const value = vocabularies[facet].get(code)
      known = value === undefined ? null : { facet, value, sure: head % 2 === 1, persons: null }
      own?.set(code, known)
    }
    if (known === null || persons === null) return known
    return { facet: known.facet, value: known.value, sure: known.sure, persons }
  }
  const penalty = (): CountedPenalty => {
    const type = PENALTY_TYPES[next()] ?? 'other'
    const persons = range() ?? { certain: 0, claimed: null }
    return { type, persons, days: range(), months: range(), money: range(), index: range(HUNDREDTHS) }
  }
  const rows: Counted[] = []
  while (at < bytes.length) {
    const version = next()
    const fingerprint = next()
    const kind = INCIDENT_KINDS[next()] ?? 'event'
    const from = nullable()
    const to = nullable()
    const persons = range()
    const members: Member[] = []
    for (let left = next(); left > 0; left -= 1) {
      const one = member()
      if (one !== null) members.push(one)
    }
    const penalties: CountedPenalty[] = []
    for (let left = next(); left > 0; left -= 1) penalties.push(penalty())
    rows.push({ version, fingerprint, kind, from, to, persons, members, penalties })
  }
  return rows
}
