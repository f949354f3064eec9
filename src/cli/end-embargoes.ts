/** Embargoes that ended, let out every minute for as long as the workspace is served. */
import type { App } from '../app/open-app.ts'
import { letOut } from '../usecases/writing/let-out.ts'
import { eachMinute } from './each-minute.ts'

/** Returns what stops it. While the house is shut nothing leaves it; one may have ended while nothing was served. */
export const endEmbargoes = (app: App, isShut: () => boolean): (() => Promise<void>) =>
  eachMinute('embargo', async () => (isShut() ? null : letOut(app)), true)
