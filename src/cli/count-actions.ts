/** As long as the site is served: what people did is counted each minute, and counted again each night. */
import type { Actions } from '../usecases/actions/actions.ts'
import { countAndShow, recountActions } from '../usecases/actions/count-actions.ts'
import { forgetDestroyed } from '../usecases/actions/keys.ts'
import { sweepActions } from '../usecases/actions/sweep-actions.ts'
import { eachMinute } from './each-minute.ts'

/** Returns what stops it: the window in hand is finished first. */
export function countActionsEachMinute(
  actions: Actions,
  isShut: () => boolean,
  isSteady: () => boolean,
): () => Promise<void> {
  let night = ''
  const work = async (): Promise<void> => {
    if (isShut()) return
    const day = actions.clock.now().slice(0, 10)
    await forgetDestroyed(actions)
    // Keys that go are gone: not by a clock that was just set.
    if (isSteady()) await sweepActions(actions)
    await countAndShow(actions)
    if (day === night) return
    night = day
    const drifted = (await recountActions(actions)).filter((one) => one.stood !== one.counted)
    // An alarm for whoever reads what the program says; readers see it on the page of the campaign.
    for (const one of drifted)
      process.stderr.write(`actions: ${one.campaign} stood at ${one.stood} and is ${one.counted}\n`)
    if (drifted.length > 0) await countAndShow(actions)
  }
  return eachMinute('actions', work)
}
