/** An incident to be forgotten in; every row and every input of the log that tells it gone out, the log unbroken. The document it was read in stays. */
import { refuse } from '../core/faults.ts'
import { record } from '../store/append.ts'
import { eraseInputs, openDoor } from '../store/erase.ts'
import { refuseUnknownIncident } from '../store/queries/incidents.ts'
import type { Context } from './context.ts'
import { eraseRecord, hangingOn, withoutRecord } from './erasure-of-record.ts'
import { refresh } from './refresh.ts'

export type ForgottenRecord = { readonly rows: number; readonly inputs: number }

/** Cannot be undone. What rules propose from the document stays with it: they would read the same again. */
export async function forgetRecord(
  context: Context,
  asked: { readonly record: string; readonly by: string; readonly why: string },
): Promise<ForgottenRecord> {
  const { record: id, by, why } = asked
  await refuseUnknownIncident(context.store, id)
  if (why.includes(id)) throw refuse('input.value', { problem: 'the reason must not name the record' })
  const now = context.clock.now()
  const happening = { actor: by, at: now, useCase: 'forget', object: 'record', input: { why } }
  const done = await record(context.store, happening, async (writer) => {
    await openDoor(writer)
    const hanging = await hangingOn(writer, id)
    return {
      rows: await eraseRecord(writer, id, hanging),
      inputs: await eraseInputs(writer, (event) => withoutRecord(event, id, hanging)),
    }
  })
  await refresh(context)
  return done
}
