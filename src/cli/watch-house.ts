/** Looks each second whether somebody shut the house or opened it again, and has the program forget its keys, and find them again. */
import type { App } from '../app.ts'
import { houseNow } from '../usecases/accounts/panic.ts'

const SECOND = 1_000

export type Watch = {
  /** True while it is shut, as far as was last seen. */
  readonly isShut: () => boolean
  /** Somebody pressed it here: not a second is waited. */
  readonly shut: () => void
  readonly stop: () => void
}

/** A database that cannot be asked tells nothing: what was seen last stands. */
export async function watchHouse(app: App, forget: () => void, wake: () => void): Promise<Watch> {
  let shut = false
  const become = (now: boolean): void => {
    if (now && !shut) forget()
    if (!now && shut) wake()
    shut = now
  }
  const look = (): Promise<void> => houseNow(app).then((now) => become(now.shut))
  await look()
  const timer = setInterval(() => void look().catch(() => {}), SECOND)
  return { isShut: () => shut, shut: () => become(true), stop: () => clearInterval(timer) }
}
