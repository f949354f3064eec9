/** The time stamps of this house in, whether each holds out. */
import type { X509Certificate } from 'node:crypto'
import { timeStamps } from '../../store/queries/time-stamps.ts'
import type { Context } from '../context.ts'
import { checkStamps, type StampFound } from './check-stamps.ts'

export async function houseStamps(
  { house, clock }: Pick<Context, 'house' | 'clock'>,
  believed: readonly X509Certificate[],
): Promise<readonly StampFound[]> {
  const files = await house.selectFrom('files').select('sha256').execute()
  return checkStamps({
    ...{ stamps: await timeStamps(house), believed, now: clock.now() },
    checkpoints: await house.selectFrom('checkpoints').select('note').execute(),
    files: new Set(files.map((one) => one.sha256)),
  })
}
