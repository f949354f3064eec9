/** What a phone said, once somebody opened it, in; the fields of the forms by which it is written down out. Nothing is decided here: a person reads the form and saves it. */
import type { FieldEntry } from './entry.ts'

export type Filled = {
  /** The form by words goes through the rules first; an observation is a sheet of questions. */
  readonly to: 'hand' | 'observation'
  readonly fields: Readonly<Record<string, string>>
}
/** Words of the reader's language that stand before what was said. */
export type FormWords = Readonly<Record<'court' | 'case' | 'at' | 'place' | 'low' | 'best' | 'high', string>>
type Term = { readonly label: string; readonly qualifier?: string }
/** Labels in the reader's language, by id. */
export type Labelled = Readonly<Record<'units' | 'methods', Readonly<Record<string, Term>>>>

const dayIn = (at: string): string => at.slice(0, 10)
const hourIn = (at: string): string => at.slice(11, 16)
const said = (...parts: readonly string[]): string => parts.filter((one) => one !== '').join('\n')
const named = (label: string, value: string): string => (value === '' ? '' : `${label}: ${value}`)

/** What a person reads who opens it, line by line. */
export function linesOf(entry: FieldEntry, words: FormWords, terms: Labelled): readonly string[] {
  const where = [named(words.at, entry.at.replace('T', ' ')), named(words.place, entry.place)]
  const own = (): readonly string[] => {
    switch (entry.kind) {
      case 'note':
      case 'photo':
        return []
      case 'hearing':
        return [named(words.court, entry.court), named(words.case, entry.case)]
      case 'count':
        return [
          named(
            terms.units[entry.unit]?.label ?? entry.unit,
            terms.methods[entry.method]?.label ?? entry.method,
          ),
          named(words.low, entry.low),
          named(words.best, entry.best),
          named(words.high, entry.high),
        ]
    }
  }
  return [...own(), ...where, entry.words].filter((one) => one !== '')
}

export function filledFrom(entry: FieldEntry, sheet: string, words: FormWords, terms: Labelled): Filled {
  const day = dayIn(entry.at)
  if (entry.kind === 'hearing')
    return {
      to: 'observation',
      fields: {
        ...{ sheet, on: day, hour: hourIn(entry.at), source: 'hand', tier: 'team', 'source-on': day },
        'source-text': [entry.court, entry.case].filter((one) => one !== '').join(', '),
        ...Object.fromEntries(
          Object.entries(entry.answers).map(([question, answer]) => [`q.${question}`, answer]),
        ),
      },
    }
  const text = said(...linesOf(entry, words, terms))
  const rows = entry.kind === 'count' ? [countRow(entry, words, terms)] : []
  const placed = entry.place === '' ? [] : [{ field: 'place', value: entry.place, words: entry.place }]
  const dated = day === '' ? [] : [{ field: 'date', value: day, words: day }]
  return {
    to: 'hand',
    fields: {
      ...{ do: 'check', words: text, way: 'observation', told: day },
      ...numbered([...rows, ...placed, ...dated]),
    },
  }
}

/** Between bounds the number is an estimate, however it was come by; one bound alone leaves the other open. */
function countRow(
  { unit, method, low, best, high }: Extract<FieldEntry, { kind: 'count' }>,
  words: FormWords,
  terms: Labelled,
): Readonly<Record<string, string>> {
  const [least, most] = [low || (high === '' ? best : ''), high || (low === '' ? best : '')]
  const isOne = least !== '' && least === most
  const isOpen = least === '' || most === ''
  const qualifier = terms.methods[method]?.qualifier ?? 'estimate'
  return {
    ...{ field: 'group', value: terms.units[unit]?.label ?? unit },
    number: isOne ? least : `${least}..${most}`,
    unit: isOne ? qualifier : isOpen ? (least === '' ? 'at_most' : 'at_least') : 'estimate',
    words: best ? named(words.best, best) : low ? named(words.low, low) : named(words.high, high),
  }
}

const numbered = (rows: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    rows.flatMap((row, at) =>
      Object.entries({ ...row, keep: 'yes' }).map(([part, value]) => [`r${at}.${part}`, value]),
    ),
  )
