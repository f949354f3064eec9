/** Profiles of columns → what records are compared on, and for each column a line that says what it was taken for. */
import type { Kind } from '../core/linkage/kinds.ts'
import { MOST_COMPARISONS } from '../core/linkage/kinds.ts'
import type { Comparison } from '../core/linkage/model.ts'
import type { ColumnProfile } from '../core/linkage/profile.ts'
import type { LinkageRules } from '../core/linkage/rules.ts'
import { type ColumnKind, kindOfColumn } from './kind-of-column.ts'

export type Drafted = { readonly comparisons: readonly Comparison[]; readonly remarks: readonly string[] }
type Taken = { readonly column: ColumnProfile; readonly found: ColumnKind }

/** Common values are common for themselves here; of a sex or a year rarity says nothing more than the level does. */
const WEIGHED: ReadonlySet<Kind> = new Set([
  'given',
  'surname',
  'name',
  'place',
  'text',
  'date',
  'mail',
  'code',
])
/** Letters that another column repeats are no second witness. */
const REPEATED = 0.9

export function draftComparisons(profiles: readonly ColumnProfile[], rules: LinkageRules): Drafted {
  const taken = profiles.map((column): Taken => ({ column, found: kindOfColumn(column, rules) }))
  const remarks: string[] = []
  const comparisons: Comparison[] = []
  const used = new Set<string>()
  const add = (name: string, columns: readonly string[], kind: Kind, why: string): void => {
    comparisons.push({
      name: name.replace(/[:,+]/g, ' ').trim(),
      columns,
      kind,
      swaps: null,
      unless: null,
      frequency: WEIGHED.has(kind),
      m: null,
      u: null,
    })
    remarks.push(`${columns.join(' + ')}: ${kind} (${why})`)
  }
  const parts = settleNames(taken)
  for (const [index, { column, found }] of parts.entries()) {
    if (used.has(column.name)) continue
    if (found.kind === null) {
      remarks.push(`${column.name}: left out (${found.why})`)
      continue
    }
    const [month, day] = [parts[index + 1], parts[index + 2]]
    if (found.kind === 'year' && month?.found.part === 'month' && day?.found.part === 'day') {
      for (const one of [month, day]) used.add(one.column.name)
      add(
        'birth',
        [column.name, month.column.name, day.column.name],
        'date',
        'year, month and day in three cells',
      )
      continue
    }
    const repeats = repeatedBy(column, parts)
    if (repeats.length > 0) {
      remarks.push(`${column.name}: left out (it repeats ${repeats.join(' and ')})`)
      continue
    }
    add(column.name, [column.name], found.kind, found.why)
  }
  const kept = comparisons.slice(0, MOST_COMPARISONS)
  for (const one of comparisons.slice(MOST_COMPARISONS))
    remarks.push(`${one.name}: left out (too many columns)`)
  return { comparisons: withSwaps(kept), remarks }
}

/** Where headings say nothing, the column of single words with fewer different values holds given names; where one says surname, other single words are words. */
function settleNames(taken: readonly Taken[]): readonly Taken[] {
  if (taken.some((one) => one.found.kind === 'surname' && one.found.why !== 'single words'))
    return taken.map((one) =>
      one.found.why === 'single words'
        ? { ...one, found: { ...one.found, kind: 'text' as const, why: 'single words beside a surname' } }
        : one,
    )
  const guessed = taken.filter((one) => one.found.kind === 'surname' && one.found.why === 'single words')
  if (guessed.length < 2 || taken.some((one) => one.found.kind === 'given')) return taken
  const given = guessed.reduce((least, one) => (one.column.distinct < least.column.distinct ? one : least))
  return taken.map((one) =>
    one === given ? { ...one, found: { ...one.found, kind: 'given' as const } } : one,
  )
}

/** Names that both stand in this column as well, row by row: it is left out, for each of its faults would count twice. */
function repeatedBy({ name, sample }: ColumnProfile, taken: readonly Taken[]): readonly string[] {
  const own = taken.find((one) => one.column.name === name)
  if (!own?.found.kind || !MAY_REPEAT.has(own.found.kind) || !(wordsOf(sample) >= 1.5)) return []
  const others = taken.filter(
    ({ column, found }) =>
      column.name !== name &&
      (found.kind === 'given' || found.kind === 'surname') &&
      wordsOf(column.sample) < 1.5,
  )
  const isIn = ({ column }: Taken): boolean => {
    const both = column.sample.flatMap((value, row) =>
      value !== '' && sample[row] ? [[value, sample[row]] as const] : [],
    )
    const held = both.filter(([part, whole]) =>
      wordList(part).every((word) => wordList(whole).includes(word)),
    )
    return both.length > 0 && held.length >= both.length * REPEATED
  }
  const repeated = others.filter(isIn)
  const kinds = new Set(repeated.map((one) => one.found.kind))
  return kinds.size === 2 ? repeated.map((one) => one.column.name) : []
}

const MAY_REPEAT: ReadonlySet<Kind> = new Set(['name', 'text', 'given', 'surname'])
const wordList = (value: string): readonly string[] => value.toLowerCase().split(/[\s,]+/)
/** Words a value has on average. */
const wordsOf = (sample: readonly string[]): number => {
  const filled = sample.filter((one) => one !== '')
  return filled.reduce((sum, one) => sum + wordList(one).length, 0) / Math.max(1, filled.length)
}

/** The first given name and the first surname may stand in each other's cell. */
function withSwaps(comparisons: readonly Comparison[]): readonly Comparison[] {
  const given = comparisons.find((one) => one.kind === 'given')
  const surname = comparisons.find((one) => one.kind === 'surname')
  if (!given || !surname) return comparisons
  return comparisons.map((one) =>
    one === given ? { ...one, swaps: surname.name } : one === surname ? { ...one, swaps: given.name } : one,
  )
}
