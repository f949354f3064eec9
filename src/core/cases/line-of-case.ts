/** The rulings on a case in, the journey that withholding may be asked about out; null when nothing of it may be told outside. */
import type { RecordProceeding } from '../decided.ts'
import { foldCase, type Ruling, standing } from './fold.ts'
import { entryField } from './lines.ts'

/**
 * Only what was written as one whole line (`proceeding`), by whoever answers for its going out. Entries of the desk have no
 * clearance, so none of them is told outside; but they take back: what an entry corrected or struck is no longer told, until
 * somebody writes the line anew, nor a charge that was dropped or ended in acquittal, as long as it has its place in the line.
 * A sealed case and a case of several people are told to nobody.
 */
export function lineOfCase(rulings: readonly Ruling[]): RecordProceeding | null {
  const file = foldCase('proceeding', rulings)
  const [person, ...others] = file?.kind === 'proceeding' ? file.people : []
  if (file?.kind !== 'proceeding' || file.tier === 'sealed' || person === undefined || others.length > 0)
    return null
  const last = (field: string): Ruling | undefined => rulings.findLast((one) => one.field === field)
  if (last('person')?.held[0]?.value !== person) return null
  const ended = new Set(
    standing(file.entries, 'outcome')
      .filter(({ body }) => ENDED.has(body.standing))
      .map(({ body }) => body.charge),
  )
  const valuesOf = (field: string): readonly unknown[] => last(field)?.held.map((one) => one.value) ?? []
  const isChanged = (id: string, list: 'charge' | 'stage'): boolean =>
    (last(entryField(id))?.event ?? -1) > (last(list)?.event ?? 0)
  const newest = rulings.findLast((one) => LISTS.has(one.field))
  return {
    record: 'proceeding',
    id: file.id,
    person,
    charges: (valuesOf('charge') as RecordProceeding['charges']).filter((_, index) => {
      const id = `charge-${index + 1}`
      return !ended.has(id) && !isChanged(id, 'charge')
    }),
    stages: (valuesOf('stage') as RecordProceeding['stages']).flatMap((one, index) => {
      if (isChanged(`stage-${index + 1}`, 'stage')) return []
      const { penalty: _penalty, ...bare } = one
      return [isChanged(`penalty-${index + 1}`, 'stage') ? bare : one]
    }),
    by: newest?.by ?? '',
    at: newest?.at ?? '',
  }
}

const ENDED: ReadonlySet<string> = new Set(['dropped', 'acquitted', 'reclassified'])
const LISTS: ReadonlySet<string> = new Set(['person', 'charge', 'stage'])
