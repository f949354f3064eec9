/** One more reading of a report that is here, by a model or by what somebody said of its columns, stored as one entry of the log. */
import type { Extraction } from '../../core/claim.ts'
import { canonical, type Json } from '../../core/json.ts'
import { record } from '../../store/append.ts'
import type { Context } from '../context.ts'
import { writeReading } from '../import-report.ts'

export type OneMoreReading = {
  readonly document: string
  readonly organisation: string
  readonly version: string
  readonly found: Extraction
}

/** `input`: what the log keeps, from which the same is made again. */
export const storeReading = (
  context: Context,
  { document, organisation, version, found }: OneMoreReading,
  { by, useCase, input }: { readonly by: string; readonly useCase: string; readonly input: object },
): Promise<number> =>
  record(
    context.store,
    {
      ...{ actor: by, at: context.clock.now(), useCase, object: document, organisation },
      input: JSON.parse(canonical(input)) as Json,
    },
    (writer) => writeReading(writer, document, version, found),
  )
