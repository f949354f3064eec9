/** What somebody says of a publication or of a signature in; the same signed, checked and recorded, the pages made anew, out. */
import { randomBytes } from 'node:crypto'
import { today } from '../../adapters/clock.ts'
import type { HouseAction } from '../../core/policy.ts'
import type { PublicationLine } from '../../core/publication/lines.ts'
import type { SigningLine } from '../../core/signing/lines.ts'
import type { Context } from '../context.ts'
import { parseDecided } from '../decided-schema.ts'
import { permit } from '../permit.ts'
import { replayDecisions } from '../replay-decisions.ts'

type Line = PublicationLine | SigningLine
type Bare<T> = T extends unknown ? Omit<T, 'by' | 'at'> : never

export const writeLine = (context: Context, action: HouseAction, input: Bare<Line>): Promise<void> =>
  writeLines(context, action, [input])

/** Each is checked before any is recorded. */
export async function writeLines(
  context: Context,
  action: HouseAction,
  inputs: readonly Bare<Line>[],
): Promise<void> {
  permit(context, action)
  const who = { by: context.actor?.handle ?? 'operator', at: context.clock.now() }
  const decided = inputs.map((one) =>
    parseDecided({ ...one, ...who }, context.knowledge.codebook, today(context.clock), 'form'),
  )
  await replayDecisions(context, decided)
}

export const newMark = (before: 'pub' | 'r' | 's'): string => `${before}-${randomBytes(6).toString('hex')}`
