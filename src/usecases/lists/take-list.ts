/** A file that is a list in, stored like any report unless it is here already; the id under which it is then worked on, out. */
import { Refusal } from '../../core/faults.ts'
import type { Context } from '../context.ts'
import { type ImportReport, importReport } from '../import-report.ts'

/** A list that comes again is the list that is here: what it is like may have changed since, it has not. */
export async function takeList(context: Context, given: ImportReport): Promise<string> {
  try {
    return (await importReport(context, given)).document
  } catch (error) {
    const known =
      error instanceof Refusal && error.code === 'input.duplicate' ? error.faults[0]?.params.id : undefined
    if (typeof known !== 'string') throw error
    return known
  }
}
