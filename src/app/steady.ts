/** The house in; asked at any time whether its clock can be believed in what cannot be undone, out. */
import { DAY, steadyFrom } from '../core/steady-clock.ts'
import { writtenBy } from '../store/queries/log.ts'
import type { App } from './open-app.ts'

export async function steadyOf(app: Pick<App, 'house' | 'clock'>): Promise<() => boolean> {
  const clock = (): number => Date.parse(app.clock.now())
  const last = await writtenBy(app.house, new Date(clock() - DAY).toISOString())
  const steady = steadyFrom(last === null ? null : Date.parse(last), clock(), performance.now())
  const isSteady = (): boolean => steady.isSteady(clock(), performance.now())
  if (!isSteady())
    process.stderr.write(
      `the clock says ${app.clock.now().slice(0, 10)}, and something was written here last on ${last?.slice(0, 10)}: what cannot be undone waits a day\n`,
    )
  return isSteady
}
