/** A file that somebody carried here in; what was in it kept, and the receipts for the phones it came from out. */
import type { FaultCode } from '../../core/faults.ts'
import { refuse } from '../../core/faults.ts'
import { NotFrames, readFrames } from '../../core/field/frames.ts'
import type { Frame } from '../../core/field/item.ts'
import { record } from '../../store/append.ts'
import type { Context } from '../context.ts'
import { permit } from '../permit.ts'
import { SEALED_PREFIX } from '../sealed/recipients.ts'
import { receiptsOf, takeFrames } from './take-frames.ts'

export type FileTaken = {
  readonly items: number
  /** Those that were not here before. */
  readonly fresh: number
  readonly refused: Readonly<Record<string, FaultCode>>
  /** Text of a file for the phones: they let go of what it names. */
  readonly receipts: string
}

/** The same file twice is one file. What stands before a place where it was spoilt is taken, and then it is refused. */
export async function takeFile(
  context: Context,
  chunks: AsyncIterable<Uint8Array>,
  by: string,
): Promise<FileTaken> {
  permit(context, 'intake')
  const field = { house: context.house, clock: context.clock, sealingRoot: context.sealingRoot ?? '' }
  const phones = new Map<string, string[]>()
  const taken = await takeFrames(field, noting(readFrames(chunks), phones), { brought: by }).catch(
    (error: unknown) => {
      if (error instanceof NotFrames) throw refuse('field.file', { n: error.whole })
      throw error
    },
  )
  const fresh = [...taken.fresh].sort()
  if (fresh.length > 0) await noteArrived(context, by, fresh)
  const receipts: Record<string, Readonly<Record<string, string>>> = {}
  for (const [key, ids] of phones) receipts[key] = await receiptsOf(field, key, ids)
  return {
    items: taken.had.size + taken.refused.size,
    fresh: fresh.length,
    refused: Object.fromEntries(taken.refused),
    receipts: `${JSON.stringify({ form: 'field-receipts@1', receipts })}\n`,
  }
}

async function* noting(frames: AsyncIterable<Frame>, phones: Map<string, string[]>): AsyncGenerator<Frame> {
  for await (const frame of frames) {
    if (frame.vouched)
      phones.set(frame.vouched.key, [...(phones.get(frame.vouched.key) ?? []), frame.head.id])
    yield frame
  }
}

/** The log holds the hashes: whoever alters or removes one is found. */
async function noteArrived(context: Context, by: string, items: readonly string[]): Promise<void> {
  const happening = {
    ...{ actor: by, at: context.clock.now(), useCase: `${SEALED_PREFIX}field-file`, object: 'field' },
    input: { items: [...items] },
  }
  await record(context.house, happening, async ({ trx }) => {
    await trx
      .updateTable('field_items')
      .set({ noted: true })
      .where('id', 'in', [...items])
      .execute()
  })
}
