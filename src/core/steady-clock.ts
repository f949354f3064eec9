/**
 * What the clock says, and how long the program has run by one that nobody can set, in; whether it can be believed, and between which moments it is, out.
 * A clock that was reset, or starts at another year, would end campaigns and erase what was told, for good, and show what was to be shown later, or no longer.
 */
export const DAY = 86_400_000
/** A house may stand still over a weekend. */
const JUMP = 2 * DAY
/** By then a clock that asks others has been put right, or somebody has seen it. */
const WAIT = DAY

/** Milliseconds (UTC). `earliest` and `latest` are one moment where the clock is believed. */
export type Moment = { readonly isSteady: boolean; readonly earliest: number; readonly latest: number }

/** What the log says of the clock before the program began. */
export type Seen = {
  /**
   * When something was written in the house last that is at least a day old by the clock as it is; null: nothing is. What is newer was perhaps written
   * after the jump: a program that is started again must not take it for a sign that all is well.
   */
  readonly last: number | null
  /** When something was written that is still to come by the clock as it is, and nothing that was written after it is a day old; null: nothing was. */
  readonly ahead: number | null
}

export type Steady = {
  /** Of the clock (UTC), and since the program began. */
  readonly at: (clock: number, ran: number) => Moment
}

export function steadyFrom({ last, ahead }: Seen, clock: number, ran: number): Steady {
  /** By what it would be if the clock had not jumped; null: it did not, or is believed. */
  let line: { readonly from: number; readonly ran: number; readonly since: number } | null = null
  let [said, after] = [clock, ran]
  if (ahead !== null && ahead - clock > JUMP) line = { from: ahead, ran, since: ran }
  else if (last !== null && clock - last > JUMP + WAIT) line = { from: last, ran, since: ran }
  return {
    at: (now, runs) => {
      const due = said + (runs - after)
      if (Math.abs(now - due) > JUMP)
        line = line ? { ...line, since: runs } : { from: due, ran: runs, since: runs }
      ;[said, after] = [now, runs]
      const expected = line && line.from + (runs - line.ran)
      // It is on its old line again, or has stood by the new one.
      if (line && expected !== null && (Math.abs(now - expected) <= JUMP || runs - line.since >= WAIT))
        line = null
      if (line === null || expected === null) return { isSteady: true, earliest: now, latest: now }
      return { isSteady: false, earliest: Math.min(now, expected), latest: Math.max(now, expected) }
    },
  }
}
