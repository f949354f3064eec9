/** Gold in short writing (`fine 200 GEL`, `11+`, `criminal 139`) → records of the annotation format, for the scorer. */
import { daysInMonth } from '../../src/core/partial-date.ts'

export type Short = {
  readonly of?: readonly [string, string]
  readonly kind?: string
  readonly date?: string | readonly [string | null, string | null]
  readonly places?: readonly string[]
  readonly people?: Readonly<Record<string, boolean | 'actor'>>
  readonly acts?: readonly string[]
  readonly laws?: readonly string[]
  readonly groups?: readonly (string | number)[]
  readonly penalties?: readonly string[]
  readonly freedoms?: readonly string[]
}

/** One gold record; `of` gives the first and last words of its span, the whole passage otherwise. */
export function goldRecord(doc: string, text: string, short: Short, index: number) {
  const [first, last] = short.of ?? [text, '']
  const start = short.of ? text.indexOf(first) : 0
  const end = short.of ? text.indexOf(last, start) + last.length : text.trimEnd().length
  if (start < 0 || end < start) throw new Error(`${doc}: span not found: ${first} … ${last}`)
  return {
    id: `${doc}-gold-${index + 1}`,
    doc,
    start: [...text.slice(0, start)].length,
    end: [...text.slice(0, end)].length,
    kind: short.kind ?? 'event',
    date: dateOf(short.date),
    places: (short.places ?? []).map((names) => {
      const [name, canonical = name] = names.split('|')
      return { name, canonical }
    }),
    people: Object.entries(short.people ?? {}).map(([names, harmed]) => {
      const [name, ...aliases] = names.split('|')
      return { name, aliases, harmed }
    }),
    acts: short.acts ?? [],
    laws: (short.laws ?? []).map((written) => {
      const [code, article] = written.split(' ')
      return { code, article: article === 'null' ? null : article }
    }),
    groups: (short.groups ?? []).map((written) => groupOf(String(written))),
    penalties: (short.penalties ?? []).map(penaltyOf),
    freedoms: short.freedoms ?? [],
  }
}

/** `2031-05` is the whole month; a pair is a stretch, with null where only one bound is known. */
function dateOf(short: Short['date']): { from: string | null; to: string | null } {
  if (short === undefined) return { from: null, to: null }
  if (typeof short !== 'string') return { from: short[0], to: short[1] }
  const [year, month, day] = short.split('-')
  if (day !== undefined) return { from: short, to: short }
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  return { from: `${short}-01`, to: `${short}-${daysInMonth(Number(year), Number(month))}` }
}

/** `11` exact, `11+` at least, `-60` at most, `40~` about, `300-500` a range. */
function groupOf(written: string): { min: number | null; max: number | null } {
  const [low, high] = written.replace(/[+~]$/, '').split('-')
  const min = low === '' ? null : Number(low)
  if (written.endsWith('+')) return { min, max: null }
  return { min, max: high === undefined ? min : Number(high) }
}

/** `fine 200 GEL`, `prison 2.5 years`, `prison 6y3m`, `administrative_detention 10-30 days`, `warning`. */
function penaltyOf(written: string) {
  const [type, size, unit] = written.split(' ')
  if (size === undefined) return { type }
  const mixed = /^(\d+)y(\d+)m$/.exec(size)
  if (mixed) return { type, years: Number(mixed[1]), months: Number(mixed[2]) }
  const range = /^(\d+)-(\d+)$/.exec(size)
  if (range) return { type, min: Number(range[1]), max: Number(range[2]), unit }
  if (type === 'fine') return { type, amount: Number(size), currency: unit ?? null }
  return { type, [unit ?? 'days']: Number(size) }
}
