/** A document in, the custody sheet of the file it was read out of: for whoever may open that file, and as far as their compartment goes. */
import { HOME } from '../../core/access.ts'
import type { CustodySheet } from '../../core/custody.ts'
import { refuse } from '../../core/faults.ts'
import { storedDocument } from '../../store/queries/documents.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { targetOfDocument } from '../read-changes.ts'
import { custodySheet } from './custody-sheet.ts'

export async function sheetOfDocument(context: Context, id: string): Promise<CustodySheet> {
  const document = await storedDocument(context.store, id)
  permit(context, 'file', { id, target: document && targetOfDocument(document) })
  if (!document) throw refuse('record.unknown', { id }, id)
  return custodySheet(context, document.id, document.organisation ?? HOME)
}
