/** The time of day as a port: the real one, or one that stands still for tests. */
export type Clock = { readonly now: () => string }
export const systemClock: Clock = { now: () => new Date().toISOString() }
export const stoppedClock = (iso: string): Clock => ({ now: () => iso })
export const today = (clock: Clock): string => clock.now().slice(0, 10)
