/** A file that is a list in, stored like any report unless it is here already; the id under which it is then worked on, out. */
import { Refusal, refuse } from '../../core/faults.ts'
import { listsIn } from '../../review/list/table.ts'
import type { Context } from '../context.ts'
import { type ImportReport, readReport, writeReport } from '../import-report.ts'
import { dataOf } from './list-text.ts'

/**
 * A list that comes again is the list that is here: what it is like may have changed since, it has not. Refuses with `list.none`
 * what is no list, and with `list.sheet` a sheet that it has not, before anything is stored.
 */
export async function takeList(context: Context, given: ImportReport, sheet: number): Promise<string> {
  try {
    const read = await readReport(context, given)
    const tables = listsIn(read.document, dataOf(context, given.country))
    if (!tables[sheet]) throw refuse(tables.length === 0 ? 'list.none' : 'list.sheet')
    return (await writeReport(context, read)).document
  } catch (error) {
    const known =
      error instanceof Refusal && error.code === 'input.duplicate' ? error.faults[0]?.params.id : undefined
    if (typeof known !== 'string') throw error
    return known
  }
}
