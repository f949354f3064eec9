/** Two codings of the same words in, alpha for each field, over all and by quarter, out. */

import { quarterOf } from '../../core/measure.ts'
import type { Pack } from '../../core/pack.ts'
import { SCALED_FIELDS, SCALES, type ScaledField } from '../../core/scaled-fields.ts'
import type { Field, PenaltyValue, Values } from '../../core/values.ts'
import { provisionOf } from '../../core/withholding/provision.ts'
import { type Alpha, krippendorff, masi, nominal, ratio } from './alpha.ts'

/** Values of one coder, by field; a field without any was left empty. */
export type Coding = { readonly [F in Field]?: readonly Values[F][] }
export type Twice = {
  readonly record: string
  readonly at: string
  readonly first: Coding
  readonly second: Coding
}

export type FieldAgreement = {
  readonly field: ScaledField
  readonly scale: (typeof SCALES)[ScaledField]
  readonly all: Alpha
  /** In how many both said the very same. */
  readonly same: number
  readonly quarters: readonly { readonly quarter: string; readonly alpha: Alpha }[]
}

export function agreementOf(twice: readonly Twice[], pack: Pack): readonly FieldAgreement[] {
  const quarters = [...new Set(twice.map((one) => quarterOf(one.at)))].sort()
  return SCALED_FIELDS.map((field) => ({
    ...{ field, scale: SCALES[field], all: alphaOf(field, twice, pack) },
    same: twice.filter((one) => keyOf(field, one.first, pack) === keyOf(field, one.second, pack)).length,
    quarters: quarters.map((quarter) => ({
      quarter,
      alpha: alphaOf(
        field,
        twice.filter((one) => quarterOf(one.at) === quarter),
        pack,
      ),
    })),
  }))
}

function alphaOf(field: ScaledField, twice: readonly Twice[], pack: Pack): Alpha {
  switch (SCALES[field]) {
    case 'nominal':
      return krippendorff(
        pairs(twice, (coding) => keyOf(field, coding, pack)),
        nominal,
        (one) => one,
      )
    case 'number':
      return krippendorff(
        pairs(twice, (coding) => howMany(field, coding)),
        ratio,
        String,
      )
    case 'set': {
      const set = (coding: Coding): ReadonlySet<string> => new Set(keysOf(field, coding, pack))
      return krippendorff(pairs(twice, set), masi, (one) => [...one].sort().join('\n'))
    }
  }
}

const pairs = <T>(twice: readonly Twice[], read: (coding: Coding) => T): readonly (readonly T[])[] =>
  twice.map((one) => [read(one.first), read(one.second)])

/** How alike two codings of one field are: 1 the same, 0 nothing in common. For one passage there is no chance to correct for. */
export function likeness(field: ScaledField, one: Coding, other: Coding, pack: Pack): number {
  if (SCALES[field] === 'set')
    return 1 - masi(new Set(keysOf(field, one, pack)), new Set(keysOf(field, other, pack)))
  if (SCALES[field] === 'number') return 1 - ratio(howMany(field, one), howMany(field, other))
  return keyOf(field, one, pack) === keyOf(field, other, pack) ? 1 : 0
}

const keyOf = (field: ScaledField, coding: Coding, pack: Pack): string =>
  SCALES[field] === 'number'
    ? String(howMany(field, coding))
    : [...keysOf(field, coding, pack)].sort().join('\n')

/** Persons: how many were named as harmed. Groups: the largest number that a group is said to have. */
function howMany(field: ScaledField, coding: Coding): number {
  if (field === 'person') return (coding.person ?? []).filter((one) => one.harmed === true).length
  return Math.max(0, ...(coding.group ?? []).map((one) => one.min ?? one.max ?? 0))
}

function keysOf(field: ScaledField, coding: Coding, pack: Pack): readonly string[] {
  switch (field) {
    case 'kind':
      return coding.kind ?? []
    case 'date':
      return (coding.date ?? []).flatMap(({ from, to }) =>
        from === null && to === null ? [] : [`${from}..${to}`],
      )
    case 'freedom':
      return coding.freedom ?? []
    case 'place':
      return (coding.place ?? []).map((one) => one.place ?? one.canonical.toLowerCase())
    case 'act':
      return coding.act ?? []
    case 'law':
      return (coding.law ?? []).map(
        (one) => provisionOf(one, pack) ?? [one.code, one.article, one.part, one.name].join(' '),
      )
    case 'penalty':
      return (coding.penalty ?? []).map(numbersOf)
    case 'person':
    case 'group':
      return []
  }
}

/** Years and months are one number of months. */
const numbersOf = (one: PenaltyValue): string =>
  [one.type, one.days, (one.months ?? 0) + 12 * (one.years ?? 0), one.amount, one.min, one.max].join(' ')
