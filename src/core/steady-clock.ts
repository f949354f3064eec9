/**
 * What the clock says, and how long the program has run by one that nobody can set, in; whether something that cannot be undone may be done by the day
 * out. A clock that was reset, or starts at another year, would end campaigns and erase what was told, for good.
 */
export const DAY = 86_400_000
/** A house may stand still over a weekend. */
const JUMP = 2 * DAY
/** By then a clock that asks others has been put right, or somebody has seen it. */
const WAIT = DAY

export type Steady = {
  /** In milliseconds: of the clock (UTC), and since the program began. */
  readonly isSteady: (clock: number, ran: number) => boolean
}

/**
 * `lastSeen`: when something was written in the house last that is at least a day old by the clock as it is; null: nothing is. What is newer was perhaps
 * written after the jump: a program that is started again must not take it for a sign that all is well.
 */
export function steadyFrom(lastSeen: number | null, clock: number, ran: number): Steady {
  let [said, after] = [clock, ran]
  let jumpedAt = lastSeen !== null && clock - lastSeen > JUMP + WAIT ? ran : null
  return {
    isSteady: (now, runs) => {
      if (Math.abs(now - said - (runs - after)) > JUMP) jumpedAt = runs
      ;[said, after] = [now, runs]
      return jumpedAt === null || runs - jumpedAt >= WAIT
    },
  }
}
