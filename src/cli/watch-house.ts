/** Looks each second whether somebody shut the house or opened it again, and has the program forget its keys, and find them again. */
const SECOND = 1_000

export type Watch = {
  /** True while it is shut, as far as was last seen. */
  readonly isShut: () => boolean
  /** Somebody pressed it here: not a second is waited. */
  readonly shut: () => void
  readonly stop: () => void
}

export type Watched = {
  readonly look: () => Promise<{ readonly shut: boolean }>
  /** At every look that finds it shut: a key that came back in between goes again. */
  readonly forget: () => void
  /** Once when it is shut: what those who open it again need a new one of. */
  readonly close: () => void
  readonly wake: () => void
}

/** A database that cannot be asked tells nothing: what was seen last stands. */
export async function watchHouse({ look, forget, close, wake }: Watched): Promise<Watch> {
  let shut = false
  let changes = 0
  const become = (now: boolean): void => {
    if (now) forget()
    if (now && !shut) close()
    if (!now && shut) wake()
    if (now !== shut) changes += 1
    shut = now
  }
  const glance = async (): Promise<void> => {
    const before = changes
    const now = await look()
    // It was asked before somebody pressed: it tells of the house as it was.
    if (changes === before) become(now.shut)
  }
  await glance()
  const timer = setInterval(() => void glance().catch(() => {}), SECOND)
  const press = (): void => {
    changes += 1
    become(true)
  }
  return { isShut: () => shut, shut: press, stop: () => clearInterval(timer) }
}
