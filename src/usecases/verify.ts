/** The whole log and every row it covers in, each place where something was altered out. */
import { type Verification, verifyLog } from '../store/verify.ts'
import type { Context } from './context.ts'

export const verify = (
  context: Pick<Context, 'store'>,
  progress?: (done: number, all: number) => void,
): Promise<Verification> => verifyLog(context.store, progress)
