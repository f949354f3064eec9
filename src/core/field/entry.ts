/** What somebody filled in on a phone, as it stands inside the seal; its text, and back. */
import type { FieldKind } from './outbox.ts'

type Where = {
  /** As the clock of the phone says: `2026-11-23T14:05`; empty: nobody said when. */
  readonly at: string
  readonly place: string
  readonly words: string
}
export type FieldEntry =
  | (Where & { readonly kind: 'note' })
  /** The photograph itself is the content beside it. */
  | (Where & { readonly kind: 'photo' })
  | (Where & {
      readonly kind: 'hearing'
      readonly court: string
      readonly case: string
      /** Question of a sheet of the codebook → what was chosen or typed; one that was left open is not here. */
      readonly answers: Readonly<Record<string, string>>
    })
  | (Where & {
      readonly kind: 'count'
      /** Terms of codebook/field.yaml. */
      readonly unit: string
      readonly method: string
      /** As typed: whole numbers; empty: open on that side, never 0. */
      readonly low: string
      readonly best: string
      readonly high: string
    })

const FORM = 'field@1'
/** In the envelope, of words that are the text of an entry. */
export const ENTRY_TYPE = 'application/json'

export const entryText = (entry: FieldEntry): string => JSON.stringify({ form: FORM, ...entry })

/** Null for a text that is no entry: whoever has the list can seal anything to it. */
export function readEntry(text: string): FieldEntry | null {
  try {
    const read = JSON.parse(text) as Readonly<Record<string, unknown>>
    if (read.form !== FORM) return null
    const said = (name: string): string => (typeof read[name] === 'string' ? read[name] : '')
    const where = { at: said('at'), place: said('place'), words: said('words') }
    const kind = said('kind') as FieldKind
    switch (kind) {
      case 'note':
      case 'photo':
        return { kind, ...where }
      case 'hearing':
        return { kind, ...where, court: said('court'), case: said('case'), answers: textsIn(read.answers) }
      case 'count':
        return {
          ...{ kind, ...where, unit: said('unit'), method: said('method') },
          ...{ low: said('low'), best: said('best'), high: said('high') },
        }
      default:
        return null
    }
  } catch {
    return null
  }
}

const textsIn = (given: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(Object(given) as Record<string, unknown>).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )

/** What keeps an entry from being finished; empty: nothing. */
export type EntryFault = 'empty' | 'numbers'

const NUMBER = /^\d{0,9}$/
export function faultOfEntry(entry: FieldEntry, hasPhotograph: boolean): EntryFault | null {
  switch (entry.kind) {
    case 'note':
      return entry.words === '' ? 'empty' : null
    case 'photo':
      return hasPhotograph ? null : 'empty'
    case 'hearing':
      return entry.court === '' && entry.case === '' && entry.words === '' ? 'empty' : null
    case 'count': {
      const { low, best, high } = entry
      if (low === '' && best === '' && high === '') return 'empty'
      const numbers = [low, best, high].filter((one) => one !== '')
      const isOrdered = numbers.every((one, at) => at === 0 || Number(numbers[at - 1]) <= Number(one))
      return numbers.every((one) => NUMBER.test(one)) && isOrdered ? null : 'numbers'
    }
  }
}
