/** The whole log and every row it covers in, each place where something was altered out. */
import type { Signed } from '../store/check-log.ts'
import { type Verification, verifyLog } from '../store/verify.ts'
import type { Context } from './context.ts'

export const verify = (
  context: Pick<Context, 'store'>,
  progress?: (done: number, all: number) => void,
  seen?: readonly Signed[],
): Promise<Verification> => verifyLog(context.store, progress, seen)
